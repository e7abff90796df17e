import { expect, test } from 'vitest';
import { waitedWords } from './waited.ts';

test.each([
  [0, '1 minute', '1分钟'],
  [59, '1 minute', '1分钟'],
  [61, '1 minute', '1分钟'],
  [3_599, '59 minutes', '59分钟'],
  [3_600, '1 hour', '1小时'],
  [7_500, '2 hours, 5 minutes', '2小时5分钟'],
  [86_400 + 300, '1 day', '1天'],
  [3 * 86_400 + 5 * 3_600 + 59 * 60, '3 days, 5 hours', '3天5小时'],
])('%i seconds', (seconds, en, zh) => {
  expect(waitedWords(seconds, 'en')).toBe(en);
  expect(waitedWords(seconds, 'zh-Hans')).toBe(zh);
});
