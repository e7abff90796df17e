import type { Pointing } from '@glossator/contract';
import type { NoteKind, WrittenLayer } from '@glossator/domain';
import type { Role } from './cast.ts';

interface Line {
  readonly by: Role;
  readonly body: string;
  readonly kind?: NoteKind;
  readonly tags?: readonly string[];
  readonly replies?: readonly Line[];
  /** What the queue's script calls it. */
  readonly name?: string;
  /** To whom it was useful. */
  readonly useful?: readonly Role[];
}
export interface Scene extends Line {
  readonly at: string;
  readonly layer?: WrittenLayer;
  readonly pointing?: Pointing;
  readonly settled?: boolean;
}

const version = '1.0.0';
export const zh = (words: string): Pointing => ({
  kind: 'words',
  edition: 'zh-cac',
  version,
  words,
});
export const en = (words: string): Pointing => ({
  kind: 'words',
  edition: 'en-creemers',
  version,
  words,
});

/** What the made-up people say: a question and its answers, a dispute, a source, a translation, a term. */
export const script: readonly Scene[] = [
  {
    by: 'noor',
    name: 'measures',
    useful: ['ines', 'lin', 'chen'],
    at: '4.3.1.2',
    kind: 'question',
    tags: ['critical infrastructure', 'scope'],
    pointing: zh('一切必要措施'),
    body: 'Does 一切必要措施 (“all necessary measures”) set a ceiling, or only a purpose? Compare the list in [4.1.1.1](/t/ncss-2016/4.1.1.1), which names military means in so many words.',
    replies: [
      {
        by: 'chen',
        useful: ['noor', 'ines'],
        kind: 'answer',
        body: '此处只说目的，不列手段；[4.1.1.1](/t/ncss-2016/4.1.1.1) 才列出经济、行政、科技、法律、外交、军事。两处不宜互相补足。',
        replies: [
          {
            by: 'noor',
            body: 'So the silence here is deliberate? Then the narrower reading is the safer one to cite.',
          },
        ],
      },
      {
        by: 'ines',
        kind: 'source',
        body: 'The duty to protect critical information infrastructure became law the same winter: Cybersecurity Law, chapter 3, section 2, in force from 1 June 2017.',
      },
    ],
  },
  {
    by: 'chen',
    useful: ['noor'],
    at: '4.3.1.2',
    kind: 'source',
    pointing: zh('重要数据'),
    body: '“重要数据”后来成为法律概念：《网络安全法》第三十七条要求关键信息基础设施的运营者在境内存储，《数据安全法》第二十一条再要求编制目录。此处还没有定义。',
  },
  {
    by: 'ines',
    at: '4.3.1.2',
    body: 'The object is double: the infrastructure *and its* important data. In [[4.3.1.3]] the data drop out again; a duty to protect data as such is not in this section.',
  },
  {
    by: 'lin',
    at: '4.3.1.1',
    useful: ['ines'],
    kind: 'term',
    tags: ['关键信息基础设施'],
    pointing: zh('关键信息基础设施'),
    body: '这是全文中唯一的定义句：先说后果（“一旦数据泄露……可能严重危害”），再举行业。后来的条例保留了这个次序。',
  },
  {
    by: 'ines',
    at: '3.1.1.1',
    kind: 'translation',
    tags: ['sovereignty'],
    pointing: {
      kind: 'hinge',
      loci: [
        { edition: 'zh-cac', version, words: '不容侵犯' },
        { edition: 'en-creemers', version, words: 'will be tolerated' },
      ],
    },
    body: '不容侵犯 states a rule; “will be tolerated” states an intention. *Is inviolable* would keep the register of the Chinese.',
    replies: [
      {
        by: 'chen',
        kind: 'dispute',
        body: '“不容”在政府文件里既是规范也是立场，译作意志并不算错。',
        replies: [
          {
            by: 'ines',
            body: 'Granted for a speech. This is a strategy, and 3.1.0 calls it a principle.',
          },
        ],
      },
    ],
  },
  {
    by: 'noor',
    name: 'nobody-named',
    at: '3.1.1.3',
    tags: ['hegemony'],
    pointing: en('double standards'),
    body: 'No country is named here, and none in the whole document. Who is addressed follows from [3.2.1.4](/t/ncss-2016/3.2.1.4).',
  },
  {
    by: 'chen',
    at: '3.2.1.2',
    kind: 'source',
    tags: ['联合国宪章'],
    pointing: zh('《联合国宪章》'),
    body: '所指为《联合国宪章》第二条第四项。全文提及国际法文件仅此一处。',
  },
  {
    by: 'lin',
    at: '3.2.1.4',
    kind: 'question',
    pointing: zh('所谓绝对安全'),
    body: '“所谓绝对安全”引的是谁的说法？',
    settled: true,
    replies: [
      { by: 'chen', kind: 'answer', body: '没有出处；是对一种政策取向的概括，同类文件中常见。' },
      { by: 'lin', body: '明白了，谢谢。' },
    ],
  },
  {
    by: 'chen',
    at: '2.0.5.1',
    kind: 'source',
    pointing: { kind: 'entry', edition: 'en-creemers', number: 'E1' },
    body: '中文此处为“合作”。英文前一段以 Openness 开头，本段重复，应是抄写之误。',
  },
  {
    by: 'ines',
    at: '4.1',
    kind: 'comment',
    body: 'The English of this section is lost in our copy. Notes on it stand on the Chinese; a reader of the English finds them at the same addresses.',
  },
  {
    by: 'noor',
    at: '3.2.1.2-3.2.1.4',
    kind: 'comment',
    tags: ['use of force'],
    body: 'Read together, these three sentences move from a rule of the Charter to a complaint about practice. The second one carries the bridge.',
  },
  {
    by: 'lin',
    at: '4.3.1.3',
    layer: 'notebook',
    body: '课堂上讲：六个环节（识别、防护、检测、预警、响应、处置）与后来的标准逐一对照。',
  },
  {
    by: 'noor',
    name: 'misquoted',
    at: '3.2.1.2',
    body: 'The strategy promises that China “will never use or threaten to use force in cyberspace”. That goes further than the Charter, which knows self-defence.',
  },
  {
    by: 'lin',
    name: 'misplaced',
    at: '3.3.1.2',
    kind: 'term',
    tags: ['网络安全审查'],
    body: '“网络安全审查制度”在全文中只出现这一次，范围限于党政机关、重点行业采购使用的重要产品和服务。2020 年的审查办法把范围扩大了。',
  },
];
