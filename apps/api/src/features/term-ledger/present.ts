import type { TermMark, LedgerTermView, TermUseView } from '@glossator/contract';
import { codePointSlice, countRenderings, driftOf, type TermWords } from '@glossator/document';
import type { VersionText } from '../works/text-store.ts';
import type { FollowedUse, Side } from './follow-uses.ts';
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

const isChanged = ({ sourceStands, targetStands }: FollowedUse): boolean =>
  !sourceStands || !targetStands;

export function presentRow(
  { term, body, commentary }: TermRowStored,
  uses: readonly FollowedUse[],
  { pathOf, along: place, withheld }: Ground,
): LedgerTermView {
  // What was judged of words that stand no more is not counted of those that do.
  const standing = uses.filter((use) => !isChanged(use));
  const renderings = withheld ? [] : [...countRenderings(standing)];
  const marks = uses.map((use): TermMark => {
    const { source, rendering, gap } = use;
    const changed = isChanged(use);
    return {
      path: pathOf(source.uid),
      at: place(source.uid, source.words.start),
      rendering: changed ? null : indexOf(renderings, rendering),
      lost: !withheld && !changed && gap !== null,
      changed,
    };
  });
  const lost = marks.filter((mark) => mark.lost).length;
  const changed = marks.filter((mark) => mark.changed).length;
  const unnamed = marks.filter(({ rendering }) => rendering === null).length;
  return {
    term,
    definition: { ...body.definition },
    preferred: withheld ? '' : body.preferred,
    note: body.note === null ? null : { commentary, label: body.note },
    renderings,
    lost,
    changed,
    unrendered: withheld ? 0 : unnamed - lost - changed,
    drift: withheld ? null : driftOf(standing),
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

const textOf = ({ base, now }: Side, stands: boolean, uid: string) =>
  (stands ? now : base).texts.get(uid)?.reading;

export function presentUses(
  uses: readonly FollowedUse[],
  row: LedgerTermView,
  source: Side,
  /** Null where its words are not shown. */
  target: Side | null,
  citationOf: (path: string) => TermUseView['citation'],
): TermUseView[] {
  return uses.map((use, n): TermUseView => {
    const { path, rendering, changed } = row.marks[n] ?? {
      path: '',
      rendering: null,
      changed: true,
    };
    const { uid, words } = use.source;
    return {
      path,
      citation: citationOf(path),
      source: around(textOf(source, use.sourceStands, uid), words, CONTEXT.source),
      target:
        target === null || use.target === null
          ? null
          : around(
              textOf(target, use.targetStands, use.target.uid),
              use.target.words,
              CONTEXT.target,
            ),
      rendering,
      gap: use.gap,
      changed,
      sourceStands: use.sourceStands,
      targetStands: use.targetStands,
    };
  });
}
