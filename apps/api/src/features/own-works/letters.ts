import type { Locale } from '@glossator/contract';
import type { WorkAction, WorkRefusal, WorkWithdrawal } from '@glossator/domain';

/* The words of the mails about somebody's text. What an editor typed is told to its owner alone. */

export interface LetterFacts {
  readonly host: string;
  readonly link: string;
  readonly title: string;
  readonly reason: WorkRefusal | WorkWithdrawal | null;
  readonly message: string;
}
interface Letter {
  readonly subject: string;
  readonly body: string;
}
/** What owners are told of; and what text editors are. */
export type ToldStep = Extract<WorkAction, 'assent' | 'refuse' | 'withdraw' | 'reinstate'>;

const paragraphs = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;

const reasons: Readonly<Record<Locale, Readonly<Record<WorkRefusal | WorkWithdrawal, string>>>> = {
  en: {
    'rights-unclear': 'It is not clear by what right it may be public.',
    'rights-of-others': 'Others hold rights that stand against it.',
    'text-incomplete': 'The text is not complete.',
    'text-faulty': 'The text has faults.',
    'already-here': 'This text is here already.',
    'out-of-scope': 'It is not a text of the kind that is read here.',
    rights: 'Its rights do not allow it to be public.',
    law: 'The law requires it.',
    'owner-asks': 'Its owner asked for it.',
  },
  'zh-Hans': {
    'rights-unclear': '公开该文本的权利依据不明。',
    'rights-of-others': '他人享有的权利不允许公开。',
    'text-incomplete': '文本不完整。',
    'text-faulty': '文本有误。',
    'already-here': '本站已有此文本。',
    'out-of-scope': '该文本不属于本站所读的类型。',
    rights: '其权利状况不允许公开。',
    law: '依法律要求。',
    'owner-asks': '应所有者要求。',
  },
};

const told: Readonly<Record<Locale, Readonly<Record<ToldStep, string>>>> = {
  en: {
    assent: 'A text editor has assented: it is public now.',
    refuse: 'A text editor has not assented. It stays private, and can be offered again.',
    withdraw: 'It has been withdrawn. Its address says so, and why.',
    reinstate: 'It is public again.',
  },
  'zh-Hans': {
    assent: '文本编辑已同意，该文本现已公开。',
    refuse: '文本编辑未予同意。该文本仍为私有，可再次提请公开。',
    withdraw: '该文本已被撤回。其网址将说明此事及原因。',
    reinstate: '该文本已重新公开。',
  },
};

export function ownerLetter(
  locale: Locale,
  step: ToldStep,
  { host, link, title, reason, message }: LetterFacts,
): Letter {
  const why = reason === null ? '' : reasons[locale][reason];
  const done = told[locale][step];
  return locale === 'en'
    ? {
        subject: `Your text “${title}” at ${host}`,
        body: paragraphs(
          `About your text “${title}”: ${done}`,
          why === '' ? '' : `The reason: ${why}`,
          message === '' ? '' : `The text editor writes:\n\n${message}`,
          'All that was decided is here:',
          link,
        ),
      }
    : {
        subject: `您在 ${host} 的文本《${title}》`,
        body: paragraphs(
          `关于您的文本《${title}》：${done}`,
          why === '' ? '' : `原因：${why}`,
          message === '' ? '' : `文本编辑写道：\n\n${message}`,
          '全部决定见此：',
          link,
        ),
      };
}

/** To text editors. Nothing that a stranger typed stands in it. */
export const offeredLetter = (
  locale: Locale,
  { host, link }: Pick<LetterFacts, 'host' | 'link'>,
): Letter =>
  locale === 'en'
    ? {
        subject: `A text was offered for publication at ${host}`,
        body: paragraphs('Somebody has offered a text to be made public. It is here:', link),
      }
    : {
        subject: `${host}：有文本提请公开`,
        body: paragraphs('有人提请公开一部文本，请见：', link),
      };
