import { blocksOfText, proposeImport } from '../../src/import/index.ts';
import { licenceCase } from './case-licence.ts';
import { scoreOf, type Case, type Score } from './score.ts';
import { statuteCase } from './case-statute.ts';
import { strategyCase } from './case-strategy.ts';

export const cases: readonly (() => Case)[] = [strategyCase, licenceCase, statuteCase];

/** What is proposed for a text nobody has touched, and how far from it the edition is. */
export function scoreCase(expected: Case): Score {
  const proposed = proposeImport(
    (expected.sources ?? [expected.raw]).map((text) => ({
      name: expected.name,
      lang: null,
      blocks: blocksOfText(text),
    })),
  );
  if (!proposed.ok) throw new Error(proposed.reason);
  return scoreOf(proposed.value, expected);
}

if (import.meta.main) {
  for (const make of cases) {
    const expected = make();
    const { errors, ...figures } = scoreCase(expected);
    console.log(`\n${expected.name}`);
    for (const [name, { f1, right, wanted, found }] of Object.entries(figures)) {
      console.log(
        `  ${name}: F1 ${f1.toFixed(1)} (${String(right)} right of ${String(wanted)}, ${String(found)} proposed)`,
      );
    }
    for (const error of errors) console.log(`  - ${error}`);
  }
}
