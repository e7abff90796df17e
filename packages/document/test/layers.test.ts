import { expect, test } from 'vitest';

import { ncss2016 } from '../seed/ncss-2016.ts';
import { assembleWork, comparePaths } from '../src/index.ts';
import { shipped } from './strategy.ts';

// The seed takes the strings of imported JSON for members of these lists; here they are held to it.
const LISTS = {
  kind: ['heading', 'sentence', 'limb', 'container'],
  condition: ['intact', 'damaged', 'lost', 'corrupt', 'outside', 'part'],
  role: ['title', 'run-in-heading', 'run-in-label'],
  apparatus: ['gap', 'supplied', 'sic', 'corr', 'surplus', 'note'],
  certainty: ['high', 'medium', 'low'],
  cause: ['page-loss', 'banner', 'transcriber', 'translator', 'unknown'],
  unit: ['hanzi', 'word', 'character', 'sentence', 'heading', 'page'],
  link: ['1:1', '1:0', '0:1', 'n:m'],
  method: ['structure', 'hand'],
  numerals: ['decimal', 'roman-upper', 'hanzi', 'ordinal-hanzi'],
} as const;

function held(list: readonly string[], values: readonly string[]): void {
  expect(values.filter((value) => !list.includes(value))).toEqual([]);
}

test('the layers hold only values that the model lists', () => {
  const { work, ids, alignment, editions } = ncss2016;
  held(
    LISTS.kind,
    Object.values(ids).map(({ kind }) => kind),
  );
  held(
    LISTS.role,
    Object.values(ids).flatMap(({ role }) => role ?? []),
  );
  held(
    LISTS.numerals,
    work.levels.flatMap(({ numerals }) => Object.values(numerals)),
  );
  held(
    LISTS.link,
    alignment.map(({ type }) => type),
  );
  held(
    LISTS.method,
    alignment.map(({ method }) => method),
  );
  for (const { text, apparatus } of editions) {
    held(
      LISTS.condition,
      Object.values(text).map(({ condition }) => condition),
    );
    held(
      LISTS.apparatus,
      apparatus.map(({ kind }) => kind),
    );
    held(
      LISTS.cause,
      apparatus.map(({ cause }) => cause),
    );
    held(
      LISTS.certainty,
      [...apparatus, ...alignment].map(({ certainty }) => certainty),
    );
    held(
      LISTS.unit,
      apparatus.flatMap(({ extent }) => extent.map(({ unit }) => unit)),
    );
  }
});

test('units are in document order, a container right before its first segment', () => {
  const paths = shipped.units.map(({ path }) => path);
  expect(paths).toEqual(paths.toSorted(comparePaths));
  expect(shipped.units.map(({ ord }) => ord)).toEqual(paths.map((_, i) => i));
  expect(paths.slice(0, 6)).toEqual(['0', '0.0', '0.0.0', '0.0.1', '0.0.1.1', '0.0.1.2']);
});

test('layers that do not fit one another are no work', () => {
  const [edition, ...others] = ncss2016.editions;
  if (edition === undefined) throw new Error('no edition');
  const { '0.0.0': _, ...text } = edition.text;
  const broken = { ...ncss2016, editions: [{ ...edition, text }, ...others] };
  expect(() => assembleWork(broken)).toThrow(/0\.0\.0/u);
});

test('nothing shipped names a machine or an address of ours', () => {
  expect(JSON.stringify(shipped)).not.toMatch(/\/(?:home|root|tmp|usr|var)\/|localhost/iu);
});

test('the translation is attributed and claims no licence', () => {
  const english = shipped.versions.find(({ edition }) => edition.id === 'en-creemers');
  expect(english?.edition.responsible).toEqual(['Rogier Creemers']);
  expect(english?.edition.rights['en']).toMatch(/unknown/u);
  expect(shipped.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.0.0', '1.0.0']);
});
