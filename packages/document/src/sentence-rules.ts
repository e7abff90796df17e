/** What a stop in one language may be besides the end of a sentence. */
export interface SentenceRules {
  /** Tried on the few characters before a stop, the stop itself left out. */
  readonly abbreviation: RegExp;
}

// A lone initial or a dotted abbreviation in any alphabet.
const INITIALS = String.raw`(?:^|[\s("“‘«\[])(?:\p{Lu}\.)*\p{Lu}$`;
const LEGAL = 'cf e\\.g i\\.e v vs Dr Prof St pp? ed eds art Art Inc Ltd Co Corp';

const listed: Readonly<Record<string, string>> = {
  en: 'Nos? Arts? Secs? Reg paras? Paras? Cf Mr Mrs Ms Vol vol Ch ch cl Cl Fig Eq sec no',
  de: 'Abs Nr Nrn Ziff Buchst lit S s z\\.\\s?B d\\.\\s?h u\\.\\s?a bzw vgl Vgl ggf gem sog Anm Bd Aufl \\d{1,2}',
  fr: 'al M MM Mme Mmes p\\.\\s?ex n no chap liv par',
  es: 'núm Sr Sra Srta pág págs párr inc ap EE\\.\\s?UU',
  pt: 'n núm Sr Sra pág inc al',
  it: 'n nn pag pagg co sig Sig lett',
  nl: 'nr blz bijv o\\.a d\\.w\\.z lid jo',
  ru: 'ст п пп г гг т\\.\\s?е т\\.\\s?д т\\.\\s?п руб др рис см ч им абз',
  ar: '\\p{Lo}',
  he: '\\p{Lo}',
};

function compile(lang: string): SentenceRules {
  const words = [LEGAL, listed[lang] ?? ''].join(' ').trim().split(' ').join('|');
  return { abbreviation: new RegExp(String.raw`${INITIALS}|(?:^|[\s("“‘«\[§])(?:${words})$`, 'u') };
}

const compiled = new Map<string, SentenceRules>();

/** Rules of the primary language of a tag; the common ones for a language that has none of its own. */
export function sentenceRules(lang: string): SentenceRules {
  const primary = lang.split('-')[0]?.toLowerCase() ?? '';
  const found = compiled.get(primary) ?? compile(primary);
  compiled.set(primary, found);
  return found;
}
