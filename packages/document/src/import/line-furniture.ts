import type { Verdict } from './furniture.ts';
import { advertisement, navigation, particulars, registration } from './furniture-words.ts';
import type { Passage } from './passage.ts';

const URL = /\(?<?\b(?:https?:\/\/|www\.)[^\s<>)\]]+>?[)\]]*|\(\/[^\s()]+\)/giu;
const LINKED = /\[([^\]]*)\]\([^)]*\)/gu;
const DENSE = 0.5;
const LONGEST_WORDS = 40;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}\d]+$/gu, '');

/** How much of the words is addresses of pages. */
function linkDensity(text: string): number {
  const inLinks = [...text.replaceAll('\\', '').matchAll(LINKED)].reduce(
    (sum, match) => sum + match[0].length,
    0,
  );
  const inUrls = [...text.matchAll(URL)].reduce((sum, match) => sum + match[0].length, 0);
  return Math.max(inLinks, inUrls) / Math.max(1, text.length);
}

/** What one line is by itself. */
export function lineFurniture({ text, linked, marker }: Passage): Verdict | null {
  if (text.length <= LONGEST_WORDS && marker === '') {
    const words = bare(text);
    if (advertisement.has(words)) return { reason: 'advertisement', sure: true };
    if (navigation.has(words)) return { reason: 'navigation', sure: true };
  }
  if (registration.test(text) && text.length < 200) return { reason: 'notice', sure: true };
  if (particulars.test(text) && text.length < 200 && marker === '') {
    return { reason: 'navigation', sure: false };
  }
  const isLink = linkDensity(text) >= DENSE || (linked >= 0.7 && text.length < 120);
  return isLink ? { reason: 'link', sure: true } : null;
}
