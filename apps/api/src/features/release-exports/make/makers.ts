import type { ReleaseFormat } from '@glossator/domain';
import { cleanRelease } from './clean.ts';
import { makeEpub } from './epub.ts';
import type { Maker } from './exported.ts';
import { makeHtml } from './html.ts';
import { makeMarkdown } from './markdown.ts';
import { makeTei } from './tei.ts';
import { makeW3c } from './w3c.ts';

const cleanly =
  (make: Maker): Maker =>
  (exported, step) =>
    make({ ...exported, release: cleanRelease(exported.release) }, step);

/** What makes each file from a release; PDF needs a browser, and is made from the HTML elsewhere. */
export const makers = {
  html: cleanly(makeHtml),
  epub: cleanly(makeEpub),
  tei: cleanly(makeTei),
  markdown: cleanly(makeMarkdown),
  w3c: cleanly(makeW3c),
} as const satisfies Readonly<Record<Exclude<ReleaseFormat, 'pdf'>, Maker>>;
