import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EditionVersion, ShippedWork, Unit } from '../src/index.ts';
import { shippedWorks } from '../seed/index.ts';

const root = join(import.meta.dirname, '..');

export const WITNESS_FILE = join(root, 'witnesses', '000_17ce8a8d1289e763.txt');
export const WORK_FOLDER = join(root, 'works', 'ncss-2016');

export const witness = readFileSync(WITNESS_FILE, 'utf8');
/** 1-based, as line numbers are. */
export const witnessLine = (n: number): string => witness.split('\n')[n - 1] ?? '';

export function readLayer(name: string): unknown {
  return JSON.parse(readFileSync(join(WORK_FOLDER, name), 'utf8'));
}

function strategy(): ShippedWork {
  const found = shippedWorks.find(({ work }) => work.slug === 'ncss-2016');
  if (found === undefined) throw new Error('the strategy is not shipped');
  return found;
}

export const shipped = strategy();

export function versionOf(edition: string): EditionVersion {
  const found = shipped.versions.find((version) => version.edition.id === edition);
  if (found === undefined) throw new Error(`no edition ${edition}`);
  return found;
}

export const zh = versionOf('zh-cac');
export const en = versionOf('en-creemers');

export const segments: readonly Unit[] = shipped.units.filter(
  ({ kind }) => kind === 'heading' || kind === 'sentence',
);

export const pathOf = new Map(shipped.units.map((unit) => [unit.uid, unit.path]));

export function textAt(
  version: EditionVersion,
  path: string,
  form: 'reading' | 'diplomatic' = 'reading',
): string | null {
  const found = version.texts.find(({ uid }) => pathOf.get(uid) === path);
  if (found === undefined) throw new Error(`no segment ${path}`);
  return found[form];
}
