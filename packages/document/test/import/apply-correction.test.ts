import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  applyCorrection,
  type Correction,
  type CorrectionFailure,
  type ImportProposal,
} from '../../src/import/index.ts';
import { witness } from '../strategy.ts';
import { expectAllAccounted, expectInOrder } from './invariants.ts';
import { proposalOf, shown } from './proposal-of.ts';

const ZH = `阅览室规则

第一条 总则

本规则适用于所有阅览室。读者应当遵守本规则。

第二条 开放

阅览室每日开放。`;
const EN = `Rules of the Reading Room

Article 1 General

These rules apply to all reading rooms. Readers shall observe these rules.

Article 2 Opening

The reading rooms are open every day.`;

const two = (): ImportProposal => proposalOf(ZH, EN);

function idOf({ sides }: ImportProposal, words: string): number {
  const found = sides
    .flatMap(({ units }) => units)
    .find(({ text }) => text?.includes(words) === true);
  if (found === undefined) throw new Error(`no unit says ${words}`);
  return found.id;
}

const done = (proposal: ImportProposal, ...corrections: readonly Correction[]): ImportProposal =>
  corrections.reduce((before, correction) => {
    const corrected = applyCorrection(before, correction);
    if (!corrected.ok) throw new Error(corrected.reason);
    return corrected.value.proposal;
  }, proposal);

const PROPOSED = [
  '#0 阅览室规则 | #0 Rules of the Reading Room',
  '#1 第一条 总则 | #1 Article 1 General',
  '¶本规则适用于所有阅览室。 | ¶These rules apply to all reading rooms.',
  '读者应当遵守本规则。 | Readers shall observe these rules.',
  '#1 第二条 开放 | #1 Article 2 Opening',
  '¶阅览室每日开放。 | ¶The reading rooms are open every day.',
];

test('what the corrections below begin from', () => {
  expect(shown(two())).toEqual(PROPOSED);
});

test.each<[string, (proposal: ImportProposal) => readonly Correction[], (number | string)[]]>([
  [
    'a sentence is split where a person says, and its row holds both',
    (p) => [{ do: 'split', unit: idOf(p, 'Readers'), at: 8 }],
    [3, '读者应当遵守本规则。 | Readers + shall observe these rules. ?counts'],
  ],
  [
    'what is split off a heading is a text below it',
    (p) => [{ do: 'split', unit: idOf(p, 'Opening'), at: 9 }],
    [4, '#1 第二条 开放 | #1 Article 2', 5, ' | ¶Opening ?one-sided'],
  ],
  [
    'two sentences become one; the row of the second keeps the other language',
    (p) => [{ do: 'merge', unit: idOf(p, 'These rules') }],
    [
      2,
      '¶本规则适用于所有阅览室。 | ¶These rules apply to all reading rooms. Readers shall observe these rules.',
    ],
  ],
  [
    'a sentence is lifted to a heading of the lowest level; what follows begins a paragraph',
    (p) => [{ do: 'lift', unit: idOf(p, 'These rules') }],
    [
      2,
      '¶本规则适用于所有阅览室。 | #1 These rules apply to all reading rooms. ?kinds',
      3,
      '读者应当遵守本规则。 | ¶Readers shall observe these rules.',
    ],
  ],
  [
    'a heading of the lowest level is lowered to a sentence',
    (p) => [{ do: 'lower', unit: idOf(p, 'Opening') }],
    [4, '#1 第二条 开放 | ¶Article 2 Opening ?kinds'],
  ],
  [
    'a heading one level deeper than any makes that level',
    (p) => [{ do: 'depth', unit: idOf(p, 'Opening'), depth: 2 }],
    [4, '#1 第二条 开放 | #2 Article 2 Opening ?kinds'],
  ],
  [
    'a paragraph is parted',
    (p) => [{ do: 'paragraph', unit: idOf(p, 'Readers'), opens: true }],
    [3, '读者应当遵守本规则。 | ¶Readers shall observe these rules.'],
  ],
  [
    'a reading text is one’s own',
    (p) => [{ do: 'text', unit: idOf(p, 'Readers'), text: 'All readers shall observe them.' }],
    [3, '读者应当遵守本规则。 | All readers shall observe them.'],
  ],
  [
    'a sentence that every language has lost',
    (p) => [{ do: 'gap', side: 0, after: idOf(p, '读者'), kind: 'sentence' }],
    [4, '[…] |  ?one-sided'],
  ],
  [
    'rows are joined and parted',
    (p) => [
      { do: 'join', unit: idOf(p, 'These rules') },
      { do: 'part', unit: idOf(p, '读者') },
    ],
    [2, PROPOSED[2] ?? '', 3, PROPOSED[3] ?? ''],
  ],
  [
    'a unit goes over into the next row',
    (p) => [
      { do: 'join', unit: idOf(p, 'These rules') },
      { do: 'move', unit: idOf(p, 'Readers'), to: 'next' },
    ],
    [3, '#1 第二条 开放 | Readers shall observe these rules. + #1 Article 2 Opening ?kinds'],
  ],
  [
    'two units are put side by side, and what is around follows',
    (p) => [{ do: 'pair', left: idOf(p, '本规则适用'), right: idOf(p, 'Readers') }],
    [
      2,
      ' | ¶These rules apply to all reading rooms. ?one-sided',
      3,
      '¶本规则适用于所有阅览室。 | Readers shall observe these rules.',
      4,
      '读者应当遵守本规则。 |  ?one-sided',
    ],
  ],
  [
    'a sentence is dropped; the next one begins the paragraph',
    (p) => [{ do: 'drop', unit: idOf(p, 'These rules'), reason: 'notice' }],
    [
      2,
      '¶本规则适用于所有阅览室。 |  ?one-sided',
      3,
      '读者应当遵守本规则。 | ¶Readers shall observe these rules.',
    ],
  ],
])('%s', (_, corrections, [first, ...rest]) => {
  const proposal = two();
  const after = done(proposal, ...corrections(proposal));
  expectInOrder(after);
  const rows = shown(after);
  const wanted = [first, ...rest];
  for (let i = 0; i < wanted.length; i += 2) expect(rows[Number(wanted[i])]).toBe(wanted[i + 1]);
});

test.each<[CorrectionFailure, (proposal: ImportProposal) => readonly Correction[]]>([
  ['no-such-unit', () => [{ do: 'merge', unit: 9999 }]],
  ['no-such-side', () => [{ do: 'lang', side: 2, lang: 'de' }]],
  ['no-such-furniture', () => [{ do: 'restore', furniture: 9999, side: 0 }]],
  ['no-such-level', () => [{ do: 'name', level: 7, lang: 'en', name: 'part' }]],
  ['not-inside', (p) => [{ do: 'split', unit: idOf(p, 'Readers'), at: 0 }]],
  ['not-inside', (p) => [{ do: 'split', unit: idOf(p, 'Readers'), at: 999 }]],
  ['nothing-after', (p) => [{ do: 'merge', unit: idOf(p, 'every day') }]],
  ['nothing-before', (p) => [{ do: 'move', unit: idOf(p, 'Rules of'), to: 'previous' }]],
  ['nothing-before', (p) => [{ do: 'paragraph', unit: idOf(p, 'every day'), opens: false }]],
  ['too-high', (p) => [{ do: 'depth', unit: idOf(p, 'Opening'), depth: 0 }]],
  ['too-deep', (p) => [{ do: 'depth', unit: idOf(p, 'Opening'), depth: 5 }]],
  ['not-a-sentence', (p) => [{ do: 'paragraph', unit: idOf(p, 'Opening'), opens: true }]],
  ['not-a-gap', (p) => [{ do: 'close', unit: idOf(p, 'Opening') }]],
  [
    'is-a-gap',
    (p) => [
      { do: 'gap', side: 0, after: null, kind: 'sentence' },
      { do: 'drop', unit: p.nextId, reason: 'notice' },
    ],
  ],
  [
    'not-at-the-edge',
    (p) => [
      { do: 'join', unit: idOf(p, 'These') },
      { do: 'move', unit: idOf(p, 'Readers'), to: 'previous' },
    ],
  ],
  [
    'would-cross',
    (p) => [
      { do: 'check', unit: idOf(p, 'Readers'), checked: true },
      { do: 'pair', left: idOf(p, '本规则适用'), right: idOf(p, 'every day') },
    ],
  ],
  ['empty-text', (p) => [{ do: 'text', unit: idOf(p, 'Readers'), text: '  ' }]],
  ['faulty-text', (p) => [{ do: 'text', unit: idOf(p, 'Readers'), text: 'a\u202eb' }]],
  [
    'edited-here',
    (p) => [
      {
        do: 'text',
        unit: idOf(p, 'Readers'),
        text: 'Readers, all of them, shall observe these rules.',
      },
      { do: 'split', unit: idOf(p, 'Readers'), at: 12 },
    ],
  ],
  ['nothing-to-do', (p) => [{ do: 'check', unit: idOf(p, 'Readers'), checked: false }]],
])('%s: said, and nothing changed', (reason, corrections) => {
  const proposal = two();
  const all = corrections(proposal);
  const before = done(proposal, ...all.slice(0, -1));
  const [last] = all.slice(-1);
  if (last === undefined) throw new Error('no correction');
  expect(applyCorrection(before, last)).toEqual({ ok: false, reason });
});

test('one language has rows of its own and no other', () => {
  const alone = proposalOf(EN);
  expect(applyCorrection(alone, { do: 'join', unit: idOf(alone, 'Readers') })).toEqual({
    ok: false,
    reason: 'one-language',
  });
  const split = done(alone, { do: 'split', unit: idOf(alone, 'Readers'), at: 8 });
  expectInOrder(split);
  expect(split.pairs).toHaveLength(alone.pairs.length + 1);
});

test('furniture comes back where it stood, and goes again', () => {
  const proposal = proposalOf(witness);
  const copy = proposal.furniture.find(({ reason }) => reason === 'copy');
  if (copy === undefined) throw new Error('no copy');
  const side = proposal.sides.findIndex(({ lang }) => lang === 'en');
  const restored = done(proposal, { do: 'restore', furniture: copy.id, side });
  expectInOrder(restored);
  expectAllAccounted(restored);
  expect(restored.furniture).toHaveLength(proposal.furniture.length - 1);
  const last = restored.sides[side]?.units.at(-1);
  expect(last?.text).toMatch(/\[\.\.\.\]$/u);
  const dropped = done(restored, { do: 'drop', unit: last?.id ?? 0, reason: 'copy' });
  expectInOrder(dropped);
  expectAllAccounted(dropped);
});

test('folds are made when asked for, in the label too', () => {
  const proposal = proposalOf(
    '规则\n\n(一) 总则\n\n本规则"如下",请遵守。\n\n(二) 开放\n\n每日开放。',
  );
  expect(proposal.folds.map(({ kind }) => kind)).toEqual([
    'punctuation',
    'punctuation',
    'quotation-marks',
    'quotation-marks',
    'punctuation',
    'punctuation',
    'punctuation',
  ]);
  const after = done(proposal, { do: 'fold', kind: 'punctuation', unit: null });
  expectInOrder(after);
  expect(after.sides[0]?.units.map(({ text, label }) => [text, label])).toEqual([
    ['规则', ''],
    ['（一） 总则', '（一）'],
    ['本规则"如下"，请遵守。', ''],
    ['（二） 开放', '（二）'],
    ['每日开放。', ''],
  ]);
});

test('in another language other signs are offered', () => {
  const proposal = proposalOf('规则\n\n本规则如下,请遵守。');
  expect(proposal.folds).toHaveLength(1);
  const french = done(proposal, { do: 'lang', side: 0, lang: 'fr' });
  expect(french.folds).toEqual([]);
  expect(done(french, { do: 'lang', side: 0, lang: 'zh-Hans' }).folds).toEqual(proposal.folds);
});

const arbitrary = (proposal: ImportProposal): fc.Arbitrary<Correction> => {
  const unit = fc.integer({ min: 1, max: proposal.nextId + 3 });
  const side = fc.constantFrom(0, 1);
  return fc.oneof(
    fc.record({ do: fc.constant('split' as const), unit, at: fc.integer({ min: 0, max: 40 }) }),
    fc.record({
      do: fc.constantFrom('merge', 'lift', 'lower', 'join', 'part', 'close' as const),
      unit,
    }),
    fc.record({
      do: fc.constant('depth' as const),
      unit,
      depth: fc.constantFrom(null, 0, 1, 2, 3),
    }),
    fc.record({ do: fc.constant('paragraph' as const), unit, opens: fc.boolean() }),
    fc.record({
      do: fc.constant('text' as const),
      unit,
      text: fc.constantFrom('Other words.', '另一句。', '(1) x'),
    }),
    fc.record({
      do: fc.constant('gap' as const),
      side,
      after: fc.option(unit),
      kind: fc.constantFrom('heading', 'sentence' as const),
    }),
    fc.record({ do: fc.constant('drop' as const), unit, reason: fc.constant('notice' as const) }),
    fc.record({ do: fc.constant('restore' as const), furniture: unit, side }),
    fc.record({
      do: fc.constant('move' as const),
      unit,
      to: fc.constantFrom('previous', 'next' as const),
    }),
    fc.record({ do: fc.constant('pair' as const), left: unit, right: unit }),
    fc.record({ do: fc.constant('check' as const), unit, checked: fc.boolean() }),
    fc.record({
      do: fc.constant('fold' as const),
      kind: fc.constantFrom('punctuation', 'quotation-marks' as const),
      unit: fc.constant(null),
    }),
    fc.record({
      do: fc.constant('lang' as const),
      side,
      lang: fc.constantFrom('de', 'zh-Hant', 'he'),
    }),
  );
};

test.each([
  ['two languages', two()],
  ['one language', proposalOf(EN)],
  ['two in one', proposalOf(`${ZH}\n\n${EN}`)],
])(
  'whatever is corrected, everything stays accounted for and can be undone: %s',
  (_, begin) => {
    fc.assert(
      fc.property(fc.array(arbitrary(begin), { minLength: 1, maxLength: 12 }), (corrections) => {
        let proposal = begin;
        for (const correction of corrections) {
          const corrected = applyCorrection(proposal, correction);
          if (!corrected.ok) continue;
          const { proposal: after, undo } = corrected.value;
          expectInOrder(after);
          expectAllAccounted(after);
          const back = applyCorrection(after, undo);
          expect(back.ok && back.value.proposal).toEqual(proposal);
          const again = applyCorrection(proposal, back.ok ? back.value.undo : undo);
          expect(again.ok && again.value.proposal).toEqual(after);
          proposal = after;
        }
      }),
      { numRuns: 80 },
    );
  },
  60_000,
);
