import type { Locale } from '@glossator/contract';
import { harmless, localTime } from '../notices/letter-words.ts';
import { mostCounted } from './round-statements.ts';

interface Titled {
  readonly titles: Readonly<Record<string, string>>;
}
export interface WaitingWork extends Titled {
  readonly slug: string;
  readonly waiting: number;
  readonly appealed: number;
  readonly mine: number;
  readonly oldest: string;
}
interface Where {
  readonly locale: Locale;
  readonly zone: string;
}

/** What the mails of the rota say. Numbers, times, and titles of works; nothing of a note. */
interface RotaWords {
  readonly subject: (total: number) => string;
  readonly lead: (host: string) => string;
  readonly work: (title: string) => string;
  readonly waiting: (count: string) => string;
  readonly oldest: (time: string) => string;
  readonly appealed: (count: number) => string;
  readonly mine: (count: number) => string;
  readonly why: string;
  readonly change: string;
  readonly end: string;
  readonly colon: string;
  readonly alarm: (works: number) => string;
  readonly alarmLead: (host: string, days: number) => string;
  readonly overdue: (work: Titled & { readonly since: string }, to: Where, link: string) => string;
  readonly alarmWhy: string;
}

const titleIn = ({ titles }: Titled, locale: Locale): string =>
  harmless(titles[locale === 'en' ? 'en' : 'zh'] ?? Object.values(titles)[0] ?? '');

const many = (count: number): string =>
  count > mostCounted ? `> ${String(mostCounted)}` : String(count);

const en: RotaWords = {
  subject: (total) =>
    total === 1 ? 'One note waits for you' : `${many(total)} notes wait for you`,
  lead: (host) => `This is what waits at ${host} this morning; you are on duty today.`,
  work: (title) => `“${title}”`,
  waiting: (count) => `- waiting: ${count}`,
  oldest: (time) => `- the oldest since ${time}`,
  appealed: (count) => `- of them appeals: ${String(count)}`,
  mine: (count) => `- claimed by you: ${String(count)}`,
  why: 'You have this mail because you are a moderator. It comes on the days you are on duty.',
  change: 'Change your days, the hour, or say that you are away',
  end: 'No more such mail',
  colon: ': ',
  alarm: (works) =>
    works === 1
      ? 'Notes have waited for too long'
      : 'Notes have waited for too long in several texts',
  alarmLead: (host, days) =>
    days === 1
      ? `At ${host} a note has waited for more than a day for a moderator.`
      : `At ${host} a note has waited for more than ${String(days)} days for a moderator.`,
  overdue: (work, to, link) =>
    `“${titleIn(work, 'en')}”\n- the oldest since ${localTime(work.since, to)}\n${link}`,
  alarmWhy:
    'You have this mail because you administer the site. It comes once a day while this lasts. Appoint moderators, or set after how many days you are called:',
};

const zhHans: RotaWords = {
  subject: (total) => `有 ${many(total)} 则注解等待审阅`,
  lead: (host) => `今早在 ${host} 等待处理的内容如下；您今天值班。`,
  work: (title) => `《${title}》`,
  waiting: (count) => `- 待处理：${count}`,
  oldest: (time) => `- 最早的自 ${time} 起等待`,
  appealed: (count) => `- 其中申诉：${String(count)}`,
  mine: (count) => `- 由您认领：${String(count)}`,
  why: '您收到此邮件，是因为您是审核员。它在您值班之日发送。',
  change: '更改值班日、时刻，或告知您不在',
  end: '不再接收此类邮件',
  colon: '：',
  alarm: (works) => (works === 1 ? '有注解等待过久' : '多个文本有注解等待过久'),
  alarmLead: (host, days) => `在 ${host}，有注解已等待审核员超过 ${String(days)} 天。`,
  overdue: (work, to, link) =>
    `《${titleIn(work, 'zh-Hans')}》\n- 最早的自 ${localTime(work.since, to)} 起等待\n${link}`,
  alarmWhy:
    '您收到此邮件，是因为您管理本站。此情况持续期间，每天发送一次。您可任命审核员，或设定多少天后提醒您：',
};

export const rotaWords: Readonly<Record<Locale, RotaWords>> = { en, 'zh-Hans': zhHans };

export function writeWork(work: WaitingWork, to: Where, origin: URL): string {
  const words = rotaWords[to.locale];
  return [
    words.work(titleIn(work, to.locale)),
    words.waiting(many(work.waiting)),
    words.oldest(localTime(work.oldest, to)),
    words.appealed(work.appealed),
    words.mine(work.mine),
    `${origin.origin}/moderation?work=${work.slug}`,
  ].join('\n');
}
