import type {
  AbsenceForm,
  AlarmSettings,
  Done,
  DutyForm,
  OverdueWork,
  OverdueWorks,
  RotaView,
  SummarySettings,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { randomUUID } from 'node:crypto';
import type { Db, Transact } from '../../db/client.ts';
import { requireAdministrator } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptZone } from '../follows/settings.ts';
import { requireAnyKeeper } from '../moderation/access.ts';
import { worksOf } from '../moderation/works.ts';
import { rescheduleMail } from '../notices/gather.ts';
import * as statements from './statements.ts';

export interface RotaDeps {
  readonly db: Db;
  readonly transact: Transact;
}

const mostAbsences = 50;
const longestAbsence = 366;

type Row<View> = View & Record<string, unknown>;
type Duty = RotaView['own'][number];
type Colleague = RotaView['works'][number]['people'][number];

async function overdueOf(db: Db, works: readonly number[]): Promise<OverdueWorks> {
  const [days] = await db.rows<{ days: number }>(statements.alarmDays, []);
  const rows = await db.rows<Row<OverdueWork>>(statements.overdueWorks, [works]);
  return { days: days?.days ?? 0, items: rows.map(({ work, since }) => ({ work, since })) };
}

/** Works in which somebody has waited for too long, of those that the actor keeps in order. */
export async function readOverdue({ db }: RotaDeps, actor: Actor): Promise<OverdueWorks> {
  requireAnyKeeper(actor);
  return overdueOf(
    db,
    (await worksOf(db, actor)).map(({ id }) => id),
  );
}

export async function readRota({ db }: RotaDeps, actor: Actor): Promise<RotaView> {
  const personId = requireAnyKeeper(actor);
  const works = await worksOf(db, actor);
  const ids = works.map(({ id }) => id);
  const [own, absences, [summary], people, overdue] = await Promise.all([
    db.rows<Row<Duty>>(statements.ownDuties, [personId]),
    db.rows<Row<RotaView['absences'][number]>>(statements.ownAbsences, [personId]),
    db.rows<Row<SummarySettings>>(statements.summarySettings, [personId]),
    db.rows<Row<Colleague & { work: string }>>(statements.dutiesOfWorks, [ids]),
    overdueOf(db, ids),
  ]);
  if (summary === undefined) throw notFound();
  return {
    own,
    absences,
    summary,
    works: works.map(({ slug }) => ({
      work: slug,
      people: people
        .filter(({ work }) => work === slug)
        .map(({ work: _work, ...person }) => person),
    })),
    overdue,
  };
}

const done: Done = { done: true };

export async function changeDuty(
  { db }: RotaDeps,
  actor: Actor,
  { work, weekdays }: DutyForm,
): Promise<Done> {
  const personId = requireAnyKeeper(actor);
  const changed = await db.rows(statements.changeDuty, [personId, work, weekdays]);
  if (changed.length === 0) throw notFound();
  return done;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

export async function addAbsence(
  { transact }: RotaDeps,
  actor: Actor,
  { from, to }: AbsenceForm,
): Promise<Done> {
  const personId = requireAnyKeeper(actor);
  const days = daysBetween(from, to);
  const refused = new Refusal(
    'absence-malformed',
    `An absence ends on or after its first day, not in the past, and lasts ${String(longestAbsence)} days at most; ${String(mostAbsences)} are kept.`,
  );
  if (!(days >= 1 && days <= longestAbsence)) throw refused;
  await transact(async (db) => {
    await db.rows(statements.dropOldAbsences, [personId]);
    const values = [randomUUID(), personId, from, to, mostAbsences];
    if ((await db.rows(statements.insertAbsence, values)).length === 0) throw refused;
  });
  return done;
}

/** One's own only: another's looks like none. */
export async function endAbsence({ db }: RotaDeps, actor: Actor, id: string): Promise<Done> {
  const personId = requireAnyKeeper(actor);
  if ((await db.rows(statements.deleteAbsence, [id, personId])).length === 0) throw notFound();
  return done;
}

export async function changeSummary(
  { transact }: RotaDeps,
  actor: Actor,
  { mails, hour, zone }: SummarySettings,
): Promise<SummarySettings> {
  const personId = requireAnyKeeper(actor);
  const accepted = { mails, hour, zone: acceptZone(zone) };
  await transact(async (db) => {
    await db.rows(statements.changeSummary, [personId, mails, hour, accepted.zone]);
    // Notices by mail go by the same zone.
    await rescheduleMail(db, personId);
  });
  return accepted;
}

export async function changeAlarm(
  { db }: RotaDeps,
  actor: Actor,
  { days }: AlarmSettings,
): Promise<AlarmSettings> {
  requireAdministrator(actor);
  await db.rows(statements.changeAlarmDays, [days]);
  return { days };
}
