import * as opencc from 'opencc-js/t2cn';

// Its own types lead to files without their endings, which cannot be followed here.
const { Converter } = opencc as unknown as {
  Converter: (ends: { from: 't'; to: 'cn' }) => (text: string) => string;
};
const simplified = Converter({ from: 't', to: 'cn' });
const known = new Map<string, string>();

// One hanzi at a time: what a word as a whole is turned into would not lead back to its places.
/** A traditional hanzi as its simplified form. */
export function foldHan(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80) return character;
  let one = known.get(character);
  if (one === undefined) {
    one = simplified(character);
    if (one.length !== character.length) one = character;
    known.set(character, one);
  }
  return one;
}
