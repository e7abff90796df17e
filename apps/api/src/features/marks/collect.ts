import type { MarkedSegment, MarkRow, MarksView } from '@glossator/contract';
import { targetKinds } from '@glossator/contract';
import { noteKinds, resolutions, tagKey, type LayerKind } from '@glossator/domain';
import type { MarkedThread } from './repository.ts';

/** Values that are told once and named by their place. */
class Numbered<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string | number, number>();

  place(key: string | number, value: () => Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value()) - 1;
  }
}

/** The segment that offsets count in; null where the reader may not read it. */
export type SegmentOf = (version: number, uid: string) => MarkedSegment | null;

/** Puts threads into the compact form, some at a time: rows point into lists that grow. */
export class MarksCollector {
  readonly #layers = new Numbered<LayerKind>();
  readonly #uids = new Numbered<string>();
  readonly #people = new Numbered<MarksView['people'][number]>();
  readonly #tags = new Numbered<string>();
  readonly #segments = new Numbered<MarkedSegment>();
  readonly #segmentOf: SegmentOf;

  constructor(segmentOf: SegmentOf) {
    this.#segmentOf = segmentOf;
  }

  row(thread: MarkedThread): MarkRow {
    const uid = (value: string): number => this.#uids.place(value, () => value);
    return [
      thread.id,
      this.#layers.place(thread.layer, () => thread.layer),
      targetKinds.indexOf(thread.target_kind),
      uid(thread.from_uid),
      uid(thread.to_uid),
      resolutions.indexOf(thread.resolution),
      thread.notes,
      thread.newest ?? 0,
      thread.kind === null ? -1 : noteKinds.indexOf(thread.kind),
      this.#author(thread),
      (thread.tags ?? []).map((tag) => this.#tags.place(tagKey(tag), () => tag)),
      this.#loci(thread),
    ];
  }

  #author({ author_id: id, author_name, author_handle }: MarkedThread): number {
    if (id === null) return -1;
    const name = author_name ?? '';
    // A person who has left keeps a row without a name: their handle is nobody's any more.
    const handle = name === '' ? '' : (author_handle ?? '');
    return this.#people.place(id, () => ({ id, name, handle }));
  }

  // Lengths alone would give words away that the reader may not read.
  #loci({ loci }: MarkedThread): number[] {
    return (loci ?? []).flatMap(([version, uid, start, end]) => {
      const segment = this.#segmentOf(version, uid);
      if (segment === null) return [];
      return [this.#segments.place(`${String(version)} ${uid}`, () => segment), start, end];
    });
  }

  /** What the rows point into. */
  lists(): Omit<MarksView, 'threads' | 'truncated'> {
    return {
      layers: this.#layers.values,
      uids: this.#uids.values,
      people: this.#people.values,
      tags: this.#tags.values,
      segments: this.#segments.values,
    };
  }
}
