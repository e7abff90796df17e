/** The characters of a `cmap` table with their glyphs; formats 4 and 12 are what subsetters write. */
export function readCharacterMap(cmap: Buffer): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const offset = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === 4) readSegments(cmap.subarray(offset), found);
    else if (format === 12) readGroups(cmap.subarray(offset), found);
  }
  return found;
}

function readSegments(table: Buffer, found: Map<number, number>): void {
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + size + at);
    const delta = table.readUInt16BE(16 + size * 2 + at);
    const place = 16 + size * 3 + at;
    const range = table.readUInt16BE(place);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : table.readUInt16BE(place + range + (point - start) * 2);
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.set(point, glyph);
    }
  }
}

function readGroups(table: Buffer, found: Map<number, number>): void {
  const groups = table.readUInt32BE(12);
  for (let index = 0; index < groups; index += 1) {
    const at = 16 + index * 12;
    const start = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    for (let point = start; point <= table.readUInt32BE(at + 4); point += 1) {
      found.set(point, glyph + point - start);
    }
  }
}

/** A `cmap` table of one format 12 subtable, one group a character. */
export function characterMap(characters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...characters].sort(([left], [right]) => left - right);
  const table = Buffer.alloc(12 + 16 + sorted.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + sorted.length * 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  for (const [index, [point, glyph]] of sorted.entries()) {
    const at = 28 + index * 12;
    table.writeUInt32BE(point, at);
    table.writeUInt32BE(point, at + 4);
    table.writeUInt32BE(glyph, at + 8);
  }
  return table;
}
