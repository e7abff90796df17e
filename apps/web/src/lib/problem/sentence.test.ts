import { describe, expect, test } from 'vitest';
import { doneSentence } from '../account/done.ts';
import { problemSentence } from './sentence.ts';

describe('what stands in an address is looked up among our own words alone', () => {
  const unknown = problemSentence('no-such-code');
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', undefined])(
    '%j is no refusal',
    (code) => {
      expect(problemSentence(code)).toBe(unknown);
    },
  );
  test.each(['__proto__', 'constructor', 'toString', '', null])('%j says nothing', (key) => {
    expect(doneSentence(key)).toBeUndefined();
  });
  test('our own are found', () => {
    expect(problemSentence('not-found')).not.toBe(unknown);
    expect(doneSentence('token')).toBeTruthy();
  });
});
