import type { TermMark, LedgerTermView, TermUseView } from '@glossator/contract';
import { codePointSlice, countRenderings, driftOf, type TermWords } from '@glossator/document';
import type { VersionText } from '../works/text-store.ts';
import type { TermRowStored } from './statements.ts';

/** Code points on either side of a word, hanzi and letters. */
const CONTEXT = { source: 24, target: 60 } as const;

/** Where in the text each of its segments begins, as a share of the whole. */
export type Along = (uid: string, start: number) => number;

export function along(units: readonly { readonly uid: string }[], { texts }: VersionText): Along {
  const starts = new Map<string, number>();
  let length = 0;
  for (const { uid } of units) {
    const reading = texts.get(uid)?.reading;
    if (reading == null) continue;
    starts.set(uid, length);
    length += reading.length;
  }
  return (uid, start) => Math.min(1, ((starts.get(uid) ?? 0) + start) / Math.max(1, length));
}

interface Ground {
  readonly pathOf: (uid: string) => string;
  readonly along: Along;
  /** The words of the target are not shown. */
  readonly withheld: boolean;
}

export function presentRow(
  { term, body, commentary }: TermRowStored,
  { pathOf, along: place, withheld }: Ground,
): LedgerTermView {
  const renderings = withheld ? [] : [...countRenderings(body.uses)];
  const marks = body.uses.map(({ uid, source, rendering, gap }): TermMark => ({
    path: pathOf(uid),
    at: place(uid, source.start),
    rendering: indexOf(renderings, rendering),
    lost: !withheld && gap !== null,
  }));
  const lost = marks.filter((mark) => mark.lost).length;
  return {
    term,
    definition: { ...body.definition },
    preferred: withheld ? '' : body.preferred,
    note: body.note === null ? null : { commentary, label: body.note },
    renderings,
    lost,
    unrendered: withheld ? 0 : marks.filter(({ rendering }) => rendering === null).length - lost,
    drift: withheld ? null : driftOf(body.uses),
    marks,
  };
}

function indexOf(
  renderings: readonly { readonly rendering: string }[],
  rendering: string | null,
): number | null {
  const index = renderings.findIndex((each) => each.rendering === rendering);
  return index === -1 ? null : index;
}

function around(text: string | null | undefined, words: TermWords, size: number) {
  const whole = text ?? '';
  const before = codePointSlice(whole, words.start - size, words.start);
  const after = codePointSlice(whole, words.end, words.end + size);
  // What a word is cut to says nothing: whole words alone, where there are spaces between them.
  return {
    before: words.start > size ? before.replace(/^[^\s\p{Script=Han}]+\s/u, '') : before,
    exact: words.exact,
    after: whole.endsWith(after) ? after : after.replace(/\s[^\s\p{Script=Han}]+$/u, ''),
  };
}

export function presentUses(
  { body }: TermRowStored,
  row: LedgerTermView,
  source: VersionText,
  /** Null where its words are not shown. */
  target: VersionText | null,
  citationOf: (path: string) => TermUseView['citation'],
): TermUseView[] {
  return body.uses.map((use, n): TermUseView => {
    const { path, rendering } = row.marks[n] ?? { path: '', rendering: null };
    const words = target === null ? null : use.target;
    return {
      path,
      citation: citationOf(path),
      source: around(source.texts.get(use.uid)?.reading, use.source, CONTEXT.source),
      target: words && around(target?.texts.get(use.uid)?.reading, words, CONTEXT.target),
      rendering,
      gap: target === null ? null : use.gap,
    };
  });
}
