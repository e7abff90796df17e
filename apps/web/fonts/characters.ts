import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const chinese = /[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u;

export interface Characters {
  /** Every character that a Chinese face has to draw for the shipped works. */
  readonly all: string;
  /** Those of headings and of labels that open a paragraph: only they are set in semibold. */
  readonly strong: string;
}

interface Identity {
  readonly kind: string;
  readonly role?: string;
}

interface Text {
  readonly reading: string | null;
}

/** Reads the committed texts below a folder of works. */
export function chineseCharacters(folder: string): Characters {
  const all = new Set<string>();
  const strong = new Set<string>();
  for (const work of readdirSync(folder, { withFileTypes: true })) {
    if (!work.isDirectory()) continue;
    const home = join(folder, work.name);
    const ids = readJson(join(home, 'ids.json')) as Record<string, Identity>;
    for (const edition of readdirSync(join(home, 'editions'))) {
      const layers = join(home, 'editions', edition);
      collect(readFileSync(join(layers, 'apparatus.json'), 'utf8'), all);
      const texts = readJson(join(layers, 'text.json')) as Record<string, Text>;
      for (const [path, { reading }] of Object.entries(texts)) {
        collect(reading ?? '', all);
        const id = ids[path];
        if (id?.kind === 'heading' || id?.role !== undefined)
          collect(strongPart(reading, id), strong);
      }
    }
  }
  return { all: inOrder(all), strong: inOrder(strong) };
}

function strongPart(reading: string | null, { role }: Identity): string {
  return role === 'run-in-label' ? (reading ?? '').slice(0, 40) : (reading ?? '');
}

function collect(text: string, into: Set<string>): void {
  for (const character of text.normalize('NFC')) {
    if (chinese.test(character)) into.add(character);
  }
}

function inOrder(characters: ReadonlySet<string>): string {
  return [...characters].sort().join('');
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
