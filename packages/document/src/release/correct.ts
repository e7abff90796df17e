import { digest } from '../digest.ts';
import type {
  ApparatusEntry,
  Condition,
  LimbRange,
  Localised,
  Locus,
  SegmentText,
} from '../model.ts';
import { checkText } from '../normalise.ts';
import { codePointLength, codePointSlice, occurrences } from '../offsets.ts';
import { isSegment } from '../resolve.ts';
import type { ChangeFault, Correction } from './change.ts';
import { unitAt, type DraftEdition, type DraftText } from './draft-text.ts';
import {
  growRange,
  inWholeWords,
  replaceIn,
  replacementOf,
  shiftRange,
  type Replacement,
} from './replacement.ts';

const says = (words: Localised): boolean => Object.values(words).some((each) => each.trim() !== '');

export function reasonFault(note: Localised): ChangeFault | null {
  const words = Object.values(note);
  if (!says(note)) return { code: 'reason-missing', what: '' };
  return words.every((each) => checkText(each).ok) ? null : { code: 'words-unsound', what: '' };
}

/** Words that may stand in a segment: one line of sound text without space around it. */
function soundWords(after: string): string | ChangeFault {
  const checked = checkText(after);
  if (!checked.ok || /[\n\t]/u.test(checked.value)) return { code: 'words-unsound', what: after };
  const words = checked.value.trim();
  return words === '' ? { code: 'words-empty', what: '' } : words;
}

function nextNumber(used: Set<string>): string {
  const numbers = [...used]
    .filter((each) => each.startsWith('E'))
    .map((each) => Number(each.slice(1)));
  const number = `E${String(Math.max(0, ...numbers) + 1)}`;
  used.add(number);
  return number;
}

function shiftedLoci(
  entry: ApparatusEntry,
  uid: string,
  replacement: Replacement,
): readonly Locus[] | null {
  const loci = entry.loci.map((locus) => {
    if (locus.uid !== uid || locus.start === null || locus.end === null) return locus;
    const range = shiftRange({ start: locus.start, end: locus.end }, replacement);
    return range === null ? null : { ...locus, ...range };
  });
  return loci.every((locus) => locus !== null) ? loci : null;
}

function shiftedLimbs(
  limbs: readonly LimbRange[],
  uid: string,
  replacement: Replacement,
  length: number,
): readonly LimbRange[] | ChangeFault {
  const shifted: LimbRange[] = [];
  for (const limb of limbs) {
    const range = limb.sentence === uid ? growRange(limb, replacement, length) : limb;
    if (range === null) return { code: 'limb-on-words', what: limb.uid };
    shifted.push({ ...limb, start: range.start, end: range.end });
  }
  return shifted;
}

// Mending the reading text mends no copy: what was misreported stays so. See `condition` in the model.
const copyErrs = new Set<Correction['cause']>(['transcriber', 'unknown', 'banner']);
const conditionAfter = (condition: Condition, { cause, certainty }: Correction): Condition =>
  condition === 'intact' && copyErrs.has(cause) && certainty !== 'low' ? 'corrupt' : condition;

/** Where an earlier release corrected words, and what stood there before. */
const correctedPlaces = ({ copy, loci: [locus] }: ApparatusEntry): readonly Replacement[] =>
  copy === undefined || locus === undefined || locus.start === null || locus.end === null
    ? []
    : [{ start: locus.start, end: locus.end, words: copy }];

function widened(
  reading: string,
  replacement: Replacement,
  places: readonly Replacement[],
): Replacement {
  const start = Math.min(replacement.start, ...places.map((place) => place.start));
  const end = Math.max(replacement.end, ...places.map((place) => place.end));
  const before = codePointSlice(reading, start, replacement.start);
  const behind = codePointSlice(reading, replacement.end, end);
  return { start, end, words: before + replacement.words + behind };
}

/** What the copy has where words are corrected, also where they have been corrected before. */
function copyOf(reading: string, named: Replacement, places: readonly Replacement[]): string {
  const whole = places
    .toSorted((left, right) => right.start - left.start)
    .reduce((text, place) => replaceIn(text, place), reading);
  const grown = codePointLength(whole) - codePointLength(reading);
  return codePointSlice(whole, named.start, named.end + grown);
}

function settledFault(
  { apparatus }: DraftEdition,
  uid: string,
  settles: readonly string[],
): ChangeFault | null {
  for (const number of settles) {
    const entry = apparatus.find((each) => each.number === number);
    if (entry === undefined) return { code: 'entry-unknown', what: number };
    if (!entry.loci.every((locus) => locus.uid === uid))
      return { code: 'entry-elsewhere', what: number };
  }
  return null;
}

/** The whole text after the correction. */
function correctedReading(reading: string, { before, after }: Correction): string | ChangeFault {
  const old = before.normalize('NFC').trim();
  const places = old === '' ? [] : occurrences(reading, old);
  const [start, second] = places;
  if (start === undefined || second !== undefined) return { code: 'words-not-once', what: old };
  // Only what stays of the segment as a whole must not be empty: words inside it may be taken away.
  const isWhole = old === reading;
  const sound = isWhole || after.trim() !== '' ? soundWords(after) : '';
  if (typeof sound !== 'string') return sound;
  const end = start + codePointLength(old);
  const corrected = replaceIn(reading, { start, end, words: sound }).replace(/ {2,}/gu, ' ').trim();
  return corrected === reading ? { code: 'words-same', what: '' } : corrected;
}

/** Corrects one segment of one edition, or says why not. */
export function correct(
  draft: DraftText,
  edition: DraftEdition,
  change: Correction,
): ChangeFault | null {
  const unit = unitAt(draft, change.path);
  if (unit === undefined) return { code: 'path-unknown', what: change.path };
  if (!isSegment(unit)) return { code: 'not-a-segment', what: change.path };
  const text = edition.texts.get(unit.uid);
  if (text === undefined || text.reading === null) return { code: 'lost', what: change.path };
  const corrected = correctedReading(text.reading, change);
  if (typeof corrected !== 'string') return corrected;
  if (!corrected.startsWith(text.label)) return { code: 'label-gone', what: text.label };
  const told = reasonFault(change.note);
  if (told !== null) return told;
  const evidence = change.evidence.filter(says);
  if (evidence.length === 0) return { code: 'evidence-missing', what: change.path };
  const unsound = evidence.map(reasonFault).find((fault) => fault !== null);
  if (unsound) return unsound;
  const settled = settledFault(edition, unit.uid, change.settles);
  if (settled !== null) return settled;

  const replacement = replacementOf(text.reading, corrected);
  const kept: ApparatusEntry[] = [];
  for (const entry of edition.apparatus) {
    if (change.settles.includes(entry.number)) continue;
    const loci = shiftedLoci(entry, unit.uid, replacement);
    if (loci === null) return { code: 'entry-on-words', what: entry.number };
    kept.push({ ...entry, loci });
  }
  const limbs = shiftedLimbs(edition.limbs, unit.uid, replacement, codePointLength(text.reading));
  if ('code' in limbs) return limbs;

  const settledHere = edition.apparatus.filter(({ number }) => change.settles.includes(number));
  const named = inWholeWords(
    text.reading,
    widened(text.reading, replacement, settledHere.flatMap(correctedPlaces)),
  );
  const lemma = named.words;
  const entry: ApparatusEntry = {
    number: nextNumber(edition.used),
    kind: 'corr',
    loci: [{ uid: unit.uid, start: named.start, end: named.start + codePointLength(lemma), lemma }],
    cause: change.cause,
    extent: [],
    certainty: change.certainty,
    reading: lemma,
    note: change.note,
    evidence,
    copy: copyOf(text.reading, named, settledHere.flatMap(correctedPlaces)),
    settles: change.settles,
  };
  const mended: SegmentText = {
    ...text,
    reading: corrected,
    condition: conditionAfter(text.condition, change),
    sha256: digest(corrected),
  };
  edition.texts.set(unit.uid, mended);
  edition.limbs = limbs;
  edition.apparatus = [...kept, entry];
  return null;
}
