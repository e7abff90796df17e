import type { ApparatusEntry, Localised, SegmentText } from '../../model.ts';

const NOTE: Localised = {
  en: 'The text that was imported has nothing here.',
  'zh-Hans': '导入的文本此处缺失。',
};

/** One entry for each run of segments that an edition has lost. */
export function gapsOf(texts: readonly SegmentText[]): readonly ApparatusEntry[] {
  const runs: SegmentText[][] = [];
  for (const [i, text] of texts.entries()) {
    if (text.reading !== null) continue;
    const isOn = i > 0 && texts[i - 1]?.reading === null;
    const last = runs.at(-1);
    if (isOn && last !== undefined) last.push(text);
    else runs.push([text]);
  }
  return runs.map((run, i): ApparatusEntry => ({
    number: `G${String(i + 1)}`,
    kind: 'gap',
    loci: run.map(({ uid }) => ({ uid, start: null, end: null, lemma: '' })),
    cause: 'unknown',
    extent: [],
    certainty: 'medium',
    reading: null,
    note: NOTE,
    evidence: [],
  }));
}
