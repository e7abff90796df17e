import type { TranslatorNote } from '../declarations.ts';

/** Where the Chinese allows two readings: what else it may say, and why this was chosen. */
export const notes: readonly TranslatorNote[] = [
  {
    number: 'N1',
    path: '4.1.1.2',
    quote: 'all acts that use the network to subvert',
    chinese: '通过网络',
    certainty: 'medium',
    reading:
      'all acts of subverting our country’s state power through the network, and of undermining our country’s national sovereignty',
    note: {
      en: '通过网络, “through the network”, may govern both verbs or the first alone. Read so, every act that undermines sovereignty is opposed, by whatever means.',
      'zh-Hans':
        '“通过网络”可统摄“颠覆”与“破坏”两个动词，也可仅修饰前者；依后一读法，凡破坏国家主权的行为，无论手段如何，均在反对之列。',
    },
    evidence: [
      {
        en: 'The section is about sovereignty in cyberspace, and the two verbs are joined by 、 as one series.',
        'zh-Hans': '本项论网络空间主权，且两个动词以顿号并列为一组。',
      },
    ],
  },
  {
    number: 'N2',
    path: '4.2.1.1',
    quote: 'forces outside the borders',
    chinese: '境外势力',
    certainty: 'high',
    reading: 'foreign forces',
    note: {
      en: '境外 is what lies outside the border of the mainland, and in legal use takes in Hong Kong, Macao and Taiwan; 外国, “foreign”, does not. “Foreign forces” is often read here and is narrower.',
      'zh-Hans':
        '“境外”在法律用语中指关境或国（边）境以外，通常包括港澳台地区，比“外国”宽；常见的“外国势力”一译范围较窄。',
    },
    evidence: [
      {
        en: 'Elsewhere the text says 他国 and 别国 where it means other countries (1.2.2.3, 3.1.1.3, 3.2.1.4).',
        'zh-Hans': '本文他处指外国时用“他国”“别国”（1.2.2.3、3.1.1.3、3.2.1.4）。',
      },
    ],
  },
  {
    number: 'N3',
    path: '4.3.1.1',
    quote: 'national security or the public interest',
    chinese: '国家安全、公共利益',
    certainty: 'medium',
    reading: 'both national security and the public interest',
    note: {
      en: '、 joins the two without saying whether either is enough. As a definition the difference is one of scope.',
      'zh-Hans': '顿号未言明二者择一即可还是须同时具备；就定义而言，这关系到范围的宽窄。',
    },
    evidence: [
      {
        en: 'Before it the same mark joins 国家安全 and 国计民生, of which education or public utilities would hardly meet the first.',
        'zh-Hans':
          '前文亦以顿号并列“国家安全、国计民生”，而教育、公用事业等未必都满足“国家安全”一项。',
      },
    ],
  },
  {
    number: 'N4',
    path: '4.3.1.3',
    quote: 'protection and deterrence together',
    chinese: '保护和震慑并举',
    certainty: 'medium',
    reading: 'protection and striking fear into offenders together',
    note: {
      en: '震慑 is to awe by a show of force or of punishment. The text has another word, 威慑, for the deterrence that it reproaches others with (1.2.6.3); English has one for both.',
      'zh-Hans':
        '“震慑”指以威力或惩处使人畏惧；本文批评他国“网络威慑战略”时用“威慑”（1.2.6.3）。英文通常同作 deterrence。',
    },
    evidence: [
      {
        en: 'It stands beside 保护, protection, as the second of two means to one end; no punishment is named here.',
        'zh-Hans': '此处与“保护”并举，为达同一目的的两种手段，并未提及惩处。',
      },
    ],
  },
  {
    number: 'N5',
    path: '4.3.2.1',
    quote: 'assessment before use',
    chinese: '先评估后使用',
    certainty: 'low',
    reading: 'that products and services are assessed before they are used in it',
    note: {
      en: 'What is assessed and then used is left unsaid: the infrastructure itself, or what is bought for it. The English leaves it open as well.',
      'zh-Hans':
        '“先评估后使用”的对象未言明：可指基础设施本身，也可指为其采购的产品和服务。译文同样不作限定。',
    },
    evidence: [
      {
        en: 'The next sentence has the infrastructure assessed (4.3.2.2), a later one products and services reviewed (4.3.3.2).',
        'zh-Hans': '下一句评估的是基础设施（4.3.2.2），后文审查的是产品和服务（4.3.3.2）。',
      },
    ],
  },
  {
    number: 'N6',
    path: '4.3.2.3',
    quote: 'a consolidated model',
    chinese: '集约化模式',
    certainty: 'medium',
    reading: 'an intensive model',
    note: {
      en: '集约化 is in economics “intensive”, the opposite of 粗放, “extensive”: more from fewer means. Of websites of offices it means in practice that many share one platform.',
      'zh-Hans':
        '“集约化”在经济学中与“粗放”相对，意为以较少投入取得较大效益；就机关网站而言，实指统一平台、集中建设。',
    },
    evidence: [
      {
        en: 'It qualifies 建设运行和管理, how sites are built, run and managed, not how much is put into them.',
        'zh-Hans': '其所修饰者为“建设运行和管理”的方式，而非投入的多少。',
      },
    ],
  },
  {
    number: 'N7',
    path: '4.3.3.2',
    quote: 'controllability',
    chinese: '可控性',
    certainty: 'medium',
    reading: 'degree to which they are under control of their users',
    note: {
      en: 'By whom products are to be controllable is left out: by whoever uses them, or by the state that reviews them. The surviving translation has “secure and controllable” for 安全可控 (2.0.3.1), and leaves it out as well.',
      'zh-Hans':
        '“可控”的主体未言明：可为使用者，也可为实施审查的国家。现存译文于 2.0.3.1 将“安全可控”译作 secure and controllable，亦未点明。',
    },
    evidence: [
      {
        en: 'The clause ends on the interests of users, the sentence begins with a review by the state.',
        'zh-Hans': '该句以用户利益作结，而以国家审查制度开头，两说皆可。',
      },
    ],
  },
  {
    number: 'N8',
    path: '4.4.1.1',
    quote: 'ideological and cultural positions',
    chinese: '思想文化阵地',
    certainty: 'medium',
    reading: 'platforms of thought and culture',
    note: {
      en: '思想 is thought and also ideology; 阵地, a position held by troops, is in this language often no more than a place to publish. The rendering keeps the figure.',
      'zh-Hans':
        '“思想”兼指思想与意识形态；“阵地”本为军事用语，在此类文体中亦常仅指宣传平台。译文保留其比喻。',
    },
    evidence: [
      {
        en: 'In 1.2.4.2 the same 思想文化 clash (激荡、交锋), and the surviving translation has “ideologies and cultures”.',
        'zh-Hans': '1.2.4.2 言“思想文化相互激荡、交锋”，现存译文作 ideologies and cultures。',
      },
    ],
  },
  {
    number: 'N9',
    path: '4.4.1.2',
    quote: 'scale and level',
    chinese: '规模水平',
    certainty: 'medium',
    reading: 'level of scale',
    note: {
      en: 'Two nouns side by side: “scale and level”, that is size and quality, or one, the level that the scale has reached.',
      'zh-Hans': '“规模水平”可解作“规模与水平”（大小与质量），也可解作“规模的水平”。',
    },
    evidence: [
      {
        en: 'The sentence asks for brands that embody the spirit of the times, which is not a matter of size.',
        'zh-Hans': '该句要求打造体现时代精神的品牌，并非仅就规模而言。',
      },
    ],
  },
  {
    number: 'N10',
    path: '4.4.1.3',
    quote: 'excellent',
    within: 'form, of excellent',
    chinese: '优秀传统文化和当代文化精品',
    certainty: 'high',
    reading: 'excellent traditional culture and excellent masterpieces of contemporary culture',
    note: {
      en: '优秀, “excellent”, may qualify traditional culture alone, or all that follows. The surviving words, “traditional culture and masterpieces of contemporary culture”, allow both, as the Chinese does.',
      'zh-Hans':
        '“优秀”可仅修饰“传统文化”，也可统摄其后全部；现存英文 traditional culture and masterpieces of contemporary culture 与中文一样两可。',
    },
    evidence: [
      {
        en: '精品, “masterpieces”, says excellent already; 优秀传统文化 is a fixed phrase and stands in the same sentence before.',
        'zh-Hans': '“精品”已含优秀之义；“优秀传统文化”为固定短语，同句前文已见。',
      },
    ],
  },
  {
    number: 'N11',
    path: '4.7.1.2',
    quote: 'secure and trustworthy products',
    chinese: '安全可信产品',
    certainty: 'medium',
    reading: 'secure and trusted products',
    note: {
      en: '可信 is worthy of trust, and as a term of computing “trusted”: built on hardware that attests what runs on it (可信计算, trusted computing). Either can be meant.',
      'zh-Hans':
        '“可信”既可指值得信赖，也可为计算机术语 trusted（可信计算），即以硬件为根对运行环境作出证明。两义皆通。',
    },
    evidence: [
      {
        en: 'The clause speaks of products at large, not of a technique.',
        'zh-Hans': '该句泛言产品，并非专指某项技术。',
      },
    ],
  },
];
