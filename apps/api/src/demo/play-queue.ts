import { flagNote } from '../features/flags/service.ts';
import { reply, startThread } from '../features/annotations/create.ts';
import { edit } from '../features/annotations/edit.ts';
import { readAnnotation } from '../features/annotations/service.ts';
import { appeal } from '../features/appeals/service.ts';
import { createList } from '../features/hold-rules/word-lists.ts';
import { decide } from '../features/moderation/decide.ts';
import { readCase } from '../features/moderation/queue.ts';
import { objectTo } from '../features/sanctions/objections.ts';
import { giveSanction, listOwnSanctions, readWarning } from '../features/sanctions/service.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from './cast.ts';
import { form } from './play.ts';
import { demoList, queueScript, type Step } from './queue-script.ts';
import { seen, work, type Stage } from './stage.ts';

type Does<Name extends Step['does']> = Extract<Step, { does: Name }>;

/** What waits for moderators and what they have decided, each by the service of its page. */
export async function playQueue(stage: Stage): Promise<void> {
  await createList(stage, stage.as('mara').actor, {
    ...demoList,
    work,
    isTold: true,
    holdsInPublish: true,
  });
  for (const step of queueScript) await take(stage, step);
}

const named = ({ notes }: Stage, name: string): string => {
  const id = notes.get(name);
  if (id === undefined) throw new Error(`no note is called ${name}`);
  return id;
};

async function take(stage: Stage, step: Step): Promise<void> {
  switch (step.does) {
    case 'write':
      return write(stage, step);
    case 'answer':
      await reply(stage, stage.as(step.by), named(stage, step.note), form(step));
      return;
    case 'edit':
      return rewrite(stage, step);
    case 'flag': {
      const { does: _, by, note, ...said } = step;
      await flagNote(stage, stage.as(by), named(stage, note), said);
      return;
    }
    case 'decide':
      return decideOn(stage, step);
    case 'appeal':
      return appealFrom(stage, step);
    case 'sanction': {
      const { does: _, by, whom, ...given } = step;
      const personId = stage.as(whom).person?.id ?? '';
      const where = given.kind === 'mute' ? work : null;
      await giveSanction(stage, stage.as(by).actor, personId, {
        ...given,
        work: where,
        key: uuidv7(),
      });
      return;
    }
    case 'read-warning':
      return readWarning(stage, stage.as(step.by).actor, await newestSanction(stage, step.by));
    case 'object':
      return objectTo(
        stage,
        stage.as(step.by).actor,
        await newestSanction(stage, step.by),
        step.words,
      );
  }
}

async function write(stage: Stage, step: Does<'write'>): Promise<void> {
  const place = { work, target: step.at, layer: 'public' } as const;
  const { view } = await startThread(stage, stage.as(step.by), { ...place, ...form(step) });
  if (step.name !== undefined) stage.notes.set(step.name, view.annotations[0]?.id ?? '');
}

async function rewrite(stage: Stage, { by, note, body }: Does<'edit'>): Promise<void> {
  const writer = stage.as(by);
  const id = named(stage, note);
  const { version } = await readAnnotation(stage, writer, id);
  await edit(stage, writer, id, { body, version, seen });
}

/** Where a work's rules let a note stand at once, there is nothing to decide. */
async function decideOn(stage: Stage, step: Does<'decide'>): Promise<void> {
  const { by, note, kind, does: _, ...said } = step;
  const { actor } = stage.as(by);
  const [open] = await stage.db.rows<{ id: string }>(openCaseOf, [named(stage, note), kind]);
  if (open === undefined) return;
  const it = await readCase(stage, actor, open.id);
  const { version } = it;
  const { revision, proposal } = it.note;
  await decide(stage, actor, it.id, { ...said, version, revision, proposal });
}

/** Index moderation_case_open. */
const openCaseOf = {
  name: 'demo-case-of',
  text: "select id from moderation_case where annotation_id = $1 and kind = $2 and state = 'open'",
};

async function appealFrom(stage: Stage, { by, note, words }: Does<'appeal'>): Promise<void> {
  const writer = stage.as(by);
  const id = named(stage, note);
  const { review } = await readAnnotation(stage, writer, id);
  const decision = review?.appealable?.decision;
  if (decision !== undefined) await appeal(stage, writer, id, { decision, words });
}

async function newestSanction(stage: Stage, role: Role): Promise<string> {
  const { items } = await listOwnSanctions(stage, stage.as(role).actor, undefined, 1);
  return items[0]?.id ?? '';
}
