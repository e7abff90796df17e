import type { RubricView } from '@glossator/contract';
import { readPoints, writePoints } from './points.ts';

/** A rubric as it is typed: a criterion, below it its levels with their points, and an empty line. */
export const writeRubric = (rubric: RubricView | null): string =>
  (rubric ?? [])
    .map(({ title, levels }) =>
      [
        title,
        ...levels.map(({ words, hundredths }) => `${writePoints(hundredths)} ${words}`.trim()),
      ].join('\n'),
    )
    .join('\n\n');

/** What was typed; `false` where a level has no points, `null` where nothing was typed. */
export function readRubric(typed: string): RubricView | null | false {
  const blocks = typed
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  if (blocks.length === 0) return null;
  const rubric: RubricView = [];
  for (const block of blocks) {
    const [title = '', ...lines] = block.split('\n').map((line) => line.trim());
    const levels: RubricView[number]['levels'] = [];
    for (const line of lines) {
      const [first = '', ...words] = line.split(/\s+/u);
      const hundredths = readPoints(first);
      if (hundredths === null) return false;
      levels.push({ words: words.join(' '), hundredths });
    }
    rubric.push({ title, levels });
  }
  return rubric;
}
