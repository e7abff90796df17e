import { codePointLength } from './offsets.ts';

export type TextFault = 'lone-surrogate' | 'nul' | 'control' | 'bidi-override' | 'noncharacter';

export interface FaultyText {
  readonly ok: false;
  readonly reason: TextFault;
  /** Code-point offset of the first fault. */
  readonly at: number;
}

export type CheckedText = { readonly ok: true; readonly value: string } | FaultyText;

/*
 * NFC only: NFKC would turn ，（）： into ASCII. Tab and line feed are text; bidirectional
 * embeddings, overrides and isolates can make a line read as what it is not. The plain direction
 * marks (U+200E, U+200F, U+061C) cannot and stay.
 */
const FAULTS: readonly (readonly [TextFault, RegExp])[] = [
  ['lone-surrogate', /\p{Surrogate}/u],
  ['nul', /\0/u],
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  ['control', /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/u],
  ['bidi-override', /[\u202a-\u202e\u2066-\u2069]/u],
  ['noncharacter', /[\ufdd0-\ufdef\p{Noncharacter_Code_Point}]/u],
];

/** NFC with line feeds for line ends, or the first thing in it that no text of ours may hold. */
export function checkText(text: string): CheckedText {
  const unified = text.replace(/\r\n?/g, '\n');
  let first: FaultyText | null = null;
  for (const [reason, pattern] of FAULTS) {
    const index = unified.search(pattern);
    if (index === -1) continue;
    const at = codePointLength(unified.slice(0, index));
    if (first === null || at < first.at) first = { ok: false, reason, at };
  }
  return first ?? { ok: true, value: unified.normalize('NFC') };
}
