import type { ByPath, Path, StoredLink, WitnessSpan } from '../../src/index.ts';
import { readLayer, witness } from '../strategy.ts';
import type { Case, Stretch } from './score.ts';

/** The witness as it is, against the committed edition: its spans and its alignment. */
export function strategyCase(): Case {
  const [zh, en] = ['zh-cac', 'en-creemers'].map(
    (edition) => readLayer(`editions/${edition}/spans.json`) as ByPath<readonly WitnessSpan[]>,
  );
  const links = readLayer('alignment.json') as readonly StoredLink[];
  const stretchesOf = (
    spans: ByPath<readonly WitnessSpan[]> | undefined,
    paths: readonly Path[],
  ): readonly Stretch[] =>
    paths.flatMap((path) => {
      const found = spans?.[path];
      const [first] = found ?? [];
      const last = found?.at(-1);
      return first === undefined || last === undefined
        ? []
        : [{ start: first.start, end: last.end }];
    });
  return {
    name: 'the strategy, raw, against its edition',
    raw: witness,
    langs: ['zh', 'en'],
    rows: links.map(({ sides }) => ({
      sides: [stretchesOf(zh, sides['zh-cac'] ?? []), stretchesOf(en, sides['en-creemers'] ?? [])],
    })),
    wanted: 95,
  };
}
