import { analyse } from 'chardet';
import type { SourceEncoding } from '@glossator/contract';
import { FaultySource } from './bounds.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: SourceEncoding;
  /** Nothing in the file says its encoding: it was found by how its bytes are spread. */
  readonly isGuessed: boolean;
  /** Places that the encoding has no character for. */
  readonly broken: number;
}

/** Names of the detector; what differs in characters that no text uses counts as one. */
const detected: Readonly<Record<string, SourceEncoding>> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
  'windows-1252': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
  ASCII: 'utf-8',
};

/** Labels by which pages declare themselves. */
const declared: Readonly<Record<string, SourceEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5: 'big5',
  shift_jis: 'shift_jis',
  'euc-kr': 'euc-kr',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
};

const marks: readonly (readonly [readonly number[], SourceEncoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const replacement = /\ufffd/g;

function decodeAs(bytes: Buffer, encoding: SourceEncoding, isGuessed: boolean): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isGuessed, broken: text.match(replacement)?.length ?? 0 };
}

const sampleSize = 64 * 1024;

/** Lines with more than ASCII: in a file that is mostly English the rest says nothing. */
function sampleOf(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < sampleSize;) {
    const found = bytes.indexOf(0x0a, at);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(at, Math.min(end, at + sampleSize));
    if (line.some((byte) => byte >= 0x80)) {
      pieces.push(line);
      size += line.length;
    }
    at = end;
  }
  return Buffer.concat(pieces);
}

// Latin, general punctuation, CJK punctuation, hanzi, full-width forms.
const usual =
  /[\t\n\r\u0020-\u024f\u0370-\u06ff\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]/g;

/** Two bytes to a character, where nearly all that comes out is what texts are made of. */
function wideEncoding(bytes: Buffer): SourceEncoding | null {
  const head = bytes.subarray(0, 8_192);
  const share = (encoding: SourceEncoding): number => {
    const text = new TextDecoder(encoding).decode(head);
    return (text.match(usual)?.length ?? 0) / text.length;
  };
  const [little, big] = [share('utf-16le'), share('utf-16be')];
  if (Math.max(little, big) < 0.9) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function declaredIn(bytes: Buffer): SourceEncoding | null {
  const head = bytes.subarray(0, 2_048).toString('latin1');
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})/i.exec(head)?.[1];
  return label === undefined ? null : (declared[label.toLowerCase()] ?? null);
}

function guess(bytes: Buffer): Decoded {
  const utf8 = decodeAs(bytes, 'utf-8', true);
  // Bytes of another encoding hardly ever fit.
  if (utf8.broken === 0) return { ...utf8, isGuessed: false };
  const beyondAscii = utf8.text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (beyondAscii > utf8.broken * 10) return utf8;
  const names = analyse(sampleOf(bytes)).flatMap(({ name }) => detected[name] ?? []);
  const tried = [...new Set(names)].map((encoding) =>
    encoding === 'utf-8' ? utf8 : decodeAs(bytes, encoding, true),
  );
  const whole = tried.find(({ broken }) => broken === 0);
  // A few broken places in a text are likelier than a text that is all accents.
  const [first = utf8] = tried;
  const isNearly = first.broken * 200 < first.text.length;
  if (whole === undefined || (whole.encoding === 'windows-1252' && isNearly))
    return isNearly ? first : decodeAs(bytes, 'windows-1252', true);
  return whole;
}

/**
 * The characters of a file. What it says of itself is believed (a byte order mark, a page's own
 * declaration); otherwise UTF-8 where every byte fits, else what its bytes look most like.
 */
export function decode(bytes: Buffer, chosen: SourceEncoding | null, isPage: boolean): Decoded {
  if (chosen !== null) return decodeAs(bytes, chosen, false);
  const mark = marks.find(([signature]) =>
    bytes.subarray(0, signature.length).equals(Buffer.from(signature)),
  );
  if (mark !== undefined) return decodeAs(bytes, mark[1], false);
  if (bytes.includes(0)) {
    const wide = wideEncoding(bytes);
    if (wide === null) throw new FaultySource('file-not-text');
    return decodeAs(bytes, wide, true);
  }
  const said = isPage ? declaredIn(bytes) : null;
  return said === null ? guess(bytes) : decodeAs(bytes, said, false);
}
