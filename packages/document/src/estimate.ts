import type { Extent, Lang } from './model.ts';
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
