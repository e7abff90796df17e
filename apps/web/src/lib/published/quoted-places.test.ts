import { expect, test } from 'vitest';
import { quotedPlaces } from './quoted-places.ts';

const editions = [
  { id: 'zh', version: '1.0.0', lang: 'zh-Hans', title: '' },
  { id: 'en', version: '1.0.0', lang: 'en', title: '' },
];
const place = (address: string, ...loci: (readonly [string, string])[]) => ({
  ...{ address, from: 'a', to: 'a', entry: null },
  kind: loci.length === 0 ? ('segment' as const) : ('range' as const),
  loci: loci.map(([edition, exact]) => ({
    ...{ edition, exact, version: '1.0.0', uid: 'a', start: 0, end: 1 },
    ...{ prefix: '', suffix: '', sha256: null },
  })),
});

test('words stand in the order of the editions, those of one edition together', () => {
  const { quoted, bare } = quotedPlaces(
    [place('1', ['en', 'first'], ['en', 'last'], ['zh', '始']), place('2')],
    [],
    editions,
  );
  expect(quoted).toEqual([
    {
      address: '1',
      words: [
        { edition: 'zh', lang: 'zh-Hans', text: '始' },
        { edition: 'en', lang: 'en', text: 'first … last' },
      ],
    },
  ]);
  expect(bare).toEqual(['2']);
});

test('a whole clause is quoted where its words came along; what is withheld is an address', () => {
  const passages = [{ address: '2', words: [{ edition: 'en', lang: 'en', text: 'All of it.' }] }];
  const { quoted, bare } = quotedPlaces(
    [place('2'), place('3', ['en', '']), place('4'), place('4')],
    passages,
    editions,
  );
  expect(quoted).toEqual(passages);
  expect(bare).toEqual(['3', '4']);
});
