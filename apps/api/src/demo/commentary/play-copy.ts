import { v7 as uuidv7 } from 'uuid';
import { changeFrontMatter, readCommentary } from '../../features/commentaries/commentaries.ts';
import { copyRelease } from '../../features/commentaries/copy.ts';
import { readPart, savePart } from '../../features/commentaries/parts.ts';
import { publishRelease } from '../../features/publishing/publish.ts';
import { decide, undoDecision } from '../../features/review/decisions.ts';
import {
  answerInvitation,
  inviteReviewer,
  openRound,
  sendRecommendation,
} from '../../features/review/rounds.ts';
import { submit, takeAuthorStep } from '../../features/review/submit.ts';
import { readReview } from '../../features/review/view.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressOf } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { copy } from './copy-script.ts';
import { people } from './script.ts';

interface Scene {
  readonly stage: Stage;
  readonly id: string;
  readonly lead: Viewer;
  readonly editor: Viewer;
}

const seenBy = async ({ stage, id, lead }: Scene): Promise<number> =>
  (await readReview(stage, lead.actor, id)).seen;

async function handIn(scene: Scene, note: string): Promise<void> {
  const { stage, lead, id } = scene;
  await submit(stage, lead.actor, id, { seen: await seenBy(scene), note });
}

/** A round with one reviewer. */
async function review(
  scene: Scene,
  n: number,
  recommendation: (typeof copy.rounds)[number],
): Promise<void> {
  const { stage, editor, id } = scene;
  const seen = await seenBy(scene);
  const names = 'open' as const;
  await openRound(stage, editor.actor, id, { seen, names, dueOn: null, message: '' });
  const who = addressOf(people.reviewed);
  await inviteReviewer(stage, editor.actor, id, n, { who, dueOn: null });
  const { actor } = stage.as(people.reviewed);
  await answerInvitation(stage, actor, id, n, true);
  await sendRecommendation(stage, actor, id, n, recommendation);
}

async function answer(
  scene: Scene,
  said: {
    readonly kind: 'request-changes' | 'decline' | 'accept';
    readonly reason: string;
    readonly message: string;
  },
): Promise<void> {
  const { stage, editor, id } = scene;
  await decide(stage, editor.actor, id, { ...said, seen: await seenBy(scene) });
}

/** Adds a sentence to one entry. */
async function amend({ stage, lead, id }: Scene, sentence: string): Promise<void> {
  const { parts } = await readCommentary(stage, lead, id);
  const part = parts.find(({ label }) => label === copy.amended);
  if (part === undefined) throw new Error(`there is no ${copy.amended}`);
  const { label, title, body, version } = await readPart(stage, lead, id, part.id);
  await savePart(stage, lead, id, part.id, {
    ...{ label, title, version },
    body: `${body}\n\n${sentence}`,
  });
}

async function publish(scene: Scene, number: string, change: string): Promise<void> {
  const { stage, editor, id } = scene;
  await publishRelease(stage, editor, id, { number, change, seen: await seenBy(scene) });
}

/**
 * A copy of what ships goes all the way: two rounds, a refusal that is taken back, release 1.0, and 1.1 that
 * corrects one entry. What ships stays as it is.
 */
export async function playCopy(stage: Stage, lead: Viewer, editor: Viewer): Promise<void> {
  const { source, title, slug } = copy;
  const form = { number: '1.0', slug, title, key: uuidv7() };
  const { made } = await copyRelease(stage, lead.actor, source, form);
  const { id } = made;
  const scene: Scene = { stage, id, lead, editor };
  const { abstract, language, licence, version } = await readCommentary(stage, lead, id);
  await changeFrontMatter(stage, lead, id, {
    ...{ title, abstract, language, licence, version },
    ...copy.front,
  });
  const [first, second] = copy.rounds;
  await handIn(scene, copy.note);
  await review(scene, 1, first);
  await answer(scene, copy.changes);
  await amend(scene, copy.mended);
  await handIn(scene, copy.again);
  await review(scene, 2, second);
  await answer(scene, copy.declined);
  const { seen, undo } = await readReview(stage, editor.actor, id);
  if (undo === null) throw new Error('the refusal cannot be taken back');
  await undoDecision(stage, editor.actor, id, undo, { ...copy.undone, seen });
  await answer(scene, copy.accepted);
  await publish(scene, '1.0', '');
  const kind = 'correct' as const;
  await takeAuthorStep(stage, lead.actor, id, { kind, seen: await seenBy(scene) });
  await amend(scene, copy.corrected);
  await handIn(scene, copy.change);
  await answer(scene, copy.accepted);
  await publish(scene, '1.1', copy.change);
}
