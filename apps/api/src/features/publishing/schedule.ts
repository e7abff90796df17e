import type { ScheduleForm } from '@glossator/contract';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { acceptZone } from '../follows/settings.ts';
import { takeStep } from '../review/take-step.ts';
import { tellAuthors } from '../review/tell.ts';
import { acceptChange, examineFree, holdFor, requireNext, type PublishingDeps } from './publish.ts';
import * as statements from './statements.ts';

/** To be published at a time. All that is asked of whoever publishes is asked now, and again then. */
export async function scheduleRelease(
  deps: PublishingDeps,
  { actor }: Viewer,
  id: string,
  form: ScheduleForm,
): Promise<void> {
  const personId = requireMember(actor);
  const change = acceptChange(form.change, form.number);
  const zone = acceptZone(form.zone);
  await deps.transact(async (db) => {
    const standing = await holdFor(db, actor, id);
    const { major, minor } = await requireNext(db, standing, form.number);
    const [time] = await db.rows<{ over: boolean }>(statements.isOver, [form.at]);
    if (time?.over !== false)
      throw new Refusal('schedule-past', 'This time is over; publish it now, or name a later one.');
    await takeStep(db, {
      ...{ commentary: id, kind: 'schedule', by: actor, seen: form.seen },
      dueAt: form.at,
    });
    await examineFree(db, deps.texts, standing);
    await db.rows(statements.setSchedule, [...[id, form.at, zone, major, minor, change], personId]);
    await tellAuthors(deps, db, standing, 'schedule', '');
  });
}
