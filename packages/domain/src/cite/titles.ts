import { words } from './names.ts';
import { isChinese, type CitedClause, type CitedItem } from './item.ts';

/** Title and subtitle as one line. */
export function fullTitle({ title, subtitle, ...item }: CitedItem): string {
  if (subtitle === null) return title;
  if (isChinese(item)) return `${title}：${subtitle}`;
  return /[?!:]$/u.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** `release 1.1` of a commentary, `version 1.0.0` of an edition. */
export const editionWords = ({ kind, version }: CitedItem): string =>
  version === '' ? '' : `${kind === 'commentary' ? 'release' : 'version'} ${version}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is read away from its page says before all else that it was retracted. */
export const markedTitle = (item: CitedItem, title: string): string =>
  item.retracted === null ? title : `${isChinese(item) ? '已撤回：' : 'RETRACTED: '}${title}`;

type Tongue = keyof CitedClause['citation'];

/** Where in the whole: `entry T12 on IV(3) ¶1`, or the clause alone; '' for the whole and for notes. */
export function pinpoint({ kind, entry, clause }: CitedItem, tongue: Tongue = 'en'): string {
  if (kind === 'note') return '';
  const at = (entry === null ? clause : entry.clause)?.citation[tongue] ?? '';
  if (entry === null || entry.number === '') return at;
  if (tongue === 'en') return words('entry', entry.number, at === '' ? '' : `on ${at}`);
  return `条目${entry.number}${at === '' ? '' : `, ${at}`}`;
}

/** Where the thing itself is: the entry, the clause, else the whole. */
export function permanentUrl({ url, entry, clause }: CitedItem): string {
  const part = (entry ?? clause)?.url ?? '';
  return part === '' ? url : part;
}

/**
 * Quotation marks inside quotation marks of the other kind. An apostrophe stays what it is.
 */
export function nested(title: string, outer: 'double' | 'single'): string {
  return outer === 'double'
    ? straight(title, '‘', '’').replaceAll('“', '‘').replaceAll('”', '’')
    : singleToDouble(straight(title, '“', '”'));
}

const straight = (title: string, open: string, close: string): string =>
  title.replace(/(^|[\s([{—–-])"/gu, `$1${open}`).replaceAll('"', close);

function singleToDouble(title: string): string {
  let depth = 0;
  return [...title]
    .map((character, i, all) => {
      if (character === '‘') {
        depth += 1;
        return '“';
      }
      const isApostrophe = /\p{L}/u.test(all[i + 1] ?? '');
      if (character !== '’' || depth === 0 || isApostrophe) return character;
      depth -= 1;
      return '”';
    })
    .join('');
}
