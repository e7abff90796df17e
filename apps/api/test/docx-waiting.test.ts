import { expect, test } from 'vitest';
import { docxBounds } from '../src/word-file/bounds.ts';
import { readApart } from '../src/features/docx/read/read-apart.ts';
import { TooMany } from '../src/refusal.ts';
import { shippedGround as ground } from './support/docx-ground.ts';
import { heading, wordFile, words } from './support/word-files.ts';

test('files are read one after the other, and more than a few do not wait', async () => {
  const file = await wordFile({ children: [heading(1, '4.3.1.2 One'), words('It is.')] });
  const reading = Array.from({ length: docxBounds.waiting }, () => readApart(file, ground));
  await expect(readApart(file, ground)).rejects.toBeInstanceOf(TooMany);
  for (const read of await Promise.all(reading)) expect(read.ok).toBe(true);
  expect((await readApart(file, ground)).ok).toBe(true);
}, 60_000);
