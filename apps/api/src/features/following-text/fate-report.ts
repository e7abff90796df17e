import { outcomes, type Outcome } from '@glossator/document';
import { layerKinds, type LayerKind } from '@glossator/domain';

/** Layers of which an editor is told how many notes a release touched: of a notebook not even that. */
export const toldLayers = layerKinds.filter((kind) => kind !== 'notebook');
export type ToldLayer = Exclude<LayerKind, 'notebook'>;

/**
 * What became of everything that stands on a text. It may be told to whoever makes the release: counts and
 * ids, no words, no names, nothing of notebooks, whose notes are accounted for like all others.
 */
export interface FateReport {
  readonly edition: string;
  /** Threads by layer; those that are plainly carried are the rest of the layer. */
  readonly threads: readonly ({ readonly layer: ToldLayer } & Readonly<Record<Outcome, number>>)[];
  /** Units whose text is another, or that are gone. */
  readonly changed: readonly string[];
  /** Assignments that set one of them. */
  readonly assignments: readonly { readonly id: string; readonly uids: readonly string[] }[];
  /**
   * Entries of commentaries, in their drafts, that stand on one of them: of those alone that the editors
   * of the site know of. What was published is pinned to the version it was written on.
   */
  readonly entries: readonly {
    readonly commentary: string;
    readonly part: string;
    readonly label: string;
    readonly isInReview: boolean;
    readonly uids: readonly string[];
  }[];
}

export type Counts = ReadonlyMap<LayerKind, number>;

export function sumFates(
  all: Counts,
  fates: readonly {
    readonly layer: LayerKind;
    readonly outcome: Outcome;
    readonly ids: readonly string[];
  }[],
): FateReport['threads'] {
  return toldLayers.flatMap((layer) => {
    const threads = all.get(layer) ?? 0;
    if (threads === 0) return [];
    const of = (outcome: Outcome): number =>
      fates
        .filter((fate) => fate.layer === layer && fate.outcome === outcome)
        .reduce((sum, { ids }) => sum + ids.length, 0);
    const [marked, proposed, stale] = [of('marked'), of('proposed'), of('stale')];
    const counted: Record<Outcome, number> = { carried: 0, marked, proposed, stale };
    for (const outcome of outcomes) if (outcome !== 'carried') counted.carried -= counted[outcome];
    return [{ layer: layer, ...counted, carried: threads + counted.carried }];
  });
}
