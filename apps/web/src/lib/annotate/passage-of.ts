/** Which words a passage of the page has. */
export interface PassagePlace {
  readonly element: HTMLElement;
  /** Path of its segment. */
  readonly path: string;
  /** `edition:version`. */
  readonly edition: string;
}

/** The passage that a part of the page belongs to; null outside the text. */
export function passageOf(part: Element | null | undefined): PassagePlace | null {
  const element = part?.closest<HTMLElement>('.passage');
  const path = element?.closest<HTMLElement>('.row')?.dataset['path'];
  const edition = element?.dataset['edition'];
  return element && path !== undefined && edition !== undefined ? { element, path, edition } : null;
}
