import type { DocxNotice, SourceNotice, SourceNoticeKind } from '@glossator/contract';
import { checkText } from '@glossator/document';
import type { ReadBlock } from './read-block.ts';

/** Of what is told of Word files: the rest says nothing of a text, or is told otherwise. */
const ofWord: Readonly<Partial<Record<DocxNotice['kind'], SourceNoticeKind>>> = {
  images: 'images',
  comments: 'comments',
  insertions: 'insertions',
  deletions: 'deletions',
  'text-boxes': 'text-boxes',
  formulas: 'formulas',
  contents: 'contents',
  unknown: 'unknown',
};

/** Counts of what does not come over as it was in the file. */
export class SourceNotices {
  readonly #counts = new Map<SourceNoticeKind, number>();

  add(kind: SourceNoticeKind, n = 1): void {
    if (n > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + n);
  }

  fromWord(notices: readonly DocxNotice[]): void {
    for (const { kind, n } of notices) {
      const told = ofWord[kind];
      if (told !== undefined) this.#counts.set(told, n);
    }
  }

  /** Characters that no text here may hold go, and are counted. */
  clean(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
    return blocks.flatMap((block): ReadBlock[] => {
      const whole = checkText(block.text);
      if (whole.ok) return [{ ...block, text: whole.value }];
      const signs = [...block.text.toWellFormed()];
      const kept = signs.filter((sign) => checkText(sign).ok).join('');
      this.add('characters', signs.length - [...kept].length);
      const text = kept.normalize('NFC').trim();
      return text === '' ? [] : [{ ...block, text }];
    });
  }

  list(): SourceNotice[] {
    return [...this.#counts].map(([kind, n]) => ({ kind, n }));
  }
}
