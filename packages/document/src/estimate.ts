import type { EditionVersion, Extent, Lang, Uid } from './model.ts';
import { codePointLength } from './offsets.ts';

/**
 * English words per hanzi where both editions of the first work are intact: mean of 39
 * paragraphs 0.716, standard deviation 0.078.
 */
export const WORDS_PER_HANZI = 0.72;

export function countHanzi(text: string): number {
  return codePointLength(text.replace(/[^\u4e00-\u9fff]/gu, ''));
}

/** Runs of Latin letters and digits; an apostrophe or hyphen does not end a word. */
export function countWords(text: string): number {
  return text.match(/[\p{Script=Latin}\p{Nd}]+(?:['’-][\p{Script=Latin}\p{Nd}]+)*/gu)?.length ?? 0;
}

/** How long a text of either script is: its words, and each hanzi. */
export const countText = (text: string): number => countWords(text) + countHanzi(text);

const isChinese = (lang: Lang): boolean => lang === 'zh' || lang.startsWith('zh-');

/** How long the counterpart of `text` would be in the other language; null for pairs unmeasured. */
export function estimateExtent(text: string, from: Lang, to: Lang): Extent | null {
  if (isChinese(from) && to.startsWith('en')) {
    const quantity = Math.max(1, Math.round(countHanzi(text) * WORDS_PER_HANZI));
    return { quantity, unit: 'word', estimated: true };
  }
  if (from.startsWith('en') && isChinese(to)) {
    const quantity = Math.max(1, Math.round(countWords(text) / WORDS_PER_HANZI));
    return { quantity, unit: 'hanzi', estimated: true };
  }
  return null;
}

/** About how long a segment that `version` has lost was, by what another edition has in its place. */
export function estimateLost(
  uid: Uid,
  version: EditionVersion,
  others: readonly EditionVersion[],
): Extent | null {
  for (const other of others) {
    const counterpart = other.texts.find((text) => text.uid === uid)?.reading ?? null;
    if (counterpart === null) continue;
    const extent = estimateExtent(counterpart, other.edition.lang, version.edition.lang);
    if (extent !== null) return extent;
  }
  return null;
}
