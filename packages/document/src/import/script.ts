/** Writing systems that tell languages apart. Kana and hangul go before Han: both are mixed with it. */
const SCRIPTS = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['han', /\p{Script=Han}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['thai', /\p{Script=Thai}/gu],
  ['latin', /\p{Script=Latin}/gu],
] as const;

export type Script = (typeof SCRIPTS)[number][0];
export type ScriptCounts = Readonly<Record<Script, number>>;

const none = (): Record<Script, number> => ({
  ja: 0,
  ko: 0,
  han: 0,
  cyrillic: 0,
  arabic: 0,
  hebrew: 0,
  greek: 0,
  devanagari: 0,
  thai: 0,
  latin: 0,
});

/** Letters of each script; a hanzi says as much as three letters of an alphabet and counts as that. */
export function countScripts(text: string): ScriptCounts {
  const counts = none();
  for (const [script, pattern] of SCRIPTS) {
    const weight = script === 'han' || script === 'ja' ? 3 : script === 'ko' ? 2 : 1;
    counts[script] = (text.match(pattern)?.length ?? 0) * weight;
  }
  return counts;
}

export function addCounts(left: ScriptCounts, right: ScriptCounts): ScriptCounts {
  const counts = none();
  for (const [script] of SCRIPTS) counts[script] = left[script] + right[script];
  return counts;
}

export const noLetters: ScriptCounts = none();

/** The script that says most; null where there is no letter. Han with some kana is Japanese. */
export function mainScript(counts: ScriptCounts): Script | null {
  const joined = { ...counts };
  if (counts.ja > 0 && counts.ja * 8 >= counts.han) {
    joined.ja += counts.han;
    joined.han = 0;
  }
  let best: Script | null = null;
  for (const [script] of SCRIPTS) {
    if (joined[script] > (best === null ? 0 : joined[best])) best = script;
  }
  return best;
}
