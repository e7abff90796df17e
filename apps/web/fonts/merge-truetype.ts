import { characterMap, readCharacterMap } from './character-map.ts';
import { pad4, writeSfnt, type Tables } from './sfnt.ts';

/** Tables that describe the face as a whole; the first part's stand for all. */
const shared = ['OS/2', 'name', 'gasp', 'prep', 'cvt ', 'fpgm', 'GPOS', 'GSUB', 'GDEF', 'BASE'];

/**
 * Joins static TrueType fonts of one design. Glyph numbers of the first part stay as they are, so
 * its layout rules hold; those of the others have none. Simple and composite glyphs are kept.
 */
export function mergeTrueType(parts: readonly Tables[]): Buffer {
  const [base] = parts;
  if (base === undefined) throw new Error('There is no font to merge.');
  const glyphs: Buffer[] = [];
  const metrics: Buffer[] = [];
  const characters = new Map<number, number>();
  for (const part of parts) {
    const offset = glyphs.length;
    glyphs.push(...readGlyphs(part).map((glyph) => shiftComponents(glyph, offset)));
    metrics.push(...readMetrics(part));
    for (const [point, glyph] of readCharacterMap(table(part, 'cmap'))) {
      if (!characters.has(point)) characters.set(point, glyph + offset);
    }
  }
  const merged = new Map<string, Buffer>();
  for (const tag of shared) {
    const bytes = base.get(tag);
    if (bytes !== undefined) merged.set(tag, bytes);
  }
  const padded = glyphs.map(pad4);
  const loca = Buffer.alloc((padded.length + 1) * 4);
  padded.reduce((at, glyph, index) => {
    loca.writeUInt32BE(at + glyph.length, (index + 1) * 4);
    return at + glyph.length;
  }, 0);
  merged.set('glyf', Buffer.concat(padded)).set('loca', loca);
  merged.set('hmtx', Buffer.concat(metrics));
  merged.set('cmap', characterMap(characters));
  merged.set(
    'head',
    changed(table(base, 'head'), (head) => head.writeInt16BE(1, 50)),
  );
  merged.set(
    'hhea',
    changed(table(base, 'hhea'), (hhea) => hhea.writeUInt16BE(glyphs.length, 34)),
  );
  merged.set('maxp', mergeLimits(parts, glyphs.length));
  // Version 3: no names of glyphs.
  merged.set(
    'post',
    changed(table(base, 'post').subarray(0, 32), (post) => post.writeUInt32BE(0x30000, 0)),
  );
  return writeSfnt(merged);
}

function table(part: Tables, tag: string): Buffer {
  const bytes = part.get(tag);
  if (bytes === undefined) throw new Error(`The font has no ${tag} table.`);
  return bytes;
}

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function readGlyphs(part: Tables): readonly Buffer[] {
  const loca = table(part, 'loca');
  const glyf = table(part, 'glyf');
  const long = table(part, 'head').readInt16BE(50) === 1;
  const at = (index: number): number =>
    long ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2;
  const count = table(part, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => glyf.subarray(at(index), at(index + 1)));
}

/** Advance and side bearing of every glyph, 4 bytes each. */
function readMetrics(part: Tables): readonly Buffer[] {
  const hmtx = table(part, 'hmtx');
  const full = table(part, 'hhea').readUInt16BE(34);
  const count = table(part, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => {
    if (index < full) return hmtx.subarray(index * 4, index * 4 + 4);
    const bearing = full * 4 + (index - full) * 2;
    const advance = hmtx.subarray((full - 1) * 4, (full - 1) * 4 + 2);
    return Buffer.concat([advance, hmtx.subarray(bearing, bearing + 2)]);
  });
}

/** A composite glyph names its parts by number; flags say how many bytes follow each. */
function shiftComponents(glyph: Buffer, offset: number): Buffer {
  if (glyph.length < 10 || glyph.readInt16BE(0) >= 0 || offset === 0) return glyph;
  return changed(glyph, (copy) => {
    let at = 10;
    for (let more = true; more;) {
      const flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(copy.readUInt16BE(at + 2) + offset, at + 2);
      const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
      at += 4 + (flags & 0x01 ? 4 : 2) + scale;
      more = (flags & 0x20) !== 0;
    }
  });
}

/** Each limit is the highest of any part. */
function mergeLimits(parts: readonly Tables[], glyphs: number): Buffer {
  const limits = parts.map((part) => table(part, 'maxp'));
  return changed(limits[0] ?? Buffer.alloc(32), (maxp) => {
    maxp.writeUInt16BE(glyphs, 4);
    for (let at = 6; at + 2 <= maxp.length; at += 2) {
      maxp.writeUInt16BE(Math.max(...limits.map((each) => each.readUInt16BE(at))), at);
    }
  });
}
