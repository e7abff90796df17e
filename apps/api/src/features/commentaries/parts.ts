import { limits, type NewPart, type PartForm, type PartView } from '@glossator/contract';
import { countText } from '@glossator/document';
import { withQuotations } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { citedIn, readMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { readQuotations } from '../promotions/quotations.ts';
import { workAround } from '../works/text-store.ts';
import { acceptLabel, acceptOptional } from './accept.ts';
import { requireInCommentary, type SeenCommentary } from './access.ts';
import type { CommentaryDeps } from './commentaries.ts';
import { draftReferences } from './draft-references.ts';
import { joinLines } from './join-lines.ts';
import { holdOutline, positionFor, requireRoom, setOrder } from './outline.ts';
import * as statements from './part-statements.ts';
import { acceptPlaces, presentPlaces, type StoredPlace } from './places.ts';
import { referredIn } from './referred.ts';
import { unlessTaken } from './taken.ts';

type Row<View> = View & Record<string, unknown>;

interface PartRow extends Omit<PartView, 'html' | 'unresolved' | 'places' | 'abilities'> {
  readonly places: readonly StoredPlace[];
}

export async function partRow(db: Db, commentary: string, id: string): Promise<PartRow> {
  const [row] = await db.rows<Row<PartRow>>(statements.partOf, [commentary, id]);
  if (row === undefined) throw notFound();
  return row;
}

async function present(
  deps: CommentaryDeps,
  viewer: Viewer,
  seen: SeenCommentary,
  row: PartRow,
): Promise<PartView> {
  const work = await workAround(deps.texts, seen.work);
  const references = await draftReferences(deps.db, seen, {
    slug: seen.work,
    structure: work.structure,
  });
  const quotations = await readQuotations(deps.db, seen.id);
  const { body, unmet } = withQuotations(row.body, quotations);
  const { html, unknown, cites } = readMarkdown(body, references, 2);
  const isCitable = (key: string) => references.citable?.works.has(key) ?? false;
  const uncitable = cites.filter((key) => !isCitable(key)).map((key) => `@${key}`);
  return {
    ...row,
    html,
    unresolved: [...unknown, ...uncitable, ...unmet],
    places: await presentPlaces(deps, work, viewer, row.places),
    abilities: { write: seen.removed === null },
  };
}

export async function readPart(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
): Promise<PartView> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'see');
  return present(deps, viewer, seen, await partRow(deps.db, commentary, id));
}

interface Said {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly words: number;
}

function acceptWords(form: Pick<NewPart, 'label' | 'title' | 'body'>): Said {
  const body = acceptOptional(form.body, 'The text', limits.partLength);
  const { plain } = readMarkdown(body);
  return {
    label: acceptLabel(form.label),
    title: acceptOptional(form.title, 'The title', limits.partTitle),
    body,
    words: countText(plain),
  };
}

export async function addPart(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  form: NewPart,
): Promise<{ readonly view: PartView; readonly isNew: boolean }> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const work = await workAround(deps.texts, seen.work);
  const said = acceptWords(form);
  const places = await acceptPlaces(deps, work, viewer, form.kind, form.places);
  const refers = referredIn(said.body, { slug: seen.work, structure: work.structure });
  const id = uuidv7();
  const known = await unlessTaken(() =>
    deps.transact(async (db) => {
      const outline = await holdOutline(db, commentary);
      const [earlier] = await db.rows<{ id: string; body: string; title: string }>(
        statements.partByKey,
        [commentary, form.key],
      );
      if (earlier !== undefined) return earlier;
      requireRoom(outline);
      const at = positionFor(work.structure, { kind: form.kind, places }, outline);
      const { label, title, body, words } = said;
      await db.rows(statements.addPart, [
        ...[id, commentary, form.kind, at, form.key],
        ...[label, title, body, words, JSON.stringify(places), seen.personId],
        ...[citedIn(body), JSON.stringify(refers)],
      ]);
      await setOrder(db, outline, id, at);
      return null;
    }),
  );
  if (known !== null && (known.body !== said.body || known.title !== said.title))
    throw new Refusal('key-reused', 'This form has made a part already; send this text anew.');
  const row = await partRow(deps.db, commentary, known?.id ?? id);
  return { view: await present(deps, viewer, seen, row), isNew: known === null };
}

/** Whoever saved over an older revision is given what stands now, and both joined where that can be. */
async function stale(
  deps: CommentaryDeps,
  viewer: Viewer,
  seen: SeenCommentary,
  id: string,
  { version, body }: { readonly version: number; readonly body: string },
): Promise<Refusal> {
  const row = await partRow(deps.db, seen.id, id);
  const [base] = await deps.db.rows<{ body: string }>(statements.bodyOf, [id, version]);
  return new Refusal('part-stale', 'Another author saved this part meanwhile.', {
    part: await present(deps, viewer, seen, row),
    joined:
      base === undefined ? null : joinLines({ base: base.body, mine: body, theirs: row.body }),
  });
}

/** Saves what was written over the newest revision. */
export async function savePart(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
  form: PartForm,
): Promise<PartView> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const { kind } = await partRow(deps.db, commentary, id);
  const work = await workAround(deps.texts, seen.work);
  const said = acceptWords(form);
  const places =
    form.places === undefined ? null : await acceptPlaces(deps, work, viewer, kind, form.places);
  return store(deps, viewer, seen, id, { ...said, places, version: form.version, restores: null });
}

interface Saving extends Said {
  readonly places: readonly StoredPlace[] | null;
  readonly version: number;
  readonly restores: number | null;
}

async function store(
  deps: CommentaryDeps,
  viewer: Viewer,
  seen: SeenCommentary,
  id: string,
  saving: Saving,
): Promise<PartView> {
  const { label, title, body, words, places, version, restores } = saving;
  const work = await workAround(deps.texts, seen.work);
  const refers = referredIn(body, { slug: seen.work, structure: work.structure });
  const [saved] = await unlessTaken(() =>
    deps.db.rows(statements.savePart, [
      ...[id, version, label, title, body, words],
      places === null ? null : JSON.stringify(places),
      ...[seen.personId, restores, citedIn(body), JSON.stringify(refers)],
    ]),
  );
  if (saved === undefined) throw await stale(deps, viewer, seen, id, saving);
  return present(deps, viewer, seen, await partRow(deps.db, seen.id, id));
}

/** Brings all of an earlier revision back, as a new one. */
export async function restoreRevision(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  id: string,
  { number, version }: { readonly number: number; readonly version: number },
): Promise<PartView> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  await partRow(deps.db, commentary, id);
  const [earlier] = await deps.db.rows<Row<Said & { places: readonly StoredPlace[] }>>(
    statements.revisionOfPart,
    [id, number],
  );
  if (earlier === undefined) throw notFound();
  return store(deps, viewer, seen, id, { ...earlier, version, restores: number });
}
