import { v7 as uuidv7 } from 'uuid';
import {
  changeFrontMatter,
  foundCommentary,
  readCommentary,
} from '../../features/commentaries/commentaries.ts';
import { addPart } from '../../features/commentaries/parts.ts';
import { appointEditor } from '../../features/editors/statements.ts';
import { answerThread, beginThread } from '../../features/review/margin-write.ts';
import { readRoundProof } from '../../features/review/round-proof.ts';
import {
  answerInvitation,
  inviteReviewer,
  openRound,
  sendRecommendation,
} from '../../features/review/rounds.ts';
import { submit } from '../../features/review/submit.ts';
import { readReview } from '../../features/review/view.ts';
import type { Viewer } from '../../plugins/session.ts';
import { addressOf, type Role } from '../cast.ts';
import { idOf } from '../class/member.ts';
import { work, type Stage } from '../stage.ts';
import { playCopy } from './play-copy.ts';
import { front, margins, note, parts, people, review, slug, toAuthors } from './script.ts';

const viewerOf = (stage: Stage, role: Role): Viewer => {
  const { actor, layers, person } = stage.as(role);
  return { actor, layers, person, sessionId: null, works: [] };
};

async function write(stage: Stage): Promise<string> {
  const lead = viewerOf(stage, people.lead);
  const { title, language } = front;
  const { id } = await foundCommentary(stage, lead, { work, slug, title, language });
  for (const part of parts) await addPart(stage, lead, id, { ...part, key: uuidv7() });
  const { version } = await readCommentary(stage, lead, id);
  await changeFrontMatter(stage, lead, id, { ...front, version });
  return id;
}

/** Notes beside the text; an editor has answered one. */
async function writeMargins(stage: Stage, editor: Viewer, id: string): Promise<void> {
  const { items } = await readRoundProof(stage, editor, id, 1, undefined);
  for (const { by, label, words, audience, body, answer } of margins) {
    const part = items.find((each) => each.label === label);
    if (part === undefined) throw new Error(`nothing is called ${label}`);
    const writer = by === 'editor' ? editor.actor : stage.as(people[by]).actor;
    const { id: thread } = await beginThread(stage, writer, id, 1, {
      ...{ part: part.id, body, words, prefix: '', suffix: '', audience, key: uuidv7() },
    });
    if (answer !== null)
      await answerThread(stage, editor.actor, id, thread, { body: answer, key: uuidv7() });
  }
}

/** A commentary in its first round: two review it, one of them has advised. */
export async function playCommentary(stage: Stage): Promise<void> {
  const id = await write(stage);
  const { actor: lead } = stage.as(people.lead);
  await submit(stage, lead, id, { seen: 0, note });
  await stage.db.rows(appointEditor, [idOf(stage, people.editor), 'editor']);
  const { actor } = stage.as(people.editor);
  const editor = { ...actor, roles: [...actor.roles, 'editor' as const] };
  const { seen } = await readReview(stage, editor, id);
  await openRound(stage, editor, id, { seen, names: 'open', dueOn: null, message: toAuthors });
  for (const role of [people.reviewed, people.asked]) {
    await inviteReviewer(stage, editor, id, 1, { who: addressOf(role), dueOn: null });
    await answerInvitation(stage, stage.as(role).actor, id, 1, true);
  }
  await writeMargins(stage, { ...viewerOf(stage, people.editor), actor: editor }, id);
  await sendRecommendation(stage, stage.as(people.reviewed).actor, id, 1, review);
  await playCopy(stage, viewerOf(stage, people.lead), {
    ...viewerOf(stage, people.editor),
    actor: editor,
  });
}
