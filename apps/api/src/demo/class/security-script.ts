import { en, zh } from '../script.ts';
import { infrastructure, security } from './plans.ts';
import { writesIn, type ClassStep } from './step.ts';

const title = 'security';
const on = writesIn(title);

/**
 * The second assignment, which goes on: some have opened a clause, one is a note short, one wrote too
 * little, one was late, one has more time, and one has not begun. And a third, that students do not know of yet.
 */
export const securityScript: readonly ClassStep[] = [
  { does: 'assign', name: title, plan: security },
  {
    ...on(
      'ines',
      '3.2.1.2',
      'Before you cite the Charter, open it: Article 2(4), in English and in Chinese. 引用之前，先看原文。',
    ),
    kind: 'source',
  },
  { does: 'pass', days: 2 },
  on(
    'lin',
    '3.2.1.2',
    '“遵守”“防止”“共同抵制”“防范”共用一个主语“各国”。第一项是法律义务，后三项是共同目标：语气一样，性质不同。',
  ),
  {
    ...on(
      'lin',
      '3.2.1.2',
      '英文的 armed force 比中文的“武力”窄：宪章第二条第四项英文只说 force，没有 armed。这个词是译者加的。',
      'armed',
    ),
    kind: 'translation',
    pointing: en('armed force'),
  },
  on(
    'hao',
    '3.2.1.2',
    '“军备竞赛”前用“抵制”，“冲突”前用“防范”：前者被当作有意的行为，后者被当作风险。',
  ),
  {
    ...on(
      'mina',
      '3.2.1.4',
      '借口 is a pretext. The sentence does not say that national security is a bad reason; it says that some who give it have another.',
      'pretext',
    ),
    pointing: zh('借口'),
  },
  // One of the two that are needed.
  on(
    'leila',
    '3.2.1.2',
    '“Goals contrary to the maintenance of international security” measures a use of technology by what it is for (目的), not by what it does. An accident is not covered.',
  ),
  { does: 'pass', days: 3 },
  on(
    'hao',
    '3.2.1.2',
    '与 [4.8.1.2](/t/ncss-2016/4.8.1.2) 放在一起读有张力：那里要建设“与我国国际地位相称”的防护力量。防护与军备的界线，文件没有给出。',
  ),
  {
    ...on(
      'mina',
      '3.2.1.4',
      '“So-called” (所谓) stands before *absolute security* alone. Security is not doubted here; that it could be had at the cost of others is.',
    ),
    pointing: en('so-called absolute security'),
  },
  {
    ...on(
      'clara',
      '3.2.1.4',
      'Two acts are opposed: controlling the networks of others, and collecting and stealing their data. 收集和窃取 joins the last two: is collecting alone meant as well?',
    ),
    kind: 'question',
  },
  on('clara', '3.2.1.4', 'Compare 3.1.1.3.'),
  {
    ...on(
      'amara',
      '3.2.1.3',
      '彼此 is “each other”, among however many. “Both sides” makes it a matter of two, and one asks at once which two.',
    ),
    pointing: en('both sides’ security interests'),
  },
  on(
    'amara',
    '3.2.1.4',
    '更不能 is a climax, “still less”. “It can certainly not be the case” keeps the force and loses the step from the lesser wrong to the greater.',
  ),
  on(
    'amara',
    '3.2.1.3-3.2.1.4',
    'Read as one: the first sentence asks each to respect the concerns of the other, the second says what it looks like where one does not. The measure of both is the security of another.',
  ),
  {
    does: 'answer',
    by: 'hao',
    note: 'armed',
    body: '同意。可能是译者从后面的“军备竞赛”倒推的：arms races 之前先有了 armed force。',
  },
  {
    does: 'answer',
    by: 'amara',
    note: 'pretext',
    body: 'And nobody is named. Like [3.1.1.3](/t/ncss-2016/3.1.1.3) it describes an act and leaves the reader to think of an actor.',
  },
  { does: 'extend', in: title, by: 'chen', whom: 'yu', days: 4 },
  { does: 'assign', name: 'infrastructure', plan: infrastructure, draft: true },
  { does: 'pass', days: 2 },
  {
    ...on(
      'mina',
      '3.2.1.3',
      '求同存异 has been a phrase of diplomacy since Bandung, 1955. “Accepting differences” is right for 存异: they are let stand, not solved.',
    ),
    kind: 'term',
    pointing: zh('求同存异'),
  },
  // After all others' time, and within the time that was given.
  {
    ...on(
      'yu',
      '3.2.1.3',
      '“重大关切”是外交用语，没有法律定义；与“安全利益”并列之后，后者的范围也跟着变得不确定。',
    ),
    pointing: zh('重大关切'),
  },
];
