import type { BaseEdition, Correction, ReleaseBase, ReleaseChange } from '../src/index.ts';
import { applyChanges, codePointSlice, type MadeRelease, type MadeVersion } from '../src/index.ts';
import { expect } from 'vitest';
import { shipped } from './strategy.ts';

export const base: ReleaseBase = {
  workKey: shipped.work.key,
  units: shipped.units,
  aliases: shipped.aliases,
  retired: [],
  editions: shipped.versions.map((version): BaseEdition => ({
    ...version,
    usedNumbers: version.apparatus.map(({ number }) => number),
  })),
};

export const because = { note: { en: 'A slip.' } };

export const correction = (
  path: string,
  before: string,
  after: string,
  rest: Partial<Correction> = {},
): Correction => ({
  kind: 'correct',
  path,
  before,
  after,
  cause: 'transcriber',
  certainty: 'high',
  ...because,
  evidence: [{ en: 'The Chinese says so.' }],
  settles: [],
  ...rest,
});

/** What the changes make; fails the test where they cannot be made. */
export function made(edition: string, changes: readonly ReleaseChange[], from = base): MadeRelease {
  const applied = applyChanges(from, edition, changes);
  if (!applied.ok) throw new Error(JSON.stringify(applied.unmade));
  for (const version of applied.value.versions) holds(version, applied.value);
  return applied.value;
}

export const refused = (edition: string, changes: readonly ReleaseChange[]): string => {
  const applied = applyChanges(base, edition, changes);
  return applied.ok ? 'made' : `${applied.unmade.code} ${applied.unmade.what}`.trim();
};

export const versionIn = (release: MadeRelease, edition: string): MadeVersion => {
  const version = release.versions.find((each) => each.edition.id === edition);
  if (version === undefined) throw new Error(`no version of ${edition}`);
  return version;
};

export const readingAt = (release: MadeRelease, edition: string, path: string): string | null => {
  const uid = release.units.find((unit) => unit.path === path)?.uid;
  const text = versionIn(release, edition).texts.find((each) => each.uid === uid);
  if (text === undefined) throw new Error(`nothing at ${path}`);
  return text.reading;
};

/** What must be true of every version, whatever was declared. */
function holds({ texts, limbs, apparatus }: MadeVersion, { units }: MadeRelease): void {
  const readings = new Map(texts.map(({ uid, reading }) => [uid, reading]));
  const segments = units.filter(({ kind }) => kind === 'heading' || kind === 'sentence');
  expect(texts.map(({ uid }) => uid)).toEqual(segments.map(({ uid }) => uid));
  for (const text of texts) {
    expect(text.reading).not.toBe('');
    expect(text.reading === null).toBe(['lost', 'outside'].includes(text.condition));
    if (text.reading !== null) expect(text.reading).toBe(text.reading.normalize('NFC').trim());
  }
  for (const { loci, number } of apparatus)
    for (const { uid, start, end, lemma } of loci) {
      expect(readings.has(uid), number).toBe(true);
      if (start !== null && end !== null)
        expect(codePointSlice(readings.get(uid) ?? '', start, end), number).toBe(lemma);
    }
  for (const { sentence, start, end } of limbs) {
    expect(codePointSlice(readings.get(sentence) ?? '', start, end).length).toBeGreaterThan(0);
  }
  expect(new Set(units.map(({ path }) => path)).size).toBe(units.length);
  expect(new Set(units.map(({ uid }) => uid)).size).toBe(units.length);
  for (const { parent } of units)
    if (parent !== null) expect(units.some(({ uid }) => uid === parent)).toBe(true);
}
