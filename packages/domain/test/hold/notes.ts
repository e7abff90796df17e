/** Notes on one clause that different people could write; written for the tests. */
export const independent = {
  en: [
    'The clause says that cyberspace sovereignty must be respected, but it does not say who decides when it has been violated. A court, a ministry and a standards body would each read it differently, and the text gives none of them the last word.',
    'Compare the Chinese here: 不容侵犯 is stronger than "must not be violated". It is the language of territory, and I think the translation makes the sentence sound like ordinary policy where the original sounds like the law of borders.',
    'I read this together with section two. If every country has the right to choose its own path of development, then the sovereignty in this clause is mostly a shield against outside pressure and not a licence for control at home.',
    'For a company that runs servers in several countries the practical question is which rules apply to data that only passes through. The clause is silent on transit, and that silence has cost my firm two years of legal advice.',
    'Respecting sovereignty in cyberspace was already in the 2015 letter of the group of experts at the United Nations. What is new in this clause is that no country may interfere in the internal affairs of others by means of the network.',
    'My students found this sentence hard because "sovereignty" is used for the state and, a few lines below, for citizens who govern their own data. Are these the same idea? I would welcome an example where the two come into conflict.',
    'The verb matters. To safeguard sovereignty in cyberspace is a task for soldiers; to respect it is a task for neighbours. The clause asks for both in one breath, and the strategy never explains which institution is meant to do which.',
    'There is a tension with the passage on open cooperation. A network in which every border is respected is a network in which each packet asks for leave, and the clause on trade assumes that packets do not ask.',
    'Who may decide that interference has taken place? The clause on cyberspace sovereignty does not say. Without a named body the rule is a principle at best, and I would not rely on it in front of a judge.',
    'In the discussion of this clause it is often forgotten that equal participation in the governance of the network is named as part of sovereignty. That is a claim upon international bodies, not only upon other states.',
  ],
  zh: [
    '本条规定网络主权不容侵犯，却没有说明由谁来认定侵犯已经发生。法院、主管部门和标准化组织都可能有不同的理解，而条文没有把最后的决定权交给其中任何一方。',
    '请对照英文译本：译文把“不容侵犯”译成普通的政策用语，语气弱了许多。中文原句用的是谈论领土时的说法，读起来更像边界法，而不像一般的规划。',
    '我认为这一条要与第二部分合起来读。既然各国有权自主选择发展道路，那么这里所说的主权主要是抵御外来压力的盾牌，而不是在国内加强管控的许可证。',
    '对于在多个国家设有服务器的企业来说，实际的问题是：只是路过的数据适用哪一国的规则？条文对过境数据只字未提，我们公司为此花了两年的法律咨询费。',
    '尊重网络空间主权的提法早在联合国专家组的报告中就已出现。本条的新意在于，任何国家都不得利用网络干涉他国内政，这一点以前没有写得这样明白。',
    '我的学生觉得这句话难懂，因为“主权”一词先指国家，后面几行又指公民对自己数据的支配。两者是同一个概念吗？希望有人能举一个两者发生冲突的例子。',
    '动词很要紧。维护主权是军人的任务，尊重主权是邻居的任务。本条一口气提出了两种要求，而战略通篇没有解释哪一个机构负责哪一项。',
    '这里与开放合作的段落之间存在张力。每一道边界都受到尊重的网络，就是每一个数据包都要请求放行的网络，而关于贸易的条文假定数据包无须请求。',
    '由谁认定干涉已经发生？关于网络主权的这一条没有回答。没有指定机构，规则至多只是一项原则，我不会在法官面前依赖它。',
    '讨论这一条时常常被忘记的是，平等参与网络治理也被列为主权的内容。这是对国际组织提出的要求，而不仅仅是对其他国家提出的要求。',
  ],
} as const;

/** Words that a campaign’s writers put for one another. */
const synonyms: readonly (readonly string[])[] = [
  ['clause', 'provision', 'article'],
  ['must', 'should', 'has to'],
  ['does not say', 'fails to say', 'never says'],
  ['country', 'state', 'nation'],
  ['network', 'internet', 'web'],
  ['mostly', 'mainly', 'above all'],
  ['often', 'frequently', 'commonly'],
  ['hard', 'difficult', 'tricky'],
  ['practical', 'real', 'pressing'],
  ['company', 'business', 'firm'],
  ['stronger', 'firmer', 'sharper'],
  ['strategy', 'document', 'policy'],
  ['decides', 'determines', 'judges'],
  ['my', 'our', 'the'],
  ['条文', '条款', '规定'],
  ['没有', '并未', '未曾'],
  ['认定', '判断', '确认'],
  ['问题', '疑问', '难题'],
  ['国家', '各国', '政府'],
  ['企业', '公司', '商家'],
  ['要求', '主张', '诉求'],
  ['机构', '部门', '单位'],
  ['认为', '觉得', '以为'],
  ['解释', '说明', '阐明'],
  ['网络', '互联网', '网际'],
];

/** Changed as a campaign’s writers change what they were given, each time the same for a number. */
export const mutations: Readonly<Record<string, (note: string, n: number) => string>> = {
  /** Up to three synonyms, of those whose words stand in it. */
  synonyms: (note, n) =>
    synonyms
      .filter(([word = '']) => note.includes(word))
      .slice(0, 3)
      .reduce((text, [word = '', ...others]) => text.replace(word, others[n % 2] ?? word), note),
  'a name above and below': (note, n) =>
    /\p{Script=Han}{9}/u.test(note)
      ? `我是${['王芳', '李雷'][n % 2] ?? ''}。${note}——${['上海', '成都'][n % 2] ?? ''}`
      : `I am ${['Maria Lopez', 'John Smith'][n % 2] ?? ''}. ${note} ${['Leeds', 'York'][n % 2] ?? ''}`,
  punctuation: (note, n) => note.replaceAll(/[.,;:?，。；：？、“”"]/gu, n % 2 === 0 ? ' ! ' : '\n'),
  'letter case, width and unseen characters': (note, n) =>
    n % 2 === 0 ? note.toUpperCase() : [...note].join(n % 3 === 0 ? '\u200b' : ''),
  'the last words left out': (note, n) =>
    note.slice(0, Math.floor(note.length * (n % 2 === 0 ? 0.8 : 0.9))),
  'a sentence of one’s own': (note, n) =>
    /\p{Script=Han}{9}/u.test(note)
      ? `${note}${['请有关部门尽快答复。', '谢谢大家的阅读。'][n % 2] ?? ''}`
      : `${note} ${['Please answer this soon.', 'Thank you all for reading.'][n % 2] ?? ''}`,
};
