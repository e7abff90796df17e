import { expect, test } from 'vitest';

import { cases, scoreCase } from './report.ts';

test.each(cases.map((make) => make()))(
  '$name: at least $wanted, boundaries and pairs',
  (expected) => {
    const { boundaries, pairs, errors } = scoreCase(expected);
    expect(Math.min(boundaries.f1, pairs.f1), errors.join('\n')).toBeGreaterThanOrEqual(
      expected.wanted,
    );
  },
);
