import type { Locale } from '@glossator/contract';

/* The words of the mail that says what came of reports: numbers alone, and where to read more. */

export interface ReceiptFacts {
  readonly upheld: number;
  readonly declined: number;
  readonly ignored: number;
  readonly host: string;
  readonly link: string;
}
interface Written {
  readonly subject: string;
  readonly body: string;
}

const paragraphs = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;

const counted = (count: number, one: string, many: (count: number) => string): string =>
  count === 0 ? '' : count === 1 ? one : many(count);

function en({ upheld, declined, ignored, host, link }: ReceiptFacts): Written {
  return {
    subject: `What came of what you reported at ${host}`,
    body: paragraphs(
      `You reported notes at ${host}. A moderator has decided.`,
      counted(
        upheld,
        'One note was taken away, as you proposed.',
        (n) => `${String(n)} notes were taken away, as you proposed.`,
      ),
      counted(
        declined,
        'One note stays: the moderator found nothing in it that breaks the rules.',
        (n) =>
          `${String(n)} notes stay: the moderator found nothing in them that breaks the rules.`,
      ),
      counted(
        ignored,
        'One note is gone: its author took it away before anybody decided.',
        (n) => `${String(n)} notes are gone: their authors took them away before anybody decided.`,
      ),
      'Read which ones here:',
      link,
    ),
  };
}

function zhHans({ upheld, declined, ignored, host, link }: ReceiptFacts): Written {
  return {
    subject: `您在 ${host} 的举报已有结果`,
    body: paragraphs(
      `您在 ${host} 举报了注解，审核员已作出决定。`,
      upheld === 0 ? '' : `${String(upheld)} 则注解已按您的意见撤下。`,
      declined === 0 ? '' : `${String(declined)} 则注解保留：审核员认为其中没有违反规则之处。`,
      ignored === 0 ? '' : `${String(ignored)} 则注解已不在：作者在审核之前自行撤回。`,
      '详见：',
      link,
    ),
  };
}

const languages: Readonly<Record<Locale, (facts: ReceiptFacts) => Written>> = {
  en,
  'zh-Hans': zhHans,
};

export const receiptLetter = (locale: Locale, facts: ReceiptFacts): Written =>
  languages[locale](facts);
