import type { Locale } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import type { LateWords, LateWriter } from '../mail/deliver.ts';
import { makeUnsubscribeSeal, type UnsubscribeSeal } from '../notices/unsubscribe.ts';
import { rotaWords, writeWork, type WaitingWork } from './letter-words.ts';
import { alarmReader, summaryOf, summaryReader } from './round-statements.ts';
import { alarmDays, overdueWorks } from './statements.ts';

const nothingToSettle = (): Promise<void> => Promise.resolve();

interface Reader extends Record<string, unknown> {
  readonly id: string;
  readonly locale: Locale;
  readonly zone: string;
}
type Work = WaitingWork & Record<string, unknown>;

async function composeSummary(
  seal: UnsubscribeSeal,
  origin: URL,
  db: Db,
  mail: string,
): Promise<LateWords | null> {
  const [to] = await db.rows<Reader>(summaryReader, [mail]);
  if (to === undefined) return null;
  const works = await db.rows<Work>(summaryOf, [to.id]);
  if (works.length === 0) return null;
  const words = rotaWords[to.locale];
  const total = works.reduce((sum, { waiting }) => sum + waiting, 0);
  return {
    subject: words.subject(total),
    text: `${[
      words.lead(origin.host),
      ...works.map((work) => writeWork(work, to, origin)),
      `-- \n${words.why}\n${words.change}${words.colon}${origin.origin}/moderation/rota\n${words.end}${words.colon}${seal.page('summary', to.id)}`,
    ].join('\n\n')}\n`,
    headers: {
      'List-Id': `<moderation.${origin.hostname}>`,
      'List-Unsubscribe': `<${seal.oneClick(to.id, 'summary')}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** Counts alone, of the moment it is sent: no word of any note, and nobody's name. */
export function summaryWriter(origin: URL, keys: readonly string[]): LateWriter {
  const seal = makeUnsubscribeSeal(keys, origin);
  return {
    compose: (db, mail) => composeSummary(seal, origin, db, mail),
    settled: nothingToSettle,
  };
}

export function alarmWriter(origin: URL): LateWriter {
  return {
    compose: async (db, mail) => {
      const [to] = await db.rows<Reader>(alarmReader, [mail]);
      const works = await db.rows<Work & { since: string }>(overdueWorks, [null]);
      const [setting] = await db.rows<{ days: number }>(alarmDays, []);
      if (to === undefined || setting === undefined || works.length === 0) return null;
      const words = rotaWords[to.locale];
      return {
        subject: words.alarm(works.length),
        text: `${[
          words.alarmLead(origin.host, setting.days),
          ...works.map((each) => words.overdue(each, to, `${origin.origin}/moderation`)),
          `-- \n${words.alarmWhy}\n${origin.origin}/admin/moderators`,
        ].join('\n\n')}\n`,
        headers: { 'List-Id': `<moderation.${origin.hostname}>` },
      };
    },
    settled: nothingToSettle,
  };
}
