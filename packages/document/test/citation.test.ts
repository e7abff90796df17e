import fc from 'fast-check';
import { expect, test } from 'vitest';

import { comparePaths, formatCitation, isWithin, parseCitation } from '../src/index.ts';
import { shipped } from './strategy.ts';

const { work, units } = shipped;
const paths = units.map(({ path }) => path);

test.each([
  ['4.3.1.2', 'IV(3) ¶1 s. 2', '四（三）第1段第2句'],
  ['4.3.0', 'IV(3) heading', '四（三）标题'],
  ['4.3', 'IV(3)', '四（三）'],
  ['4', 'IV', '四'],
  ['4.0', 'IV opening', '四开头'],
  ['4.0.0', 'IV heading', '四标题'],
  ['4.0.1.2', 'IV ¶1 s. 2', '四第1段第2句'],
  ['0', 'front matter', '卷首'],
  ['0.0', 'front matter opening', '卷首开头'],
  ['0.0.0', 'title', '题名'],
  ['0.0.1', 'preamble ¶1', '序言第1段'],
  ['0.0.1.3', 'preamble ¶1 s. 3', '序言第1段第3句'],
  ['3.1.1.2b', 'III(1) ¶1 s. 2(b)', '三（一）第1段第2句（b）'],
  ['4.3.1.2x1', 'IV(3) ¶1 s. 2x1', '四（三）第1段第2x1句'],
  ['4.3.1.2-4.3.2.1', 'IV(3) ¶1 s. 2–IV(3) ¶2 s. 1', '四（三）第1段第2句至四（三）第2段第1句'],
])('%s is %s and %s', (address, inEnglish, inChinese) => {
  expect(formatCitation(address, work, 'en')).toEqual({ ok: true, value: inEnglish });
  expect(formatCitation(address, work, 'zh-Hans')).toEqual({ ok: true, value: inChinese });
});

test.each([
  ['4.3.1.2', '4.3.1.2'],
  ['NCSS 4.3.1.2', '4.3.1.2'],
  ['IV(3) ¶1 s2', '4.3.1.2'],
  ['iv (3) para. 1 sentence 2', '4.3.1.2'],
  ['Part IV, section 3, paragraph 1, sentence 2', '4.3.1.2'],
  ['National Cyberspace Security Strategy, IV(3) ¶1 s. 2.', '4.3.1.2'],
  ['《国家网络空间安全战略》四（三）第1段第2句。', '4.3.1.2'],
  ['四(三)第一段第二句', '4.3.1.2'],
  ['第四部分第（三）项第１段第２句', '4.3.1.2'],
  ['第四部分第三项', '4.3'],
  ['四、（三）', '4.3'],
  ['Ⅳ（3）', '4.3'],
  ['preamble', '0.0.1'],
  ['preamble s. 3', '0.0.1.3'],
  ['序言第3句', '0.0.1.3'],
  ['三（一）第1段第2句b', '3.1.1.2b'],
  ['4.3.1.2–4.3.2.1', '4.3.1.2-4.3.2.1'],
  ['IV(3) ¶1 s. 2 – ¶2 s. 1', '4.3.1.2-4.3.2.1'],
  ['IV(3) ¶1 s. 2–3', '4.3.1.2-4.3.1.3'],
  ['IV(3) to IV(5)', '4.3-4.5'],
  ['四（三）至（五）', '4.3-4.5'],
])('%s names %s', (text, address) => {
  expect(parseCitation(text, work)).toEqual({ ok: true, value: address });
});

test.each([
  ['', 'malformed'],
  ['hello', 'malformed'],
  ['IV(3) and more', 'malformed'],
  ['¶1 s. 2', 'incomplete'],
  ['第1段第2句', 'incomplete'],
  ['IV(3) s. 2', 'incomplete'],
  ['4.3.1.2.1', 'no-such-level'],
  ['IV(5) to IV(3)', 'out-of-order'],
  ['IV(3)-IV(3) ¶1', 'nested'],
  ['IIII(3)', 'malformed'],
  ['x'.repeat(500), 'too-long'],
])('%j is refused as %s', (text, reason) => {
  expect(parseCitation(text, work)).toEqual({ ok: false, reason });
});

test.each(['en', 'zh-Hans'])('every unit of the strategy reads back from %s', (lang) => {
  expect(paths).toHaveLength(220);
  const written = paths.map((path) => formatCitation(path, work, lang));
  const texts = written.map((citation) => (citation.ok ? citation.value : ''));
  expect(new Set(texts).size).toBe(paths.length);
  expect(texts.map((text) => parseCitation(text, work))).toEqual(
    paths.map((value) => ({ ok: true, value })),
  );
});

test('ranges and insertions read back in both languages, however wide the punctuation', () => {
  const wide = (text: string): string =>
    text.replace(/[()]/gu, (mark) => (mark === '(' ? '（' : '）'));
  const path = fc.oneof(
    fc.constantFrom(...paths),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(20), fc.integer({ min: 1, max: 30 }))
      .chain(([a, b, c]) =>
        fc
          .tuple(fc.integer({ min: 1, max: 120 }), fc.nat(3))
          .map(
            ([d, x]) =>
              `${String(a)}.${String(b)}.${String(c)}.${String(d)}${x === 0 ? '' : `x${String(x)}`}`,
          ),
      ),
  );
  fc.assert(
    fc.property(
      path,
      path,
      fc.constantFrom('en', 'zh-Hans'),
      fc.boolean(),
      (a, b, lang, isWide) => {
        const [from = a, to = b] = [a, b].toSorted(comparePaths);
        const isSingle = isWithin(from, to) || isWithin(to, from);
        const address = isSingle ? a : `${from}-${to}`;
        const citation = formatCitation(address, work, lang);
        const text = citation.ok ? citation.value : '';
        expect(parseCitation(isWide ? wide(text) : text, work)).toEqual({
          ok: true,
          value: address,
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is typed is answered, and an address that is answered can be cited', () => {
  const unit = fc.constantFrom(
    ...'IVXivx四三十（）()第部分项段句至¶s.123 -–,preamble题名序言标ab'.split(''),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
      const parsed = parseCitation(text, work);
      if (!parsed.ok) return;
      const written = formatCitation(parsed.value, work, 'zh-Hans');
      expect(written.ok && parseCitation(written.value, work)).toEqual(parsed);
    }),
    { numRuns: 3000 },
  );
});

test('a work of other levels is cited by its own', () => {
  const levels = [
    {
      key: 'article',
      names: { en: 'article', 'zh-Hans': '条' },
      numerals: { en: 'decimal', 'zh-Hans': 'hanzi' },
    },
    {
      key: 'sentence',
      names: { en: 'sentence', 'zh-Hans': '句' },
      numerals: { en: 'decimal', 'zh-Hans': 'decimal' },
    },
  ] as const;
  const law = { ...work, levels };
  expect(formatCitation('12.3', law, 'en')).toEqual({ ok: true, value: 'article 12 sentence 3' });
  expect(formatCitation('12.3', law, 'zh-Hans')).toEqual({ ok: true, value: '第十二条第3句' });
  expect(parseCitation('第十二条第3句', law)).toEqual({ ok: true, value: '12.3' });
  expect(parseCitation('Article 12, sentence 3', law)).toEqual({ ok: true, value: '12.3' });
});
