import { en, zh } from '../script.ts';
import { sovereignty } from './plans.ts';
import { writesIn, type ClassStep } from './step.ts';

const title = 'sovereignty';
const on = writesIn(title);

/** The first assignment, from its first day to its last: each group reads its own notes alone. */
export const sovereigntyScript: readonly ClassStep[] = [
  { does: 'assign', name: title, plan: sovereignty },
  { does: 'pass', days: 2 },
  on(
    'lin',
    '3.1.1.1',
    '“不容侵犯”和“尊重”出现在同一句里：前半句划出界限，后半句承认各国的选择。“不容”没有写明对谁说，“尊重”没有写明由谁做。',
    'border',
  ),
  on(
    'lin',
    '3.1.1.3',
    '“任何国家都不”是全称否定，后面四个“不”并列；与 [3.1.1.2](/t/ncss-2016/3.1.1.2) 的“有权”相对：那一句授权，这一句设限。',
    'four-times',
  ),
  {
    ...on(
      'mina',
      '3.1.1.1',
      'Four objects of one right stand in a row: path, model of management, public policy, and equal participation. Only the last reaches beyond a state’s own borders.',
    ),
    pointing: zh('平等参与国际网络空间治理的权利'),
  },
  on(
    'hao',
    '3.1.1.3',
    '“干涉他国内政”接近《联合国宪章》第二条第七项的用语，但那一项约束的是联合国；要约束国家，更合适的依据是 1970 年的《国际法原则宣言》。',
    'charter',
  ),
  on(
    'clara',
    '3.1.1.3',
    'The English adds a modal: “no country *should*”, against 都不搞, which says that none does. The Chinese reads as a rule, the English as advice.',
    'modal',
  ),
  { does: 'pass', days: 3 },
  on(
    'mina',
    '3.1.1.2',
    'The law binds the measures: 依法采取必要措施, “necessary measures according to the law”. And the same sentence promises to protect citizens’ lawful rights and interests, which one overlooks when it is quoted in part.',
  ),
  on(
    'amara',
    '3.1.1.2',
    'Two things are claimed: information systems of one’s own, and what is done on one’s territory. A server abroad with readers at home is in neither, by the words.',
  ),
  {
    ...on(
      'amara',
      '3.1.1.3',
      '纵容 is to let happen. So this asks for more than not doing: a state that knows of attacks from its networks and looks away breaks it, too.',
      'connive',
    ),
    pointing: zh('纵容'),
  },
  {
    ...on(
      'tomas',
      '3.1.1.1',
      'The English puts both halves into the future: “will be tolerated”, “will be respected”. The Chinese, 不容侵犯 and 尊重, marks no time in either.',
      'future',
    ),
    pointing: en('will be tolerated'),
  },
  on(
    'yu',
    '3.1.1.2',
    '“有害信息”前有限定：“危害国家安全和利益的”。中文限定在前，英文放在后面作分词短语，读者容易漏掉这个范围。',
  ),
  on('yu', '3.1.1.1', '同意大家说的。'),
  on(
    'clara',
    '3.1.1.2',
    'First the peoples decide (各国人民自己做主), then countries have the right to make laws. Who speaks for a people is not said; the change of subject does it silently.',
    'peoples',
  ),
  on(
    'hao',
    '3.1.1.1',
    '“平等参与”写成权利，不是写成现状，所以这一句也是对现有治理体系的批评，可与 [3.0.1.2](/t/ncss-2016/3.0.1.2) 的“变革”对读。',
  ),
  on(
    'leila',
    '3.1.1.2',
    'A law has two sources here, national circumstances and international experience, and no order between them. Whoever drafts one may say which prevailed.',
  ),
  {
    does: 'answer',
    by: 'mina',
    note: 'border',
    body: 'So the bearer of the duty is missing in both languages: in English the passive hides it, in Chinese the absent subject.',
  },
  {
    does: 'answer',
    by: 'lin',
    note: 'connive',
    body: '“纵容”通常以知情为前提。按这个标准，证明一国“知道”就成了关键，而条文没有说由谁来证明。',
  },
  {
    does: 'answer',
    by: 'amara',
    note: 'four-times',
    body: 'And the fourth has three verbs, 从事、纵容、支持. The list grows finer just where it would be hardest to prove.',
  },
  {
    does: 'answer',
    by: 'tomas',
    note: 'border',
    body: 'Then “tolerated” gives something away: there is somebody who does or does not tolerate, and it is the one who speaks.',
  },
  {
    does: 'answer',
    by: 'hao',
    note: 'modal',
    body: '“都不搞”在原则部分是祈使，不是陈述；译成 should 弱了一些，译成 shall 又过强。',
  },
  {
    does: 'answer',
    by: 'clara',
    note: 'charter',
    body: 'The Declaration helps: it says “no State or group of States has the right to intervene”. That is close to 任何国家都不 in form as well.',
  },
  {
    does: 'answer',
    by: 'yu',
    note: 'peoples',
    body: '主语从“各国人民”换成“各国”，中文用同一个“各国”开头，换得更不显眼。',
  },
  {
    does: 'confide',
    in: title,
    by: 'leila',
    at: '3.1.1.2',
    kind: 'question',
    name: 'may-quote',
    body: 'May I quote the Cybersecurity Law to explain 依法, or only the strategy itself?',
  },
  {
    does: 'answer',
    by: 'ines',
    note: 'may-quote',
    kind: 'answer',
    body: 'Quote it where you need it, and say which of the two you read. The law is of 7 November 2016, seven weeks older than the strategy.',
  },
  { does: 'pass', days: 3 },
  on(
    'tomas',
    '3.1.1.3',
    '“Double standards” is the odd one in this row: intervention and attacks are matters of law, a double standard is a reproach.',
    'reproach',
  ),
  {
    does: 'confide',
    in: title,
    by: 'chen',
    at: '3.1.1.1',
    note: 'border',
    name: 'further',
    body: '读得细。再往前一步：后半句省去的主语是谁？英文用被动（will be respected）避开了同一个问题，可以拿来作证据。',
  },
  {
    does: 'answer',
    by: 'lin',
    note: 'further',
    body: '谢谢。我会在期末文章里把被动句和无主句放在一起比较。',
  },
  { does: 'pass', days: 4 },
];
