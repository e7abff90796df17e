import { describe, expect, test } from 'vitest';
import { digest, readPasted, writeProof } from '../../src/index.ts';
import { en, textAt, zh } from '../strategy.ts';
import { prepared, verified } from './ground.ts';

const stop = (text: string, path: string): string => (path === '1.1.5.3' ? `${text}.` : text);
const corrected = prepared(
  en,
  (text, path) => stop(text, path).replace('cooperation’s', 'cooperation'),
  '1.0.1',
);
const retired = prepared(
  en,
  (text, path) => (path === '1.1.5.3' ? null : stop(text, path)),
  '1.1.0',
);
const works = [{ slug: 'ncss-2016', versions: [prepared(zh), prepared(en), corrected] }];
const longer = [{ slug: 'ncss-2016', versions: [prepared(zh), prepared(en), corrected, retired] }];

const misread = 'deepen international cooperation’s in areas such as policies and laws';
const address = 'https://notes.example.org/t/ncss-2016@en-creemers:1.0.0/4.9.2.1';

describe('in that version', () => {
  test('the version that is named is the one that is answered for', () => {
    const answer = verified(`${misread}\n\n${address}`, works);
    expect(answer).toMatchObject({
      verbatim: 'exact',
      found: { version: '1.0.0' },
      at: { address: '4.9.2.1', answer: 'there' },
      in: [{ edition: 'en-creemers', version: '1.0.0', answer: 'there', digests: null }],
    });
    expect(answer.versions.map(({ version, has }) => [version, has])).toEqual([
      ['1.0.0', true],
      ['1.0.1', false],
    ]);
  });

  test('words of another version are not in the one that is named', () => {
    const answer = verified(`${misread}\n${address.replace('1.0.0', '1.0.1')}`, works);
    expect(answer).toMatchObject({
      verbatim: 'exact',
      found: { version: '1.0.0' },
      in: [{ version: '1.0.1', answer: 'not-there' }],
    });
  });

  test('a version that is not there is said to be unknown', () => {
    const answer = verified(`${misread}\n${address.replace('1.0.0', '7.0.0')}`, works);
    expect(answer.in).toEqual([
      { edition: 'en-creemers', version: '7.0.0', answer: 'unknown', digests: null },
    ]);
  });

  test('without a version the newest that has the words answers', () => {
    expect(verified('two wings of one body', works).found?.version).toBe('1.0.1');
    expect(verified(misread, works).found?.version).toBe('1.0.0');
  });
});

describe('at that address', () => {
  test.each([
    ['4.9.2.1', 'there'],
    ['4.9', 'there'],
    ['4.9.1.2-4.9.2.1', 'there'],
    ['4.8', 'elsewhere'],
    ['4.9.2.1-4.9.3.4', 'there'],
    ['4.9.2.7', 'unknown'],
    ['9', 'unknown'],
  ])('%s: %s', (at, answer) => {
    const text = `${misread}\n/t/ncss-2016@en-creemers:1.0.0/${at}`;
    expect(verified(text, works).at).toEqual({ address: at, answer });
  });

  test('a part of it is there', () => {
    const both = `${textAt(en, '3.4.1.1') ?? ''} ${textAt(en, '3.4.1.2') ?? ''}`;
    expect(verified(`${both}\n/t/ncss-2016/3.4.1.2`).at?.answer).toBe('partly');
  });

  test('one of several places is that address', () => {
    const answer = verified('网络空间主权\n/t/ncss-2016/1.1.8.3');
    expect(answer.at?.answer).toBe('there');
  });

  test('the address of what is nearest is answered too', () => {
    const near = `${misread.replace('deepen', 'widen')}\n${address}`;
    expect(verified(near, works)).toMatchObject({ verbatim: 'changed', at: { answer: 'there' } });
  });
});

describe('corrected since', () => {
  test('what changed, before and after', () => {
    const before = textAt(en, '4.9.2.1') ?? '';
    expect(verified(`${misread}\n${address}`, works).since).toEqual({
      state: 'changed',
      corrections: [
        {
          version: '1.0.1',
          released: en.released,
          path: '4.9.2.1',
          before,
          after: before.replace('cooperation’s', 'cooperation'),
          words: true,
        },
      ],
    });
  });

  test('a segment corrected elsewhere than in the quoted words', () => {
    const text = 'Support the United Nations to play a leading role';
    expect(verified(`${text}\n${address}`, works).since).toMatchObject({
      state: 'around',
      corrections: [{ words: false }],
    });
  });

  test('nothing newer, and nothing changed', () => {
    expect(verified('two wings of one body', works).since?.state).toBe('newest');
    const old = 'two wings of one body\n/t/ncss-2016@en-creemers:1.0.0/3.4.1.2';
    expect(verified(old, works).since).toEqual({ state: 'same', corrections: [] });
  });

  test('a segment that stands no longer, after it was corrected', () => {
    const text = 'Online culture has become an important component part of cultural construction';
    const pinned = `${text}\n/t/ncss-2016@en-creemers:1.0.0/1.1.5.3`;
    const answer = verified(pinned, longer);
    expect(answer.since?.state).toBe('changed');
    expect(answer.since?.corrections.map(({ version, after }) => [version, after])).toEqual([
      ['1.0.1', `${text}.`],
      ['1.1.0', null],
    ]);
  });
});

describe('copied with its proof', () => {
  const path = '4.3.1.2';
  const quotation = textAt(zh, path) ?? '';
  const stated = { work: 'ncss-2016', edition: 'zh-cac', version: '1.0.0', path };
  const copy = writeProof({
    quotation,
    citation: '国家网络空间安全战略，四（三）第1段第2句',
    url: 'http://localhost:3000/t/ncss-2016@zh-cac:1.0.0/4.3.1.2',
    digests: [{ ...stated, sha256: digest(quotation) }],
  });

  test('is read back', () => {
    expect(readPasted(copy)).toEqual({
      quotation,
      place: {
        work: 'ncss-2016',
        pins: [{ edition: 'zh-cac', version: '1.0.0' }],
        address: path,
      },
      digests: [{ ...stated, sha256: digest(quotation) }],
    });
    expect(readPasted(copy.replaceAll('\n', '\r\n')).quotation).toBe(quotation);
  });

  test('verifies', () => {
    expect(verified(copy)).toMatchObject({
      verbatim: 'exact',
      at: { address: path, answer: 'there' },
      in: [{ edition: 'zh-cac', version: '1.0.0', answer: 'there', digests: 'match' }],
      since: { state: 'newest' },
    });
  });

  test('a digest of something else is noticed', () => {
    const other = copy.replace(digest(quotation), digest('something else'));
    expect(verified(other).in[0]?.digests).toBe('differ');
  });

  test.each([
    ['a sentence with a dash\n— and another', 'a sentence with a dash\n— and another'],
    ['words\n— who said it\nhttps://e.org/t/w/4.3', 'words'],
    ['words\n\n(https://e.org/t/w@e:1.0.0/4.3.1.2)', 'words'],
    ['words\n<https://e.org/t/w>\n\n', 'words'],
    ['words\nhttps://e.org/t/../4', 'words\nhttps://e.org/t/../4'],
    ['words\nhttps://e.org/t/w/4..3', 'words\nhttps://e.org/t/w/4..3'],
    ['see https://e.org/t/w/4.3 there', 'see https://e.org/t/w/4.3 there'],
  ])('what is no proof stays: %#', (text, words) => {
    expect(readPasted(text).quotation).toBe(words);
  });
});
