import type { FollowKind, Locale, NoticeReason } from '@glossator/contract';
import type { Letter } from './letter.ts';

/** What a mail of notices says in a language. Names reach it as they may be shown. */
export interface LetterWords {
  /** Of numbers and addresses alone: no name, no title. */
  readonly subject: (letter: Pick<Letter, 'found' | 'clauses'>) => string;
  readonly lead: (found: number, host: string) => string;
  readonly gone: string;
  readonly why: Readonly<Record<NoticeReason, (name: string) => string>>;
  readonly open: string;
  readonly more: (count: number) => string;
  readonly end: Readonly<Record<FollowKind, string>>;
  readonly how: (letter: Pick<Letter, 'choice' | 'zone'>) => string;
  readonly change: string;
  readonly colon: string;
  readonly beside: (words: string) => string;
  readonly endAll: string;
}

const en: LetterWords = {
  subject: ({ found, clauses: [first, ...others] }) =>
    found === 1
      ? `A new note on ${first?.address ?? ''}`
      : others.length === 0
        ? `${found} new notes on ${first?.address ?? ''}`
        : `${found} new notes on ${first?.address ?? ''} and elsewhere`,
  lead: (found, host) =>
    found === 1
      ? `One new note that concerns you at ${host}.`
      : `${found} new notes that concern you at ${host}.`,
  gone: 'Somebody who has left',
  why: {
    reply: (name) => `${name} answered you`,
    mention: (name) => `${name} called you`,
    feedback: (name) => `${name} wrote to you about your work in a class`,
    question: (name) => `${name} wrote to those who teach the class`,
    thread: (name) => `${name} wrote in a thread you follow`,
    clause: (name) => `${name} wrote on a clause you follow`,
    person: (name) => `${name}, whom you follow, wrote`,
    layer: (name) => `${name} wrote a public note`,
    work: (name) => `${name} wrote on a work you follow`,
    decision: () => 'A moderator has approved your note',
  },
  open: 'Read it',
  more: (count) =>
    count === 1 ? 'One more is in your notices:' : `${count} more are in your notices:`,
  end: {
    clause: 'No more mail about this clause',
    thread: 'No more mail about this thread',
    person: 'No more mail about this person',
    layer: 'No more mail about all public notes',
    work: 'No more mail about this work',
  },
  how: ({ choice, zone }) =>
    ({
      soon: 'You asked for notices by mail at once; what comes within some minutes is gathered.',
      daily: `You asked for notices by mail once a day, at 7:00 (${zone}).`,
      weekly: `You asked for notices by mail once a week, on Mondays at 7:00 (${zone}).`,
    })[choice],
  change: 'Change when mail comes',
  colon: ': ',
  beside: (words) => ` (${words})`,
  endAll: 'No more notices by mail',
};

const zhHans: LetterWords = {
  subject: ({ found, clauses: [first, ...others] }) =>
    others.length === 0
      ? `${first?.address ?? ''} 有 ${found} 则新注解`
      : `${first?.address ?? ''} 等处有 ${found} 则新注解`,
  lead: (found, host) => `${host} 上有 ${found} 则与您有关的新注解。`,
  gone: '已注销的用户',
  why: {
    reply: (name) => `${name} 回复了您`,
    mention: (name) => `${name} 提及了您`,
    feedback: (name) => `${name} 就您在班级中的作业给您写了注解`,
    question: (name) => `${name} 向授课者写了注解`,
    thread: (name) => `${name} 在您关注的讨论中写了注解`,
    clause: (name) => `${name} 在您关注的条款上写了注解`,
    person: (name) => `${name}（您关注的人）写了注解`,
    layer: (name) => `${name} 写了公开注解`,
    work: (name) => `${name} 在您关注的文本上写了注解`,
    decision: () => '审核员已通过您的注解',
  },
  open: '查看',
  more: (count) => `另有 ${count} 则，见您的通知：`,
  end: {
    clause: '不再就此条款发邮件',
    thread: '不再就此讨论发邮件',
    person: '不再就此人发邮件',
    layer: '不再就全部公开注解发邮件',
    work: '不再就此文本发邮件',
  },
  how: ({ choice, zone }) =>
    ({
      soon: '您选择了即时接收邮件通知；几分钟内的通知合并为一封。',
      daily: `您选择了每天 7:00（${zone}）接收邮件通知。`,
      weekly: `您选择了每周一 7:00（${zone}）接收邮件通知。`,
    })[choice],
  change: '更改接收时间',
  colon: '：',
  beside: (words) => `（${words}）`,
  endAll: '不再以邮件接收通知',
};

export const letterWords: Readonly<Record<Locale, LetterWords>> = { en, 'zh-Hans': zhHans };

/** Beyond these a name or title could turn what stands after it round. */
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * What somebody else typed, as a mail may show it: on one line, kept apart from what is around it, and
 * with nothing in it that a mail program would make a link of.
 */
export function harmless(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/[.:/@]/gu, '$&\u2060');
  return turning.test(line) ? `\u2068${line}\u2069` : line;
}

/** The time of a note where its reader is; in UTC where this program does not know the zone. */
export function localTime(
  instant: string,
  { locale, zone }: Pick<Letter, 'locale' | 'zone'>,
): string {
  const write = (timeZone: string): string => {
    const options = {
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone,
    } as const;
    return `${new Intl.DateTimeFormat(locale, options).format(new Date(instant))} ${timeZone}`;
  };
  try {
    return write(zone);
  } catch {
    return write('UTC');
  }
}
