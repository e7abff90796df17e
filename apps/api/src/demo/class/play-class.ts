import type pg from 'pg';
import { reply, startThread } from '../../features/annotations/create.ts';
import { makeAssignment, readAssignment } from '../../features/assignments/assignments.ts';
import { publishAssignment } from '../../features/assignments/change.ts';
import { giveExtension } from '../../features/assignments/extensions.ts';
import { form } from '../play.ts';
import { work, type Stage } from '../stage.ts';
import { morningIn, nightIn } from './days.ts';
import { found } from './found.ts';
import { idOf, inClass, known } from './member.ts';
import { passDays } from './pass-days.ts';
import { playGrades } from './play-grades.ts';
import { securityScript } from './security-script.ts';
import { instructor } from './setting.ts';
import { sovereigntyScript } from './sovereignty-script.ts';
import type { ClassStep } from './step.ts';

type Does<Name extends ClassStep['does']> = Extract<ClassStep, { does: Name }>;

/** A class as it is played: its assignments by the names that the scripts give them. */
interface PlayedClass {
  readonly id: string;
  readonly assignments: Map<string, string>;
}

/** A class in the middle of its term, each thing in it done by the service of its page; which it is. */
export async function playClass(stage: Stage, pool: pg.Pool): Promise<string> {
  const played: PlayedClass = { id: await found(stage), assignments: new Map() };
  for (const step of [...sovereigntyScript, ...securityScript])
    await take(stage, pool, played, step);
  await playGrades(stage, known(played.assignments, 'sovereignty'));
  return played.id;
}

async function take(
  stage: Stage,
  pool: pg.Pool,
  played: PlayedClass,
  step: ClassStep,
): Promise<void> {
  switch (step.does) {
    case 'assign':
      return assign(stage, played, step);
    case 'pass':
      return passDays(pool, played.id, step.days);
    case 'write':
    case 'confide':
      return write(stage, played, step);
    case 'answer': {
      const writer = await inClass(stage, step.by);
      await reply(stage, writer, known(stage.notes, step.note), form(step));
      return;
    }
    case 'extend': {
      const { actor } = stage.as(step.by);
      const times = { due: nightIn(step.days), closes: null };
      const assignment = known(played.assignments, step.in);
      await giveExtension(stage, actor, assignment, idOf(stage, step.whom), times);
      return;
    }
  }
}

async function assign(
  stage: Stage,
  { id: classId, assignments }: PlayedClass,
  { name, plan, draft = false }: Does<'assign'>,
): Promise<void> {
  const { actor } = stage.as(instructor);
  const times = {
    opens: morningIn(plan.opens),
    due: nightIn(plan.due),
    closes: nightIn(plan.closes),
  };
  const { id } = await makeAssignment(stage, actor, classId, { ...plan, ...times });
  assignments.set(name, id);
  if (draft) return;
  const { version } = await readAssignment(stage, actor, id);
  await publishAssignment(stage, actor, id, { published: true, version });
}

async function write(
  stage: Stage,
  { assignments }: PlayedClass,
  step: Does<'write'> | Does<'confide'>,
): Promise<void> {
  const writer = await inClass(stage, step.by);
  const about = step.does === 'confide' ? step.note : undefined;
  const { view } = await startThread(stage, writer, {
    work,
    target: step.at,
    assignment: known(assignments, step.in),
    layer: step.does === 'write' ? 'class' : 'feedback',
    ...form(step),
    ...(about === undefined
      ? {}
      : { pointing: { kind: 'note', annotation: known(stage.notes, about) } }),
  });
  if (step.name !== undefined) stage.notes.set(step.name, view.annotations[0]?.id ?? '');
}
