import type { Locale } from '@glossator/contract';

/* The words of the mail that says that there are results: where, and not what. */

export interface ResultFacts {
  readonly host: string;
  /** One page for each. */
  readonly links: readonly string[];
}
interface Written {
  readonly subject: string;
  readonly body: string;
}

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const languages: Readonly<Record<Locale, (facts: ResultFacts) => Written>> = {
  en: ({ host, links }) => ({
    subject: `Your work in a class at ${host} has a result`,
    body: paragraphs(
      'What you got for an assignment can be read now, with every line of how it was counted:',
      links.join('\n'),
      'If you think that a line is wrong, you can contest it there.',
    ),
  }),
  'zh-Hans': ({ host, links }) => ({
    subject: `您在 ${host} 的班级作业已有成绩`,
    body: paragraphs(
      '您的作业成绩现已可以查看，每一项的计算过程都列在其中：',
      links.join('\n'),
      '如果您认为某一项有误，可以在该页面提出异议。',
    ),
  }),
};

export const resultLetter = (locale: Locale, facts: ResultFacts): Written =>
  languages[locale](facts);
