import type { Passage } from './passage.ts';
import { guessLanguage } from './guess-language.ts';
import { addCounts, countScripts, mainScript, noLetters, type ScriptCounts } from './script.ts';

/*
 * Two languages in one source: columns of a table, one text after the other, or paragraph by
 * paragraph. Which passages are the second language's.
 */

interface Told {
  /** Script, or language where both are of one script; null where the words do not say. */
  readonly key: string | null;
  readonly weight: number;
}

// Below this share a second script is names and terms, not a second text.
const LEAST_SHARE = 0.12;
// A sentence in the other language that a column or paragraph quotes changes nothing.
const FEW_SWITCHES = 0.06;
const LONG_ENOUGH = 60;

const sum = (counts: ScriptCounts): number =>
  Object.values(counts).reduce((total, n: number) => total + n, 0);

function byScript(passages: readonly Passage[]): readonly Told[] {
  return passages.map(({ text }) => {
    const counts = countScripts(text);
    return { key: mainScript(counts), weight: sum(counts) };
  });
}

function byWords(passages: readonly Passage[]): readonly Told[] {
  return passages.map(({ text }) => {
    const guess = text.length < LONG_ENOUGH ? null : guessLanguage(text, 'latin');
    const key = guess?.sure === true ? guess.lang : null;
    return { key, weight: key === null ? 0 : text.length };
  });
}

/** The two that say most, the one that comes first at the head; null where one is alone. */
function twoOf(told: readonly Told[], least: number): readonly [string, string] | null {
  const weights = new Map<string, number>();
  for (const { key, weight } of told) {
    if (key !== null) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  const total = [...weights.values()].reduce((all, n) => all + n, 0);
  const [first, second] = [...weights].toSorted((left, right) => right[1] - left[1]);
  if (first === undefined || second === undefined || second[1] < total * least) return null;
  const head = told.find(({ key }) => key === first[0] || key === second[0])?.key;
  return head === second[0] ? [second[0], first[0]] : [first[0], second[0]];
}

/** Keys of the two alone, passages that do not say given to their neighbours. */
function filled(told: readonly Told[], two: readonly [string, string]): readonly boolean[] {
  let last = false;
  return told.map(({ key }) => {
    if (key === two[0]) last = false;
    if (key === two[1]) last = true;
    return last;
  });
}

/** One text after the other: where the second begins. */
function cutOf(told: readonly Told[], second: readonly boolean[]): number {
  let behind = told.reduce((all, { weight }, i) => all + (second[i] === true ? 0 : weight), 0);
  let best = { at: 0, wrong: behind };
  for (const [i, { weight }] of told.entries()) {
    behind += second[i] === true ? weight : -weight;
    if (behind < best.wrong) best = { at: i + 1, wrong: behind };
  }
  return best.at;
}

/** What stands in both halves in the same words is a part of both: the first keeps its own. */
function keepShared(passages: readonly Passage[], cut: number): number {
  const later = new Map<string, number>();
  for (const [i, { text }] of passages.entries()) if (i >= cut) later.set(text, i);
  let at = cut;
  while (at < passages.length && (later.get(passages[at]?.text ?? '') ?? at) > at) at += 1;
  return at;
}

function byColumns(passages: readonly Passage[]): readonly boolean[] | null {
  const columns = new Set(passages.flatMap(({ column }) => (column === null ? [] : [column])));
  const cells = passages.filter(({ column }) => column !== null);
  if (columns.size !== 2 || cells.length < passages.length * 0.6) return null;
  const [left = 0] = [...columns].toSorted((a, b) => a - b);
  const texts = [true, false].map((isLeft) =>
    cells.filter(({ column }) => (column === left) === isLeft).map(({ text }) => text),
  );
  const keys = texts.map((words) => {
    const all = words.join(' ');
    const script = mainScript(countScripts(all));
    return script === 'latin' ? guessLanguage(all, script).lang : script;
  });
  if (keys[0] === keys[1]) return null;
  return passages.map(({ column }) => column !== null && column !== left);
}

/** For each passage whether it is of the second language; null where there is but one. */
export function tellApart(passages: readonly Passage[]): readonly boolean[] | null {
  const columns = byColumns(passages);
  if (columns !== null) return columns;
  const scripts = byScript(passages);
  const twoScripts = twoOf(scripts, LEAST_SHARE);
  const told = twoScripts === null ? byWords(passages) : scripts;
  const two = twoScripts ?? twoOf(told, 2 * LEAST_SHARE);
  if (two === null) return null;
  const second = filled(told, two);
  const switches = second.filter((is, i) => i > 0 && is !== second[i - 1]).length;
  if (switches > Math.max(4, passages.length * FEW_SWITCHES)) return second;
  const cut = keepShared(passages, cutOf(told, second));
  return passages.map((_, i) => i >= cut);
}

export function scriptsOf(passages: readonly Passage[]): ScriptCounts {
  return passages.reduce((all, { text }) => addCounts(all, countScripts(text)), noLetters);
}
