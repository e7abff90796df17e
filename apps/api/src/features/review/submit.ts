import { limits, type AuthorStepForm, type SubmissionForm } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Static } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { acceptOptional } from '../commentaries/accept.ts';
import type { ReviewDeps } from './deps.ts';
import * as statements from './submission-statements.ts';
import { takeStep } from './take-step.ts';
import { tellEditors } from './tell.ts';

interface Readiness extends Record<string, unknown> {
  readonly parts: boolean;
  readonly byline: boolean;
  readonly licence: boolean;
  readonly interests: boolean;
}

async function requireComplete(db: Db, id: string): Promise<void> {
  const [ready] = await db.rows<Readiness>(statements.readiness, [id]);
  const missing = Object.entries(ready ?? {}).flatMap(([what, is]) => (is === true ? [] : [what]));
  if (missing.length > 0)
    throw new Refusal('submission-incomplete', `There is still missing: ${missing.join(', ')}.`, {
      missing,
    });
}

/** Hands in what stands now: its front matter, and the newest revision of each part. */
export async function submit(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  { seen, note }: SubmissionForm,
): Promise<void> {
  requireMember(actor);
  const words = acceptOptional(note, 'The note', limits.submissionNote);
  await deps.transact(async (db) => {
    await takeStep(db, {
      ...{ commentary, kind: 'submit', by: actor, seen },
      prepare: async (held) => {
        await requireComplete(held, commentary);
        const submission = uuidv7();
        await held.rows(statements.addSubmission, [submission, commentary, words]);
        await held.rows(statements.pinParts, [submission, commentary]);
        return { submission };
      },
    });
    await tellEditors(deps, db, commentary, 'submitted');
  });
}

export async function takeAuthorStep(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  { kind, seen }: Static<typeof AuthorStepForm>,
): Promise<void> {
  requireMember(actor);
  await deps.transact(async (db) => {
    await takeStep(db, { commentary, kind, by: actor, seen });
    if (kind === 'recall') await tellEditors(deps, db, commentary, 'recalled');
  });
}
