/** What calls for completion: the pattern ends at the caret, its first group is what is asked with. */
export interface Trigger<Kind extends string = string> {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** Stands behind the caret where a field closes brackets by itself; goes with what is replaced. */
  readonly closing?: string;
}

export interface Asked<Kind extends string = string> {
  readonly kind: Kind;
  readonly query: string;
  /** UTF-16 offsets of what a chosen item replaces. */
  readonly start: number;
  readonly end: number;
}

// No trigger reaches further back: what is looked at does not grow with the text.
const reach = 120;

/** What is being asked for at the caret; null where nothing is. */
export function askedAt<Kind extends string>(
  text: string,
  caret: number,
  triggers: readonly Trigger<Kind>[],
): Asked<Kind> | null {
  const before = text.slice(Math.max(0, caret - reach), caret);
  for (const { kind, pattern, closing } of triggers) {
    const found = pattern.exec(before);
    if (found === null || found.index + found[0].length !== before.length) continue;
    const isClosed = closing !== undefined && text.startsWith(closing, caret);
    return {
      kind,
      query: found[1] ?? '',
      start: caret - found[0].length,
      end: isClosed ? caret + closing.length : caret,
    };
  }
  return null;
}

/** What the words of a note are completed by. A hanzi before the sign parts nothing. */
export const noteTriggers = [
  { kind: 'reference', pattern: /\[\[([^[\]\n]{0,60})$/u, closing: ']]' },
  {
    kind: 'person',
    pattern: /(?<![\p{Script=Latin}\p{N}_.@/+-])@([\p{L}\p{N}._-]{0,30})$/u,
  },
] as const satisfies readonly Trigger[];

/** What a list of words with commas between them is completed by: the word at the caret. */
export const listTrigger = {
  kind: 'word',
  pattern: /(?<=^|[,，、;；]\s{0,4})#?([^\s#,，、;；][^,，、;；]{0,40})$/u,
} as const satisfies Trigger;
