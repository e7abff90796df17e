import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every character of the texts below a folder that a Chinese face has to draw. */
export function chineseCharacters(folder: string): string {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(json|txt|ts)$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const character of text.normalize('NFC')) {
      if (/[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/u.test(character)) {
        found.add(character);
      }
    }
  }
  return [...found].sort().join('');
}
