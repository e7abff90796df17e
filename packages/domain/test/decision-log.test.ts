import { expect, test } from 'vitest';
import { canonicalDecision, type ChainedDecision } from '../src/index.ts';

const row: ChainedDecision = {
  seq: '2',
  prev: 'ab'.repeat(32),
  at: '2026-01-02T03:04:05.000006Z',
  actor: '11111111-1111-4111-8111-111111111111',
  actorRole: 'moderator',
  subject: '',
  action: 'refuse',
  caseId: null,
  annotationId: '22222222-2222-4222-8222-222222222222',
  revision: '3',
  work: 'ncss-2016',
  address: '4.3.1.2',
  before: 'held',
  after: 'a "quoted"\n网络 \\ state',
  reason: 'off-topic',
  wordsDigest: 'cd'.repeat(32),
  waited: '3600',
  batchId: null,
  undoes: '1',
};

// Rows of every installation were hashed so: this text never changes.
test('the first form of a row, letter for letter', () => {
  expect(canonicalDecision(row)).toBe(
    '["glossator-decision-1","2","abababababababababababababababababababababababababababababababab",' +
      '"2026-01-02T03:04:05.000006Z","11111111-1111-4111-8111-111111111111","moderator","","refuse",null,' +
      '"22222222-2222-4222-8222-222222222222","3","ncss-2016","4.3.1.2","held",' +
      '"a \\"quoted\\"\\n网络 \\\\ state","off-topic",' +
      '"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","3600",null,"1"]',
  );
});

test('no two rows are written alike: nothing moves from one field into the next', () => {
  const fields = Object.keys(row) as (keyof ChainedDecision)[];
  const texts = [
    canonicalDecision(row),
    ...fields.map((field) => canonicalDecision({ ...row, [field]: `${row[field] ?? ''}x` })),
    canonicalDecision({ ...row, before: 'hel', after: `d${row.after}` }),
    canonicalDecision({ ...row, before: 'held","', after: row.after }),
    canonicalDecision({ ...row, caseId: '' }),
    canonicalDecision({ ...row, caseId: 'null' }),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(JSON.parse(text)).toHaveLength(fields.length + 1);
});
