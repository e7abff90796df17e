import type { ApparatusEntry, Localised } from '../model.ts';

interface Told {
  readonly apparatus: readonly Pick<ApparatusEntry, 'number' | 'withheld'>[];
}

/** Numbers of the entries of which words are left out: they quote an edition that is not shown here. */
export const withheldEntries = ({ apparatus }: Told): readonly string[] =>
  apparatus.flatMap(({ number, withheld }) => (withheld === true ? [number] : []));

/**
 * What a file says of them wherever it states the digest of the version, which nobody can compute from the
 * file then; nothing where all is told.
 */
export function withheldWords(version: Told): Localised {
  const numbers = withheldEntries(version);
  if (numbers.length === 0) return {};
  return {
    en: `Words of the apparatus that quote an edition not shown here are left out (${numbers.join(', ')}). The SHA-256 of this version is of the version with them.`,
    'zh-Hans': `校勘记中引自此处不显示之版本的文字已略去（${numbers.join('、')}）。所注 SHA-256 是含有这些文字时的摘要值。`,
  };
}
