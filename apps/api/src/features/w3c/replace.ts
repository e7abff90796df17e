import type { AnnotationView } from '@glossator/contract';
import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { targetIn } from '../annotations/find-target.ts';
import { edit } from '../annotations/edit.ts';
import type { Target } from '../annotations/target.ts';
import { oneAnnotation, type AnnotationRow } from '../annotations/rows.ts';
import type { Fields } from '../exchange/foreign-note.ts';
import { focusOn } from '../works/address.ts';
import { findAim, type Aim, type Ground } from './aim.ts';
import { accountOf, publisher } from './annotation.ts';
import { readMember, type Member } from './container.ts';
import { keptOf, readAnnotation, type SentAnnotation } from './read-annotation.ts';
import { besideOf } from './said.ts';
import { saidOf } from './say.ts';
import { changed, groundOf, isStale, newestOf, ownMember, type WriteDeps } from './write.ts';

const fixed = (name: string): Refusal =>
  new Refusal('property-fixed', `${name} of this note cannot be changed; nothing was stored.`);

/** A program may know a moment to the millisecond only. */
const sameMoment = (left: unknown, right: unknown): boolean =>
  Date.parse(String(left)) === Date.parse(String(right));

/**
 * What the server says of a note is its own to say: told back as it stands, or left out where it is
 * never a program's. Protocol §5.3: canonical and via stay once they are set.
 */
function checkFixed({ sent }: SentAnnotation, { iri, value }: Member): void {
  const told: Fields = value;
  if (sent['id'] !== undefined && sent['id'] !== iri) throw fixed('id');
  if (sent['created'] !== undefined && !sameMoment(sent['created'], told['created']))
    throw fixed('created');
  if (sent[publisher] !== undefined && !isDeepStrictEqual(sent[publisher], told[publisher]))
    throw fixed(publisher);
  for (const name of ['canonical', 'via'])
    if (told[name] !== undefined && !isDeepStrictEqual(sent[name], told[name])) throw fixed(name);
}

/** Told back as it stands: there is nothing to write. */
function isEcho({ sent }: SentAnnotation, { value }: Member): boolean {
  const withoutModified = ({ modified: _, ...rest }: Fields): Fields => rest;
  return isDeepStrictEqual(withoutModified(sent), withoutModified(value));
}

/** What is kept from now on; what we said ourselves is not taken for the program's. */
function keptFrom(sent: SentAnnotation, row: AnnotationRow, before: Fields): Fields {
  const { creator, ...kept } = keptOf(sent);
  const ofOurs = { created: before['created'], modified: undefined };
  return {
    ...kept,
    ...ofOurs,
    ...(creator === undefined ||
    (before['creator'] === undefined && isDeepStrictEqual(creator, accountOf(row)))
      ? {}
      : { creator }),
  };
}

const placeOf = (target: Target): unknown => [
  target.kind,
  target.from,
  target.to,
  target.aboutId,
  target.entry,
];

const storedPlace = (row: AnnotationRow): unknown => [
  row.target_kind,
  row.from_uid,
  row.to_uid,
  row.about_id,
  row.entry_edition === null ? null : { edition: row.entry_edition, number: row.entry_number },
];

/** Whether a thread points there already, words included. */
function isThere(ground: Ground, row: AnnotationRow, target: Target): boolean {
  const versions = new Map(
    ground.work.editions.map((each) => [each.version_id, `${each.edition_id}:${each.version}`]),
  );
  const found = target.loci.map((each) => [
    versions.get(each.version_id),
    each.uid,
    each.start_at,
    each.end_at,
  ]);
  const stored = (row.loci ?? []).map((each) => [
    `${each.edition}:${each.version}`,
    each.uid,
    each.start,
    each.end,
  ]);
  return isDeepStrictEqual(placeOf(target), storedPlace(row)) && isDeepStrictEqual(found, stored);
}

interface Turn {
  /** Null where the target was told back as it was told. */
  readonly aim: Aim | null;
  /** Where the thread points from now on; null where it stays. */
  readonly target: Target | null;
}

async function turnOf(
  deps: WriteDeps,
  ground: Ground,
  sent: SentAnnotation,
  { row, value }: Member,
): Promise<Turn> {
  if (isDeepStrictEqual(sent.sent['target'], value['target'])) return { aim: null, target: null };
  const aim = await findAim(ground, sent);
  if (aim.kind === 'reply' || row.parent_id !== null) {
    if (aim.kind !== 'reply' || aim.parent.id !== row.parent_id) throw fixed('target');
    return { aim, target: null };
  }
  const focus = focusOn(ground.work.structure, aim.target);
  const layer = { kind: row.layer, ownerId: row.owner_id };
  const target = await targetIn(deps, ground.viewer, ground.work, focus, layer, aim.pointing);
  return { aim, target: isThere(ground, row, target) ? null : target };
}

/** The note as it stands; `waits` where what was sent is not what readers are told yet. */
export interface Replaced extends Member {
  readonly waits: boolean;
}

export async function replaceNote(
  deps: WriteDeps,
  viewer: Viewer,
  slug: string,
  name: string,
  value: unknown,
  ifMatch: string | undefined,
): Promise<Replaced> {
  const ground = await groundOf(deps, viewer, slug);
  const member = await ownMember(deps, viewer, slug, name, ifMatch, 'edit');
  const { row } = member;
  const sent = readAnnotation(value);
  checkFixed(sent, member);
  if (isEcho(sent, member)) return { ...member, waits: false };
  const { aim, target } = await turnOf(deps, ground, sent, member);
  const before = (await besideOf(deps.db, [row])).said.get(row.id)?.properties ?? {};
  const kept = keptFrom(sent, row, before);
  const stays = aim === null && before['target'] !== undefined ? { target: before['target'] } : {};
  const said = saidOf(sent, { ...kept, ...stays }, aim, ground);
  const pinned = aim?.kind === 'thread' ? aim.seen : [];
  const input = {
    body: sent.markdown,
    kind: sent.kind,
    tags: [...sent.tags],
    seen: pinned.length > 0 ? [...pinned] : aim === null ? row.seen : newestOf(ground.work),
    version: row.version,
    // What of the program's own waits already is written anew.
    proposal: (await oneAnnotation(deps.db, viewer, row.id))?.review?.proposal?.number ?? 0,
  };
  let stored: AnnotationView;
  try {
    stored = await edit(deps, viewer, row.id, input, { said, target });
  } catch (error) {
    throw isStale(error) ? changed() : error;
  }
  const waits = stored.review?.proposal?.state === 'held';
  return { ...(await readMember(deps, slug, row.id, viewer)), waits };
}
