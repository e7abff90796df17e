import fc from 'fast-check';

/** Any text at all, lone surrogates and control characters among it; mostly of few letters. */
export const anyText = fc.string({
  unit: fc
    .oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x30ff }), fc.nat({ max: 0x10_ffff }))
    .map((point) => String.fromCodePoint(point)),
});
