import { describe, expect, test } from 'vitest';
import { en, textAt, zh } from '../strategy.ts';
import { ask, inTraditional, verified } from './ground.ts';

const rule = textAt(en, '3.4.1.2') ?? '';

describe('the words of the text', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a sentence', textAt(zh, '4.3.1.2') ?? '', '4.3.1.2', []],
    ['words of one', '求同存异', '3.2.1.3', []],
    ['in quotation marks of who quotes', `“${rule}”`, '3.4.1.2', []],
    ['in corner brackets', '「没有网络安全就没有国家安全」', '3.4.1.1', []],
    [
      'quotation marks of a keyboard',
      'the "Two Centenaries" struggle',
      '0.0.1.3',
      ['quotation-marks'],
    ],
    ['an apostrophe of a keyboard', "China's cybersecurity work", '0.0.1.4', ['quotation-marks']],
    ['no spaces', 'twowingsofonebody,twowheelsofonecart', '3.4.1.2', ['spaces']],
    ['too many spaces', 'two wings  of one body', '3.4.1.2', ['spaces']],
    ['spaces between hanzi', '没有网络安全 就没有国家安全', '3.4.1.1', ['spaces']],
    ['half-width marks', '没有网络安全就没有国家安全,没有信息化', '3.4.1.1', ['width']],
    [
      'a half-width stop',
      '采取一切必要措施保护关键信息基础设施及其重要数据不受攻击破坏.',
      '4.3.1.2',
      ['width'],
    ],
    ['full-width letters', 'ｔｗｏ wings of one body', '3.4.1.2', ['width']],
    ['wrapped lines', 'two wings of\none body, two\nwheels', '3.4.1.2', ['line-breaks']],
    ['wrapped hanzi', '没有网络安全就\n没有国家安全', '3.4.1.1', ['line-breaks']],
    ['another case', 'TWO WINGS OF ONE BODY', '3.4.1.2', ['case']],
    ['traditional hanzi', inTraditional('没有网络安全就没有国家安全'), '3.4.1.1', ['hanzi']],
    ['a space without width', 'two wings of one bo\u200bdy', '3.4.1.2', ['unseen']],
    [
      'decomposed letters are the same text',
      'two wings of one body'.normalize('NFD'),
      '3.4.1.2',
      [],
    ],
  ])('%s', (_, quotation, address, named) => {
    const answer = verified(quotation);
    expect(answer.verbatim).toBe(named.length === 0 ? 'exact' : 'variant');
    expect(answer.found?.variants).toEqual(named);
    expect(answer.found?.places.map((place) => place.address)).toContain(address);
  });

  test('a word that the end of a line divides', () => {
    const answer = verified('Safeguarding our coun-\ntry’s cybersecurity is an important measure');
    expect(answer.found?.variants).toEqual([]);
    expect(answer.found?.places[0]?.address).toBe('0.0.1.3');
  });

  test('several kinds of damage are named each', () => {
    const answer = verified(inTraditional('没有网络安全\n就没有国家安全,没有信息化'));
    expect(answer.found?.variants).toEqual(['width', 'hanzi', 'line-breaks']);
  });

  test('several sentences, over the borders of segments and paragraphs', () => {
    const [one, two] = [textAt(en, '3.4.1.1') ?? '', textAt(en, '3.4.1.2') ?? ''];
    for (const between of [' ', '', '\n', '\n\n']) {
      const answer = verified(one + between + two);
      expect(answer.verbatim).toBe('exact');
      expect(answer.found?.places.map(({ address }) => address)).toEqual(['3.4.1.1-3.4.1.2']);
      expect(answer.found?.places[0]?.loci.map(({ exact }) => exact)).toEqual([one, two]);
    }
  });

  test('every place is told where there are several', () => {
    const answer = verified('网络空间主权');
    expect(answer.found?.total).toBeGreaterThan(5);
    expect(answer.found?.places).toHaveLength(answer.found?.total ?? 0);
  });

  test('whole words are preferred, and a part of one is said to be a part', () => {
    expect(verified('wings of one bo').found?.cutsWord).toBe(true);
    const network = verified('the network');
    expect(network.found?.cutsWord).toBe(false);
  });
});

describe('words left out', () => {
  test.each([
    'Cybersecurity and informatization … two wheels of one cart.',
    'Cybersecurity and informatization ... two wheels of one cart.',
    'Cybersecurity and informatization […] two wheels of one cart.',
    'Cybersecurity and informatization [. . .] two wheels of one cart.',
    '“Cybersecurity and informatization … two wheels of one cart.”',
  ])('%s', (quotation) => {
    const answer = verified(quotation);
    expect(answer).toMatchObject({ verbatim: 'exact', omits: true });
    expect(answer.found?.places.map(({ address }) => address)).toEqual(['3.4.1.2']);
  });

  test('at the beginning or the end nothing is left out between', () => {
    const answer = verified('…两翼、驱动之双轮……');
    expect(answer).toMatchObject({ verbatim: 'exact', omits: false });
  });

  test('pieces stand in the order of the text', () => {
    const answer = verified(
      'two wheels of one cart … Cybersecurity and informatization are two wings',
    );
    expect(answer.verbatim).toBe('out-of-order');
    expect(answer.found).toBeNull();
  });

  test('the shortest way from one piece to the next is taken', () => {
    const answer = verified('Comprehensively manage … development');
    expect(answer.found?.places.map(({ address }) => address)).toEqual(['3.4.0']);
  });
});

describe('other words', () => {
  test('a word exchanged is shown against the nearest passage', () => {
    const answer = verified(
      'Cybersecurity and informatisation are two wings of one bird, two wheels of one cart.',
    );
    expect(answer.verbatim).toBe('changed');
    expect(answer.found).toBeNull();
    expect(answer.nearest?.place.address).toBe('3.4.1.2');
    expect(answer.nearest?.runs.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'text', text: 'informatization ' },
      { kind: 'quoted', text: 'informatisation ' },
      { kind: 'text', text: 'body' },
      { kind: 'quoted', text: 'bird' },
    ]);
  });

  test('the runs joined are both texts', () => {
    const quotation = '没有网络安全就没有社会安全，没有信息化就没有任何现代化。';
    const { nearest } = verified(quotation);
    const joined = (other: 'text' | 'quoted') =>
      nearest?.runs.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join('');
    expect(joined('text')).toBe(quotation);
    expect(joined('quoted')).toBe(textAt(zh, '3.4.1.1'));
  });

  test('a mark that is another is other words', () => {
    const answer = verified('网络安全和信息化是一体之两翼，驱动之双轮。');
    expect(answer.verbatim).toBe('changed');
    expect(
      answer.nearest?.runs.filter(({ kind }) => kind !== 'same').map(({ text }) => text),
    ).toEqual(['、', '，']);
  });

  test('a word left out without an ellipsis', () => {
    const answer = verified(
      'Without cybersecurity, there is no security, and without informatization, there is no modernization.',
    );
    expect(answer.verbatim).toBe('changed');
    expect(answer.nearest?.runs.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'text', text: 'national ' },
    ]);
  });

  test.each([
    'China considers cyberspace to be of great importance to its future as a great power.',
    'Security is a precondition of development, as the strategy says in many places.',
    '中国认为网络对国家的未来极其重要，因此要大力投资于人才和技术。',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
    'the the the the the the the the the the the the',
    '的的的的的的的的的的的的',
  ])('what is merely about the same is not in the text: %s', (quotation) => {
    expect(verified(quotation)).toMatchObject({ verbatim: 'absent', found: null, nearest: null });
  });
});

describe('what cannot be asked', () => {
  test.each([
    ['', 'too-short'],
    ['。', 'too-short'],
    ['网', 'too-short'],
    ['网'.repeat(20_001), 'too-long'],
    ['a\u0000b cyberspace', 'malformed'],
    ['two \ud800 wings', 'malformed'],
    ['ab … '.repeat(30), 'too-many-pieces'],
  ])('%#', (quotation, reason) => {
    expect(ask(quotation)).toEqual({ ok: false, reason });
  });
});
