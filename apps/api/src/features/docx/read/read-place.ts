import {
  foldCitation,
  parseCitation,
  resolveAddress,
  type AddressedWork,
  type Work,
} from '@glossator/document';
import { labelPattern, type PartKind } from '@glossator/domain';
import type { DocxProblem } from '@glossator/contract';

/** The text on which a commentary is, as far as headings name what stands in it. Plain data: it goes to another thread. */
export interface Ground {
  readonly work: Work;
  readonly units: AddressedWork['units'];
  readonly aliases: AddressedWork['aliases'] & object;
  /** Headings of the text itself, folded, with the address of what they are over. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a heading says of where its words belong. */
export interface HeadingPlace {
  readonly kind: PartKind | null;
  readonly at: readonly string[];
  readonly label: string;
  readonly title: string;
  readonly problem: DocxProblem | null;
}

interface Found {
  readonly address: string;
  /** Whether the work has it. */
  readonly isThere: boolean;
  readonly length: number;
}

// No square brackets: `[[4.3]]` begins with two.
const quietOpenings = /^[\s(（【「]*/u;
const afterReference = /^[\s:：.．,，、;；)）\]】」—–·|-]+/u;
const numbers = /^(\d+(?:x\d+)?(?:\.\d+(?:x\d+)?)*[a-z]?)(?![\p{L}\p{N}])(?!\.\d)/u;
const rangeEnd = /^\s*[-‐‑‒–—~～至到]\s*(\d+(?:x\d+)?(?:\.\d+(?:x\d+)?)*[a-z]?)(?![\p{L}\p{N}])/u;
const sign = /^(?:§{1,2}|¶)\s*/u;
const bracketed = /^\[\[([^\][\n]{1,160})\]\]/u;
const bareNumeral = /^(?:\d+|[ivxlcdm]+|[零〇一二三四五六七八九十百]+)$/u;
const numeral = /\d|\b[ivxlcdm]+\b|[一二三四五六七八九十]/u;
const introduction = /^(?:introduction|导言|引言|导论|绪论|緒論|導言|導論)(?=$|\s*[:：.。—–-])/iu;
const labelled =
  /^([A-Za-z]{1,3}\d{1,4}[a-z]?)(?:\s+(?:on|about)\s+|\s*[:：,，.—–-]\s*|\s*(?:关于|論|论|于|評|评)\s*|\s+)(?=\S)/u;
const more = /^\s*(?:[,，、;；]|and\b|和|与|及)\s*/u;

function found(text: string, length: number, ground: Ground): Found | null {
  const cited = parseCitation(text, ground.work);
  if (!cited.ok) return null;
  const resolved = resolveAddress(ground, cited.value);
  return { address: cited.value, isThere: resolved.ok, length };
}

const depth = (numbersText: string): number => numbersText.split('.').length;

/** `4.3.1.2`, `§ 4`, `[[4.3]]`, and ranges of them: what cannot be mistaken for words. */
function readNumbers(text: string, ground: Ground): Found | 'bare' | null {
  const inside = bracketed.exec(text);
  if (inside?.[1] !== undefined) return found(inside[1], inside[0].length, ground) ?? null;
  const signLength = sign.exec(text)?.[0].length ?? 0;
  const rest = text.slice(signLength);
  const [, from] = numbers.exec(rest) ?? [];
  if (from === undefined) return null;
  const end = rangeEnd.exec(rest.slice(from.length));
  if (end?.[1] !== undefined && (depth(end[1]) > 1 || signLength > 0)) {
    const range = found(`${from}-${end[1]}`, signLength + from.length + end[0].length, ground);
    if (range !== null && (depth(from) > 1 || signLength > 0)) return range;
  }
  // A number alone is how many an author counts their own chapters.
  if (depth(from) === 1 && signLength === 0) return 'bare';
  return found(from, signLength + from.length, ground);
}

const longestCitation = 48;
const boundary = /(?=[\s,，、:：.．;；—–-])|(?<=[)）句段项節节分\]])|$/gu;

/** `IV(3) ¶1 s. 2`, `四（三）第1段第2句`: the longest beginning that is a citation of something there. */
function readWords(text: string, ground: Ground): Found | 'bare' | null {
  // Numbers that were not understood are not to be understood in part.
  if (/^\d/u.test(text)) return null;
  const start = text.slice(0, longestCitation);
  const ends = [...start.matchAll(boundary)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const part = foldCitation(start.slice(0, end));
    if (part === '' || !numeral.test(part)) continue;
    const one = found(start.slice(0, end), end, ground);
    if (one?.isThere !== true) continue;
    return bareNumeral.test(part) ? 'bare' : one;
  }
  return null;
}

const enumerator =
  /^[(（]?(?:\d+|[ivxlc]+|[一二三四五六七八九十]+)[)）]?(?:[\s、.．,，:：]+|(?<=[)）]))/u;

/** A heading of the text as one compares it with another: without its numeral. */
export const foldName = (heading: string): string =>
  foldCitation(heading).replace(enumerator, '').trim();

function readList(first: Found, text: string, ground: Ground): { at: string[]; length: number } {
  const at = [first.address];
  let length = first.length;
  for (;;) {
    const between = more.exec(text.slice(length))?.[0];
    if (between === undefined) break;
    const next = readNumbers(text.slice(length + between.length), ground);
    if (next === null || next === 'bare' || !next.isThere) break;
    at.push(next.address);
    length += between.length + next.length;
  }
  return { at: [...new Set(at)], length };
}

/** Sections are what essays are about, anything finer what entries are. */
function kindOf(at: readonly string[], ground: Ground): PartKind {
  const areSections = at.every((address) => {
    const resolved = resolveAddress(ground, address);
    return (
      resolved.ok &&
      resolved.value.first.kind === 'container' &&
      resolved.value.last.kind === 'container'
    );
  });
  return areSections ? 'essay' : 'entry';
}

const nowhere = (title: string, problem: DocxProblem): HeadingPlace => ({
  ...{ kind: null, at: [], label: '', title, problem },
});

function labelOf(text: string): { readonly label: string; readonly rest: string } | null {
  const [whole, label] = labelled.exec(text) ?? [];
  if (whole === undefined || label === undefined) return null;
  return new RegExp(labelPattern).test(label) ? { label, rest: text.slice(whole.length) } : null;
}

interface Began {
  readonly label: string;
  readonly rest: string;
  readonly found: Found | 'bare' | null;
}

function begin(text: string, ground: Ground, withWords: boolean): Began {
  const read = (from: string): Found | 'bare' | null => {
    const one = readNumbers(from, ground);
    return one !== null && one !== 'bare'
      ? one
      : withWords
        ? (readWords(from, ground) ?? one)
        : one;
  };
  const plain = { label: '', rest: text, found: read(text) };
  if (plain.found !== null && plain.found !== 'bare') return plain;
  const after = labelOf(text);
  if (after === null) return plain;
  const rest = after.rest.replace(quietOpenings, '');
  const labelledPlace = read(rest);
  return labelledPlace === null || labelledPlace === 'bare'
    ? plain
    : { label: after.label, rest, found: labelledPlace };
}

/** Where the words under a heading belong, by what it begins with or names. */
export function readHeading(heading: string, ground: Ground): HeadingPlace {
  const text = heading.trim();
  if (introduction.test(text))
    return { kind: 'introduction', at: [], label: '', title: text, problem: null };
  const began = begin(text.replace(quietOpenings, ''), ground, true);
  if (began.found !== null && began.found !== 'bare') {
    if (!began.found.isThere) return nowhere(text, 'unknown-address');
    const { at, length } = readList(began.found, began.rest, ground);
    const title = began.rest.slice(length).replace(afterReference, '').trim();
    const kind = began.label === '' ? kindOf(at, ground) : 'entry';
    return { kind, at, label: began.label, title, problem: null };
  }
  const named = ground.names.get(foldName(text));
  if (named !== undefined)
    return { kind: kindOf([named], ground), at: [named], label: '', title: text, problem: null };
  return nowhere(text, began.found === 'bare' ? 'bare-number' : 'no-place');
}

/** The place that the first line under a heading names; null where it begins with words. */
export function readFirstLine(line: string, heading: string, ground: Ground): HeadingPlace | null {
  const { label, rest, found: one } = begin(line.replace(quietOpenings, ''), ground, false);
  if (one === null || one === 'bare' || !one.isThere) return null;
  const { at } = readList(one, rest, ground);
  const kind = label === '' ? kindOf(at, ground) : 'entry';
  return { kind, at, label, title: heading, problem: null };
}
