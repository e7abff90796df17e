import type { Unit } from '@glossator/document';
import {
  filterWords,
  partOf,
  permalink,
  quoteOf,
  type Edition,
  type Form,
  type Frame,
} from './frame.ts';
import { addressBetween } from '../works/address.ts';
import type { ExportedNote } from './notes.ts';

const say = {
  en: {
    title: (work: string) => `Notes on ${work}`,
    made: (at: string) => `Written out on ${at} from`,
    filter: 'Filter',
    count: (n: number) => `${String(n)} ${n === 1 ? 'note' : 'notes'} in this file.`,
    link: 'link',
    about: (label: string, title: string) => `on ${label}${title === '' ? '' : `, ${title}`}`,
    term: (term: string) => `on the term ${term}`,
    gone: 'somebody who has left',
    layer: {
      notebook: 'notebook',
      public: 'public',
      class: 'class',
      feedback: 'feedback',
    } as Readonly<Record<string, string>>,
    imported: (from: string, by: string) => `imported from ${from}${by === '' ? '' : `, ${by}`}`,
  },
  'zh-Hans': {
    title: (work: string) => `《${work}》的注解`,
    made: (at: string) => `导出于 ${at}，来自`,
    filter: '筛选',
    count: (n: number) => `本文件共 ${String(n)} 则注解。`,
    link: '链接',
    about: (label: string, title: string) => `关于 ${label}${title === '' ? '' : `，${title}`}`,
    term: (term: string) => `关于术语 ${term}`,
    gone: '已注销的用户',
    layer: { notebook: '笔记本', public: '公开', class: '班级', feedback: '反馈' } as Readonly<
      Record<string, string>
    >,
    imported: (from: string, by: string) => `导入自 ${from}${by === '' ? '' : `，${by}`}`,
  },
} as const;

/** Text that is not Markdown, as Markdown: every mark of it a plain character. */
const plain = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&@:$]/g, '\\$&').replaceAll(/\s+/g, ' ');

const quoted = (text: string, depth: number): string =>
  text
    .split('\n')
    .map((line) => `${'> '.repeat(depth)}${line}`.trimEnd())
    .join('\n');

// Parsers give up on quotations far deeper than anybody reads.
const DEEPEST = 12;

async function clause(frame: Frame, editions: readonly Edition[], unit: Unit): Promise<string> {
  const lines: string[] = [];
  for (const edition of editions) {
    const { texts } = await frame.texts.version(edition.version_id);
    const reading = texts.get(unit.uid)?.reading;
    if (reading == null) continue;
    lines.push(`**${plain(edition.title)} (${edition.lang}):** ${plain(reading)}`, '');
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** What a thread is about beside its clause, each as a link. */
function besideOf(frame: Frame, root: ExportedNote['root']): string[] {
  const words = say[frame.locale];
  const { part, term } = root;
  const links = [
    ...(part === null
      ? []
      : [`[${plain(words.about(part.label, part.title))}](${frame.origin}/c/${partOf(root)})`]),
    ...(term === null
      ? []
      : [
          `[${plain(words.term(term))}](${frame.origin}/t/${root.work}/terms/${encodeURIComponent(term)})`,
        ]),
  ];
  return links.flatMap((link) => [link, '']);
}

function noteBlock(frame: Frame, { row, root, depth, source }: ExportedNote): string {
  const words = say[frame.locale];
  const name =
    row.author_name === ''
      ? words.gone
      : `**${plain(row.author_name)}** ${plain(`@${row.author_handle}`)}`;
  const head = [
    name,
    row.created.slice(0, 16).replace('T', ' '),
    words.layer[row.layer] ?? row.layer,
    ...(row.kind === 'comment' ? [] : [row.kind]),
    ...row.tags.map((tag) => plain(`#${tag}`)),
    ...(source === null ? [] : [plain(words.imported(source.source, source.author))]),
    `[${words.link}](${permalink(frame, row.id)})`,
  ].join(' · ');
  const quote = depth === 0 ? quoteOf(root) : '';
  const about = [
    ...(depth === 0 ? besideOf(frame, root) : []),
    ...(quote === '' ? [] : [`“${plain(quote)}”`, '']),
    row.body ?? '',
  ].join('\n');
  const level = Math.min(depth, DEEPEST) + 1;
  return `${quoted(head, level)}\n${quoted('', level)}\n${quoted(about, level)}\n\n`;
}

/** Grouped by clause in document order, each clause quoted in the editions the reader may see. */
export function markdownForm(): Form {
  let shown = '';
  return {
    type: 'text/markdown; charset=utf-8',
    extension: 'md',
    begin: (frame) => {
      const words = say[frame.locale];
      const { titles, slug } = frame.work.head;
      const title = titles[frame.locale === 'en' ? 'en' : 'zh'] ?? titles['en'] ?? slug;
      const made = `${words.made(frame.now.slice(0, 16).replace('T', ' '))} <${frame.origin}/t/${slug}>`;
      return `# ${plain(words.title(title))}\n\n${made}\n\n${words.filter}: ${plain(filterWords(frame.query))}\n\n`;
    },
    write: async (frame, notes) => {
      const editions = await frame.open();
      let out = '';
      for (const note of notes) {
        const { unit } = note;
        if (shown !== unit.uid) {
          shown = unit.uid;
          out += `## ${addressBetween(frame.work.structure, note.root.from_uid, note.root.from_uid)}\n\n${await clause(frame, editions, unit)}`;
        }
        out += noteBlock(frame, note);
      }
      return out;
    },
    end: (frame, n) => `---\n\n${say[frame.locale].count(n)}\n`,
  };
}
