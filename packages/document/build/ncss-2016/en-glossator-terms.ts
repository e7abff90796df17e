import type { TermChoice } from '../declarations.ts';

/**
 * How the supplement renders terms, wherever they stand in what it translates. `against` is how the
 * surviving translation renders the term elsewhere, where that was not followed, and why.
 */
export const terms: readonly TermChoice[] = [
  { zh: '关键信息基础设施', en: ['critical information infrastructure'] },
  { zh: '网络空间主权', en: ['sovereignty in cyberspace'] },
  {
    zh: '依法',
    en: ['according to law'],
    against: {
      en: 'according to the law',
      why: {
        en: 'The phrase names no one law: it is a manner of acting, as in 依法治国.',
        'zh-Hans': '“依法”不指某一部法律，而指行为方式，如“依法治国”。',
      },
    },
  },
  { zh: '网络安全', en: ['cybersecurity'] },
  { zh: '国家安全', en: ['national security'] },
  { zh: '国家主权', en: ['national sovereignty'] },
  {
    zh: '政权',
    en: ['state power'],
    against: {
      en: 'regimes',
      why: {
        en: 'Of China’s own the Constitution and the Criminal Law are rendered so; “regime” judges.',
        'zh-Hans': '宪法、刑法英译中我国“政权”通作 state power；regime 带有褒贬。',
      },
    },
  },
  {
    zh: '维护',
    en: ['safeguard'],
    against: {
      en: 'protect, maintain',
      why: {
        en: 'One word for 维护, another (protect) for 保护, which stand side by side here.',
        'zh-Hans': '“维护”与“保护”在此并见，分别以 safeguard 与 protect 对应。',
      },
    },
  },
  { zh: '坚定', en: ['firmly', 'unswervingly'] },
  {
    zh: '坚决',
    en: ['resolutely'],
    against: {
      en: 'persist in, firmly',
      why: {
        en: 'Kept apart from 坚定 (firmly) and 坚持 (persist in).',
        'zh-Hans': '与“坚定”（firmly）、“坚持”（persist in）区别开来。',
      },
    },
  },
  { zh: '坚持', en: ['persist in'] },
  { zh: '保护', en: ['protect', 'protecting', 'protection'] },
  { zh: '安全防护', en: ['security protection'] },
  { zh: '防范', en: ['prevent'] },
  { zh: '惩治', en: ['punish'] },
  { zh: '风险评估', en: ['risk assessment'] },
  { zh: '预警', en: ['early warning'] },
  { zh: '社会保障', en: ['social security'] },
  { zh: '公共利益', en: ['public interest'] },
  { zh: '制度', en: ['system', 'rules'] },
  { zh: '机制', en: ['mechanisms'] },
  { zh: '网络安全审查', en: ['cybersecurity review'] },
  { zh: '供应链', en: ['supply chain'] },
  { zh: '党政机关', en: ['Party and government organs'] },
  { zh: '人才', en: ['talent'] },
  { zh: '行业', en: ['sectors'] },
  { zh: '网络文化', en: ['online culture', 'online cultural'] },
  { zh: '传播', en: ['spread', 'dissemination'] },
  {
    zh: '社会主义核心价值观',
    en: ['core socialist values'],
    against: {
      en: 'the Socialist core value view',
      why: {
        en: '价值观 is a set of values; “view” renders its last character alone.',
        'zh-Hans': '“价值观”整体意为一组价值；view 只译出末字。',
      },
    },
  },
  { zh: '核心技术', en: ['core technologies'] },
];
