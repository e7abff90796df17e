import { digest } from '@glossator/document';
import {
  checkCommentary,
  compareFronts,
  compareParts,
  composeRelease,
  isWithEditors,
  numberAfter,
  writeReleaseNumber,
  type CommentaryDraft,
  type ComparedPart,
  type Finding,
  type ReleaseDocument,
  type ReleaseNumber,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { partsToCompare } from '../releases/statements.ts';
import type { StandingOf } from '../review/standing.ts';
import type { TextStore } from '../works/text-store.ts';
import { readDraft, type Draft } from './read-draft.ts';
import * as statements from './statements.ts';

export interface Published extends ReleaseNumber {
  readonly id: string;
  readonly released: string;
}

/** What would be published, under which number, and what is to be said of it before. */
export interface Examined extends Draft {
  readonly newest: Published | null;
  readonly number: string;
  readonly findings: readonly Finding[];
}

type Front = Omit<ReleaseDocument, 'parts'>;
type Row<Each> = Each & Record<string, unknown>;

/** Whether it says what the newest release says, whoever looked at it since. */
async function saysTheSame(db: Db, { id }: Published, draft: CommentaryDraft): Promise<boolean> {
  const now = composeRelease(draft, { number: '1.0', released: '', change: '', statement: {} });
  const [row] = await db.rows<{ front: Front }>(statements.frontOf, [id]);
  if (now === null || row === undefined) return false;
  if (compareFronts(row.front, now).some((field) => field !== 'statement')) return false;
  const before = await db.rows<Row<ComparedPart>>(partsToCompare, [id]);
  const marked = now.parts.map((part) => ({ ...part, body: digest(part.body) }));
  return compareParts(before, marked).length === 0;
}

export async function newestOf(db: Db, id: string): Promise<Published | null> {
  const [newest] = await db.rows<Row<Published>>(statements.publishedOf, [id]);
  return newest ?? null;
}

/** The number that the next release gets. */
export const nextNumber = (newest: Published | null, { next }: StandingOf): ReleaseNumber =>
  numberAfter(newest, next === 'correction');

export async function examine(db: Db, texts: TextStore, standing: StandingOf): Promise<Examined> {
  const { id } = standing;
  // From handing in until it is published nothing is looked at but what was handed in.
  const which = isWithEditors(standing.state) ? 'handed-in' : 'now';
  const found = await readDraft(db, texts, id, which);
  const newest = await newestOf(db, id);
  const isOld = newest !== null && (await saysTheSame(db, newest, found.draft));
  return {
    ...found,
    newest,
    number: writeReleaseNumber(nextNumber(newest, standing)),
    findings: [
      ...checkCommentary(found.draft),
      ...(isOld ? [{ code: 'nothing-new', part: null, about: '' } as const] : []),
    ],
  };
}
