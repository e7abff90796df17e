import type { Locale, ReleaseNews } from '@glossator/contract';

/* The words of the mail of a release to those who teach with a text, explain it or follow it. */

interface ReleaseFacts {
  readonly host: string;
  readonly origin: string;
  readonly news: readonly ReleaseNews[];
}
type Line = Readonly<Record<'name' | 'page', string>>;

const languages: Readonly<
  Record<
    Locale,
    {
      readonly subject: (host: string) => string;
      readonly lead: string;
      readonly causes: Readonly<Record<ReleaseNews['cause'], (line: Line) => string>>;
      readonly end: (settings: string) => string;
      readonly titleIn: readonly string[];
    }
  >
> = {
  en: {
    subject: (host) => `A text at ${host} was released anew`,
    lead: 'These texts have a new version:',
    causes: {
      assignment: ({ name, page }) =>
        `An assignment in ${name} sets clauses whose words are others now: ${page}`,
      commentary: ({ name, page }) =>
        `“${name}” explains clauses, or refers to some, whose words are others now: ${page}`,
      work: ({ page }) => `What changed: ${page}`,
    },
    end: (settings) => `Whether and when you get such mail is chosen here: ${settings}`,
    titleIn: ['en', 'zh'],
  },
  'zh-Hans': {
    subject: (host) => `${host} 上的一个文本有新版次`,
    lead: '以下文本有新版次：',
    causes: {
      assignment: ({ name, page }) => `“${name}”的一项作业所指定的条文，文字已有变化：${page}`,
      commentary: ({ name, page }) => `《${name}》所评注或提及的条文，文字已有变化：${page}`,
      work: ({ page }) => `变化之处：${page}`,
    },
    end: (settings) => `是否以及何时收到此类邮件，可在此选择：${settings}`,
    titleIn: ['zh', 'en'],
  },
};

/** Where somebody sees what it means for what is theirs. */
const pageOf = (origin: string, news: ReleaseNews): string => {
  const { cause, about, class: at, work, edition, base, version } = news;
  switch (cause) {
    case 'assignment':
      return `${origin}/classes/${at ?? ''}/assignments/${about ?? ''}`;
    case 'commentary':
      return `${origin}/commentaries/${about ?? ''}/publish`;
    case 'work':
      return `${origin}/t/${work}/versions/${edition}/${base ?? version}..${version}`;
  }
};

export function releaseLetter(
  locale: Locale,
  { host, origin, news }: ReleaseFacts,
): { readonly subject: string; readonly body: string } {
  const words = languages[locale];
  const parts = [...Map.groupBy(news, (each) => `${each.edition} ${each.version}`).values()].map(
    (same) =>
      same
        .flatMap((each, n) => {
          const titles = words.titleIn.map((lang) => each.workTitle[lang]);
          const title = titles.find((known) => known !== undefined) ?? each.work;
          const page = pageOf(origin, each);
          const name = each.cause === 'assignment' ? each.className : each.title;
          const line = words.causes[each.cause]({ name, page });
          return n === 0 ? [`${title} (${each.edition} ${each.version})`, line] : [line];
        })
        .join('\n'),
  );
  const body = [words.lead, ...parts, words.end(`${origin}/account#mail`)].join('\n\n');
  return { subject: words.subject(host), body: `${body}\n` };
}
