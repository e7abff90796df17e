import { describe, expect, it } from 'vitest';
import { followCases, judge, mutationNames } from '../mutations/index.ts';
import { en, zh } from './strategy.ts';

const texts = [zh, en].map(({ edition, texts: rows }) => ({
  id: edition.id,
  text: rows.flatMap(({ uid, reading }) => (reading === null ? [] : [{ uid, text: reading }])),
}));

describe.each(texts)('notes on $id after a text changes', ({ text }) => {
  const cases = mutationNames.flatMap((name, n) => followCases(text, name, 120, 20 + n));
  const judged = cases.map((each) => ({ ...each, verdict: judge(each) }));

  it('are attached to other words in fewer than 1 of 100', () => {
    const wrong = judged.filter(({ verdict }) => verdict === 'keptWrong');
    expect(wrong.length).toBeLessThan(judged.length / 100);
  });

  it('are kept in 95 of 100 whose words stand, and hardly any of the others lost', () => {
    const standing = judged.filter(({ survives }) => survives);
    expect(standing.length).toBeGreaterThan(300);
    const kept = standing.filter(({ verdict }) => verdict === 'kept');
    expect(kept.length).toBeGreaterThanOrEqual(standing.length * 0.95);
    const proposed = standing.filter(({ verdict }) => verdict === 'proposed');
    expect(kept.length + proposed.length).toBeGreaterThanOrEqual(standing.length * 0.99);
  });

  it('are never sought where nothing is declared to stand in their place', () => {
    const gone = judged.filter(
      ({ uid, after, successors }) =>
        !after.some((each) => each.uid === uid) && !successors.has(uid),
    );
    expect(gone.length).toBeGreaterThan(30);
    expect(gone.every(({ verdict }) => verdict === 'stale')).toBe(true);
  });
});
