import type { Locale } from '@glossator/contract';

/* The words of the mail that says that what a class holds is deleted soon: which one, its page says. */

export interface WarningFacts {
  readonly host: string;
  readonly link: string;
  /** The last day, as 2027-06-30. */
  readonly until: string;
}
interface Written {
  readonly subject: string;
  readonly body: string;
}

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const languages: Readonly<Record<Locale, (facts: WarningFacts) => Written>> = {
  en: ({ host, link, until }) => ({
    subject: `What a class of yours at ${host} holds is deleted after ${until}`,
    body: paragraphs(
      `You teach a class that keeps what its students wrote and got until the end of ${until}. After that day it is deleted for good: notes, drafts, results, and who was in the class. What you set stays.`,
      'If you need the gradebook, take it along before; the day can be changed as well:',
      link,
      'Students see the day on the page of the class, and how to take along what is theirs.',
    ),
  }),
  'zh-Hans': ({ host, link, until }) => ({
    subject: `您在 ${host} 的一个班级，其内容将在 ${until} 之后删除`,
    body: paragraphs(
      `您任教的一个班级把学生所写的内容和成绩保留到 ${until} 当天结束。此后，注解、草稿、成绩以及班级成员名单将被永久删除；您布置的作业会保留。`,
      '如果需要成绩表，请在此之前下载；也可以更改日期：',
      link,
      '学生可以在班级页面看到这个日期，以及如何带走自己的内容。',
    ),
  }),
};

export const warningLetter = (locale: Locale, facts: WarningFacts): Written =>
  languages[locale](facts);
