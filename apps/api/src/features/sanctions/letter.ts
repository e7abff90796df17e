import type { Locale } from '@glossator/contract';
import type { RefusalReason, SanctionKind } from '@glossator/domain';
import { localTime } from '../notices/letter-words.ts';

/*
 * The words of mails about sanctions. What a moderator said stands in them as it was said: its person
 * is told the true reason.
 */

export interface SanctionFacts {
  readonly kind: SanctionKind;
  /** Name of the work in the person's language; null for the whole site. */
  readonly work: string | null;
  readonly reason: RefusalReason;
  readonly words: string;
  /** Null: until it is lifted. */
  readonly until: string | null;
  readonly host: string;
}
export interface GivenFacts extends SanctionFacts {
  readonly zone: string;
  /** By which its person objects. */
  readonly link: string;
  /** Whom else they can write to; the site's own words, or empty. */
  readonly contact: string;
}
export interface AnsweredFacts extends SanctionFacts {
  readonly answer: string;
}
interface Written {
  readonly subject: string;
  readonly body: string;
}

const paragraphs = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;
/** Each line marked, so that nobody takes it for a sentence of the site. */
const quoted = (words: string): string => words.trim().replaceAll(/^/gm, '> ');

interface Language {
  readonly reasons: Readonly<Record<RefusalReason, string>>;
  readonly given: (facts: GivenFacts, end: string) => Written;
  readonly lifted: (facts: AnsweredFacts) => Written;
  readonly upheld: (facts: AnsweredFacts) => Written;
}

const whereEn = (work: string | null, host: string): string =>
  work === null ? `at ${host}` : `in “${work}” at ${host}`;
const namesEn = { warning: 'warning', mute: 'mute', ban: 'ban' } as const;

const en: Language = {
  reasons: {
    'wrong-clause': 'wrong clause',
    misquotes: 'quotes wrongly',
    'off-topic': 'off topic',
    unclear: 'unclear',
    repeated: 'said already',
    abusive: 'abusive',
    spam: 'advertising or spam',
    'personal-data': 'personal data',
    unlawful: 'unlawful',
    other: 'another reason',
  },
  given: ({ kind, work, reason, words, host, link, contact }, end) => ({
    subject: {
      warning: `A warning ${whereEn(null, host)}`,
      mute: `You cannot write public notes ${whereEn(null, host)} for now`,
      ban: `Your account ${whereEn(null, host)} is closed to you`,
    }[kind],
    body: paragraphs(
      {
        warning: `A moderator gave you a warning ${whereEn(work, host)}. You can write publicly again when you have read it there.`,
        mute: `A moderator decided that you may not write public notes ${whereEn(work, host)}, ${end}. You can read everything, use your notebook, and delete what you wrote.`,
        ban: `A moderator decided that you may not use your account ${whereEn(work, host)}, ${end}. Every session was ended; signing in and access tokens are refused. Reading without an account stays open to you.`,
      }[kind],
      `Why: ${en.reasons[reason]}.`,
      quoted(words),
      'If you think this is wrong, say so here, once, within ninety days. Somebody else than who decided will read it:',
      link,
      kind === 'ban'
        ? 'Your data stay yours: to have a copy of them, or to have them erased, write to those who run this site.'
        : '',
      contact === '' ? '' : `Who runs this site:\n\n${contact}`,
    ),
  }),
  lifted: ({ kind, work, host, answer }) => ({
    subject: `Your ${namesEn[kind]} at ${host} was lifted`,
    body: paragraphs(
      `The ${namesEn[kind]} you were given ${whereEn(work, host)} was lifted. It does not hold any more.`,
      quoted(answer),
    ),
  }),
  upheld: ({ kind, work, host, answer }) => ({
    subject: `Your objection at ${host} was decided`,
    body: paragraphs(
      `Somebody else than who gave you the ${namesEn[kind]} ${whereEn(work, host)} has read your objection. It stays.`,
      quoted(answer),
    ),
  }),
};

const whereZh = (work: string | null, host: string): string =>
  work === null ? ` ${host} ` : ` ${host} 的《${work}》`;
const namesZh = { warning: '警告', mute: '禁言', ban: '封禁' } as const;

const zhHans: Language = {
  reasons: {
    'wrong-clause': '位置不符',
    misquotes: '引文有误',
    'off-topic': '离题',
    unclear: '表意不清',
    repeated: '重复',
    abusive: '辱骂',
    spam: '广告或垃圾信息',
    'personal-data': '个人信息',
    unlawful: '违法',
    other: '其他原因',
  },
  given: ({ kind, work, reason, words, host, link, contact }, end) => ({
    subject: {
      warning: `您在 ${host} 收到一次警告`,
      mute: `您暂时不能在 ${host} 发表公开注解`,
      ban: `您在 ${host} 的账户已被封禁`,
    }[kind],
    body: paragraphs(
      {
        warning: `审核员在${whereZh(work, host)}对您提出警告。您在网站上读过之后，即可继续公开发表。`,
        mute: `审核员决定：您不能在${whereZh(work, host)}发表公开注解，${end}。您仍可阅读全部内容、使用自己的笔记本，并删除自己写过的注解。`,
        ban: `审核员决定：您不能使用在${whereZh(work, host)}的账户，${end}。所有登录均已退出；登录和访问令牌均被拒绝。您仍可不登录而阅读。`,
      }[kind],
      `理由：${zhHans.reasons[reason]}。`,
      quoted(words),
      '如果您认为这一决定有误，可在九十天内通过以下页面申诉一次，由作出决定者以外的人审阅：',
      link,
      kind === 'ban' ? '您的数据仍属于您：如需取得副本或要求删除，请联系网站运营者。' : '',
      contact === '' ? '' : `网站运营者：\n\n${contact}`,
    ),
  }),
  lifted: ({ kind, work, host, answer }) => ({
    subject: `您在 ${host} 的${namesZh[kind]}已解除`,
    body: paragraphs(
      `您在${whereZh(work, host)}受到的${namesZh[kind]}已经解除，不再有效。`,
      quoted(answer),
    ),
  }),
  upheld: ({ kind, work, host, answer }) => ({
    subject: `您在 ${host} 的申诉已有结果`,
    body: paragraphs(
      `作出${namesZh[kind]}决定者以外的人已审阅您就${whereZh(work, host)}提出的申诉。原决定维持不变。`,
      quoted(answer),
    ),
  }),
};

const languages: Readonly<Record<Locale, Language>> = { en, 'zh-Hans': zhHans };

function endOf({ until, zone }: GivenFacts, locale: Locale): string {
  if (until === null) return locale === 'en' ? 'until it is lifted' : '直至解除';
  const time = localTime(until, { locale, zone });
  return locale === 'en' ? `until ${time}` : `至 ${time}`;
}

export const givenLetter = (locale: Locale, facts: GivenFacts): Written =>
  languages[locale].given(facts, endOf(facts, locale));
export const liftedLetter = (locale: Locale, facts: AnsweredFacts): Written =>
  languages[locale].lifted(facts);
export const upheldLetter = (locale: Locale, facts: AnsweredFacts): Written =>
  languages[locale].upheld(facts);
