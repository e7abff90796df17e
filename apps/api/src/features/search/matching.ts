import type { NoteFilter } from '@glossator/contract';
import { handleKey, tagKey } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { actorValues } from '../../db/visibility.ts';
import { Refusal } from '../../refusal.ts';
import type { Viewer } from '../../plugins/session.ts';
import { focusOn } from '../works/address.ts';
import { inWork, type TextStore } from '../works/text-store.ts';
import type { FoldedTerm, ReadQuery } from './read-query.ts';
import { listMatching as statement } from './statements.ts';
import { stretchesOf, tsqueryOf } from './tsquery.ts';

/** Who searches: an actor and the layers open to them. */
export type Reader = Pick<Viewer, 'actor' | 'layers' | 'works'>;

/** The part of the texts that a filter is about; nulls where it is about all. */
export interface Within {
  readonly work: number | null;
  readonly units: readonly string[] | null;
}

export async function within(
  texts: TextStore,
  reader: Pick<Viewer, 'works'>,
  { work, in: address }: NoteFilter,
): Promise<Within> {
  if (work === undefined) {
    if (address === undefined) return { work: null, units: null };
    throw new Refusal(
      'search-operator',
      'in: names a clause of one work; say which by work: as well.',
    );
  }
  return inWork(texts, work, reader, ({ id, structure }) => ({
    work: id,
    units: address === undefined ? null : focusOn(structure, address).inside.map(({ uid }) => uid),
  }));
}

const someOr = <Value, Other>(values: readonly Value[] | undefined, as: (value: Value) => Other) =>
  values === undefined || values.length === 0 ? null : values.map(as);
const same = <Value>(value: Value): Value => value;

/** Values of the conditions on notes, in the order of the statements. */
export function conditionValues(
  { actor, layers }: Reader,
  terms: readonly FoldedTerm[],
  filter: NoteFilter,
  place: Within,
  part: string | null,
): readonly unknown[] {
  return [
    ...actorValues(actor),
    layers,
    part === null ? tsqueryOf(terms) : null,
    part === null
      ? stretchesOf(terms)
      : terms.filter(({ not }) => !not).map(({ folded }) => folded),
    terms.filter(({ not }) => not).map(({ folded }) => folded),
    place.work,
    place.units,
    someOr(filter.layer, same),
    someOr(filter.kind, same),
    someOr(filter.tag, tagKey),
    someOr(filter.by, handleKey),
    filter.since ?? null,
    filter.until ?? null,
    filter.is ?? null,
    part,
  ];
}

/** Ids of the notes that match, newest first, after a note; for whoever goes through them all. */
export async function listMatching(
  { db, texts }: { readonly db: Db; readonly texts: TextStore },
  reader: Reader,
  { terms, filter }: ReadQuery,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const place = await within(texts, reader, filter);
  const rows = await db.rows<{ id: string }>(statement, [
    ...conditionValues(reader, terms, filter, place, null),
    after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    limit,
  ]);
  return rows.map(({ id }) => id);
}
