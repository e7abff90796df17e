import type { Pointing } from '@glossator/contract';
import { asPointing } from '#lib/annotate/pointing-fields.ts';
import { noteKinds, threadLayers, type LayerKind, type NoteKind } from '@glossator/domain';

/** One version of what is being written. */
export interface DraftText {
  readonly body: string;
  readonly layer: LayerKind;
  readonly kind: NoteKind;
  /** As they are typed. */
  readonly tags: string;
  /** What it points at inside its clause. */
  readonly pointing: Pointing | null;
  /** ISO 8601. */
  readonly saved: string;
  /** Number on the server, or that of the version it was begun from; '' where there is none. */
  readonly version: string;
  /** The version of the note that an edit was begun from; 0 for what is new, or where nobody knows. */
  readonly begun: number;
  /** The browser it was written in, as that names itself; '' for this one. */
  readonly device: string;
}

/** The moment of a draft, by this browser's clock. */
export function now(): string {
  return new Date().toISOString();
}

/**
 * The latest version is shown; every other one that says something else is offered beside it. What
 * this browser holds goes on from the server's version of the same number, which it replaces.
 */
export function chooseDraft(
  here: readonly DraftText[],
  stored: readonly DraftText[],
): { readonly shown: DraftText | null; readonly offered: readonly DraftText[] } {
  const continued = new Set(here.map(({ version }) => version).filter((version) => version !== ''));
  const all = [...here, ...stored.filter(({ version }) => !continued.has(version))];
  const [shown = null, ...others] = all.toSorted(
    (left, right) => Date.parse(right.saved) - Date.parse(left.saved),
  );
  const bodies = new Set([shown?.body]);
  const offered = others.filter(({ body }) => {
    const isNew = !bodies.has(body);
    bodies.add(body);
    return isNew;
  });
  return { shown, offered };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isKind = (value: unknown): value is NoteKind => noteKinds.some((kind) => kind === value);

/** Reads what this browser stored; anything else than a draft counts as none. */
export function parseDraft(json: string | null): DraftText | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return null;
    const { body, saved, kind, tags, pointing, version, begun } = value as Record<string, unknown>;
    if (!isText(body) || !isText(saved)) return null;
    const layer = threadLayers.find(
      (known) => known === (value as Record<string, unknown>)['layer'],
    );
    if (layer === undefined) return null;
    if (Number.isNaN(Date.parse(saved))) return null;
    return {
      body,
      layer,
      saved,
      kind: isKind(kind) ? kind : 'comment',
      tags: isText(tags) ? tags : '',
      pointing: asPointing(pointing),
      version: isText(version) ? version : '',
      begun: Number.isSafeInteger(begun) ? Number(begun) : 0,
      device: '',
    };
  } catch {
    return null;
  }
}
