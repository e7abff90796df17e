import type { DocxNotice, DocxNoticeKind } from '@glossator/contract';

/** Counts, as they come up, of what does not come over as it was. */
export class Notices {
  readonly #counts = new Map<DocxNoticeKind, number>();

  add(kind: DocxNoticeKind, n = 1): void {
    if (n > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + n);
  }

  list(): DocxNotice[] {
    return [...this.#counts].map(([kind, n]) => ({ kind, n }));
  }
}
