import type { TextChange, UnitChange } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import * as statements from './statements.ts';

export interface UnitRow extends Record<string, unknown> {
  readonly uid: string;
  readonly kind: 'container' | 'heading' | 'sentence' | 'limb';
  readonly ord: number;
  readonly parent: string | null;
  readonly lives: boolean;
}

/** Reading texts of one version by uid; limbs as well. */
export type Readings = ReadonlyMap<string, string | null>;

export async function readingsOf(db: Db, version: number): Promise<Readings> {
  const rows = await db.rows<{ uid: string; reading: string | null }>(statements.versionTexts, [
    version,
  ]);
  return new Map(rows.map(({ uid, reading }) => [uid, reading]));
}

/** Entries of one version by number, as they would be compared. */
export async function entriesOf(
  db: Db,
  version: number,
): Promise<ReadonlyMap<string, { readonly body: string; readonly uids: readonly string[] }>> {
  const rows = await db.rows<{ number: string; body: { loci?: { uid: string }[] } }>(
    statements.versionEntries,
    [version],
  );
  return new Map(
    rows.map(({ number, body }) => [
      number,
      { body: JSON.stringify(body), uids: (body.loci ?? []).map(({ uid }) => uid) },
    ]),
  );
}

/** The units of a work as they are after a release, those that are gone among them. */
export class Units {
  readonly #rows: ReadonlyMap<string, UnitRow>;
  readonly #first: string;

  constructor(rows: readonly UnitRow[]) {
    this.#rows = new Map(rows.map((row) => [row.uid, row]));
    this.#first = rows.find(({ lives }) => lives)?.uid ?? '';
  }

  static async of(db: Db, work: number): Promise<Units> {
    return new Units(await db.rows<UnitRow>(statements.allUnits, [work]));
  }

  readonly lives = (uid: string): boolean => this.#rows.get(uid)?.lives === true;

  isContainer(uid: string): boolean {
    return this.#rows.get(uid)?.kind === 'container';
  }

  isLimb(uid: string): boolean {
    return this.#rows.get(uid)?.kind === 'limb';
  }

  /** A unit and all around it, innermost first. */
  around(uid: string): readonly string[] {
    const found: string[] = [];
    for (let at: string | null = uid; at !== null && !found.includes(at);) {
      found.push(at);
      at = this.#rows.get(at)?.parent ?? null;
    }
    return found;
  }

  /** Where something is listed whose own unit is gone: what stands around it, else the work's beginning. */
  shelter(uid: string): string {
    return this.around(uid).find(this.lives) ?? this.#first;
  }

  inOrder(uids: Iterable<string>): readonly string[] {
    const ord = (uid: string): number => this.#rows.get(uid)?.ord ?? 0;
    return [...new Set(uids)].sort((left, right) => ord(left) - ord(right));
  }
}

/** What is declared now and was declared before: a note may have been written several releases ago. */
export async function allSuccessors(
  db: Db,
  work: number,
  declared: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.rows<{ uid: string; successors: string[] }>(statements.declaredSuccessors, [
    work,
  ]);
  const known = rows.filter(({ successors }) => successors.length > 0);
  return new Map([...known.map(({ uid, successors }) => [uid, successors] as const), ...declared]);
}

/** Units whose text, or the text of something inside them, is not what it was. */
export function changedUnits(before: Readings, after: Readings, units: Units): ReadonlySet<string> {
  const texts = [...new Set([...before.keys(), ...after.keys()])].filter(
    (uid) => before.get(uid) !== after.get(uid),
  );
  // A limb may be drawn otherwise in a sentence that stands.
  return new Set(texts.flatMap((uid) => (units.isLimb(uid) ? [uid] : units.around(uid))));
}

export function unitChange(
  before: Readings,
  after: Readings,
  changed: ReadonlySet<string>,
  units: Units,
  successors: TextChange['successors'],
): UnitChange {
  return {
    before: (uid) => before.get(uid),
    after: (uid) => (units.lives(uid) ? after.get(uid) : undefined),
    successors,
    lives: units.lives,
    // What is new cannot have changed under a note.
    changed: (uid) => changed.has(uid) && (before.has(uid) || units.isContainer(uid)),
  };
}
