import network from '../../commentaries/ncss-2016-textual-notes/entries/5-network.json' with { type: 'json' };
import others from '../../commentaries/ncss-2016-textual-notes/entries/6-terms.json' with { type: 'json' };
import type { StatedUse, TermDeclaration } from '../terms.ts';

/*
 * Terms whose every use the textual notes T66 to T80 have stated; where a note is about several terms,
 * each has a row of its own.
 */

const notes = [...network, ...others];

function statedIn(number: string, term: string): readonly StatedUse[] {
  const note = notes.find((each) => each.number === number);
  if (note === undefined) throw new Error(`no note ${number}`);
  return note.terms.uses.filter(({ source }) => source.includes(term));
}

type Noted = Omit<TermDeclaration, 'stated' | 'note'>;
const noted = (note: string, term: Noted): TermDeclaration => ({
  ...term,
  note,
  stated: statedIn(note, term.term),
});

export const notedTerms: readonly TermDeclaration[] = [
  noted('T66', {
    term: '网络',
    expected: 189,
    definition: {
      en: 'Networks of computers and what takes place by them; in compounds what English calls cyber-.',
      'zh-Hans': '计算机网络及借其进行的活动；构词时相当于英语的 cyber-。',
    },
    preferred: 'network; in compounds cyber',
    lemmas: { 'the network': 'network', networks: 'network' },
  }),
  noted('T67', {
    term: '全面',
    expected: 6,
    definition: {
      en: 'Over the whole extent of a thing.',
      'zh-Hans': '及于事物的整个范围。',
    },
    preferred: 'comprehensively',
  }),
  noted('T68', {
    term: '体系',
    expected: 13,
    definition: {
      en: 'An ordered whole of parts that work together.',
      'zh-Hans': '各部分相互配合而成的整体。',
    },
    preferred: 'system',
    lemmas: { systems: 'system', structures: 'structure' },
  }),
  noted('T69', {
    term: '途径',
    expected: 2,
    definition: { en: 'A way by which something is reached.', 'zh-Hans': '达到目的的路径。' },
    preferred: 'pathway',
    lemmas: { channel: 'channel', channels: 'channel', pathways: 'pathway' },
  }),
  noted('T69', {
    term: '渠道',
    expected: 3,
    definition: {
      en: 'A channel through which something flows or is passed on.',
      'zh-Hans': '事物流通、传递的通道。',
    },
    preferred: 'channel',
    lemmas: { channels: 'channel' },
  }),
  noted('T70', {
    term: '交流',
    expected: 8,
    definition: {
      en: 'Giving and receiving between people, cultures or states.',
      'zh-Hans': '人、文化或国家之间的相互给予与接受。',
    },
    preferred: 'exchange',
    lemmas: { exchanges: 'exchange', interact: 'interaction' },
  }),
  noted('T71', {
    term: '技能',
    expected: 2,
    definition: { en: 'What a person has learnt to do.', 'zh-Hans': '人所掌握的本领。' },
    preferred: 'skill',
    lemmas: { skills: 'skill', capabilities: 'capability' },
  }),
  noted('T71', {
    term: '能力',
    expected: 4,
    definition: {
      en: 'What a person or a state is able to do.',
      'zh-Hans': '人或国家胜任某事的条件。',
    },
    preferred: 'capability',
    lemmas: { capabilities: 'capability' },
  }),
  noted('T72', {
    term: '纽带',
    expected: 1,
    definition: { en: 'What ties people or things together.', 'zh-Hans': '联系人或事物者。' },
    preferred: 'tie',
    lemmas: { nodes: 'node' },
  }),
  noted('T73', {
    term: '文明',
    expected: 11,
    definition: {
      en: 'Civilization, and what is civilized.',
      'zh-Hans': '人类社会的进步状态；合乎此种状态的。',
    },
    preferred: 'civilization; civilized',
    lemmas: { civilizations: 'civilization' },
  }),
  noted('T74', {
    term: '内政',
    expected: 2,
    definition: {
      en: 'Affairs that are for a state alone to decide.',
      'zh-Hans': '一国自行决定的内部事务。',
    },
    preferred: 'internal affairs',
  }),
  noted('T75', {
    term: '制度',
    expected: 6,
    definition: {
      en: 'What is laid down: an institution, or a set of rules.',
      'zh-Hans': '所订立的体制或规程。',
    },
    preferred: 'system; institution',
    lemmas: { systems: 'system', structures: 'structure' },
  }),
  noted('T76', {
    term: '诚信',
    expected: 3,
    definition: {
      en: 'Being honest and keeping one’s word.',
      'zh-Hans': '诚实、守信用。',
    },
    preferred: 'integrity',
    lemmas: { honest: 'honesty', sincere: 'sincerity' },
  }),
  noted('T77', {
    term: '网络恐怖',
    expected: 4,
    definition: {
      en: 'Terrorism by means of networks, or against them.',
      'zh-Hans': '利用网络或针对网络的恐怖活动。',
    },
    preferred: 'cyber terrorism',
  }),
  noted('T77', {
    term: '反恐',
    expected: 2,
    definition: { en: 'Action against terrorism.', 'zh-Hans': '打击恐怖主义。' },
    preferred: 'counter-terrorism',
  }),
  noted('T78', {
    term: '积极',
    expected: 8,
    definition: {
      en: 'Active; of what is approved, positive.',
      'zh-Hans': '主动、努力；正面的。',
    },
    preferred: 'actively; positive',
    lemmas: { vigorously: 'vigorous' },
  }),
  noted('T79', {
    term: '统筹',
    expected: 4,
    definition: {
      en: 'To plan several things together, each in view of the others.',
      'zh-Hans': '通盘筹划，兼顾各方。',
    },
    preferred: 'coordinate',
  }),
  noted('T80', {
    term: '健全',
    expected: 5,
    definition: {
      en: 'To make sound and complete.',
      'zh-Hans': '使完备、无缺陷。',
    },
    preferred: 'complete',
    lemmas: { completed: 'complete' },
  }),
  noted('T80', {
    term: '完善',
    expected: 6,
    definition: { en: 'To improve towards perfection.', 'zh-Hans': '使趋于完美。' },
    preferred: 'improve',
    lemmas: { perfected: 'perfect' },
  }),
];
