import type { Locale } from '@glossator/contract';

/* The words of the mail that tells authors of a release: where to look, and nothing of what they wrote. */

export interface ReleaseFacts {
  readonly host: string;
  readonly page: string;
  /** The page on which this mail is ended. */
  readonly settings: string;
  readonly releases: readonly {
    readonly title: Readonly<Record<string, string>>;
    readonly edition: string;
    readonly version: string;
  }[];
}

const languages: Readonly<
  Record<
    Locale,
    {
      readonly subject: (host: string) => string;
      readonly lead: string;
      readonly ask: (page: string) => string;
      readonly end: (settings: string) => string;
      readonly titleIn: readonly string[];
    }
  >
> = {
  en: {
    subject: (host) => `A text under your notes at ${host} was released anew`,
    lead: 'These texts changed where you wrote notes:',
    ask: (page) => `See what changed, and say of each note whether it is still true: ${page}`,
    end: (settings) => `Whether and when you get such mail is chosen here: ${settings}`,
    titleIn: ['en', 'zh'],
  },
  'zh-Hans': {
    subject: (host) => `${host} 上您评注过的文本有新版本`,
    lead: '以下文本在您写有评注之处发生了变化：',
    ask: (page) => `请查看变化，并说明每条评注是否仍然成立：${page}`,
    end: (settings) => `是否以及何时收到此类邮件，可在此选择：${settings}`,
    titleIn: ['zh', 'en'],
  },
};

export function textLetter(
  locale: Locale,
  { host, page, settings, releases }: ReleaseFacts,
): { readonly subject: string; readonly body: string } {
  const words = languages[locale];
  const lines = releases.map(({ title, edition, version }) => {
    const name = words.titleIn.map((lang) => title[lang]).find((each) => each !== undefined);
    return `${name ?? edition} (${edition} ${version})`;
  });
  const parts = [`${words.lead}\n${lines.join('\n')}`, words.ask(page), words.end(settings)];
  return { subject: words.subject(host), body: `${parts.join('\n\n')}\n` };
}
