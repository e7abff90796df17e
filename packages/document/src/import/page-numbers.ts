import type { Verdict } from './furniture.ts';
import type { Passage } from './passage.ts';

const ALONE = /^[-–—|·\s]*(\d{1,4})[-–—|·\s]*$/u;
const NAMED =
  /^[-–—|·\s]*(?:(?:page|p\.|seite|página|pág\.|pagina|стр\.?|страница|صفحة|עמוד)\s*(\d{1,4})(?:\s*(?:of|von|de|di|sur|van|из|من|\/)\s*\d{1,4})?|(\d{1,4})\s*(?:\/|of|von)\s*\d{1,4}|第\s*(\d{1,4})\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?)[-–—|·\s]*$/iu;
// Numbers closer together are numbers of paragraphs, printed on lines of their own.
const CLOSEST = 4;
// What stands between two dashes is hardly ever the number of a paragraph.
const FRAMED = /^\s*[-–—]+\s*\d+\s*[-–—]+\s*$/u;
const CLOSEST_FRAMED = 2;

export function markPageNumbers(all: readonly Passage[], verdicts: (Verdict | null)[]): void {
  const alone: { readonly i: number; readonly n: number }[] = [];
  for (const [i, { text, kind }] of all.entries()) {
    if (verdicts[i] !== null || kind === 'cell' || text.length > 40) continue;
    if (NAMED.test(text)) verdicts[i] = { reason: 'page-number', sure: true };
    const number = ALONE.exec(text)?.[1];
    if (number !== undefined) alone.push({ i, n: Number(number) });
  }
  const [first] = alone;
  const last = alone.at(-1);
  if (first === undefined || last === undefined || alone.length < 2) return;
  const distance = (last.i - first.i) / (alone.length - 1);
  const rising = alone.filter(({ n }, k) => n > (alone[k - 1]?.n ?? -1)).length;
  const isFramed = alone.every(({ i }) => FRAMED.test(all[i]?.text ?? ''));
  if (distance < (isFramed ? CLOSEST_FRAMED : CLOSEST) || rising < alone.length * 0.8) return;
  for (const { i } of alone) verdicts[i] = { reason: 'page-number', sure: alone.length > 2 };
}
