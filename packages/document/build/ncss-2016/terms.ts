import type { TermDeclaration } from '../terms.ts';
import { notedTerms } from './noted-terms.ts';

/* Terms of art of the strategy that no note of its own is about. */
const termsOfArt: readonly TermDeclaration[] = [
  {
    term: '网络空间',
    expected: 62,
    definition: {
      en: 'The space that networks, systems, devices, data and those who use them form; defined at 1.1.1.1.',
      'zh-Hans': '网络、系统、设备、数据等组成的空间；定义见1.1.1.1。',
    },
    preferred: 'cyberspace',
    renders: ['cyberspace'],
    at: { '4.4.2.3': ['the network'], '4.8.1.2': ['cybersecurity#1'] },
    lemmas: { 'the network': 'network' },
  },
  {
    term: '网络安全',
    expected: 43,
    definition: {
      en: 'Security of cyberspace, for which it is the short form; see 0.0.1.2.',
      'zh-Hans': '网络空间安全的简称；见0.0.1.2。',
    },
    preferred: 'cybersecurity',
    renders: ['cybersecurity'],
    at: { '4.8.1.2': ['cybersecurity#2', 'cybersecurity#3'] },
  },
  {
    term: '网络空间主权',
    expected: 7,
    definition: {
      en: 'Sovereignty of a state as it extends into cyberspace.',
      'zh-Hans': '延伸到网络空间的国家主权。',
    },
    preferred: 'sovereignty in cyberspace',
    renders: ['sovereignty in cyberspace'],
    at: { '4.0.1.2': ['sovereignty, security and development in cyberspace'] },
    lemmas: { 'sovereignty, security and development in cyberspace': 'sovereignty … in cyberspace' },
  },
  {
    term: '主权',
    expected: 16,
    definition: {
      en: 'Supreme authority of a state over its territory, and its independence of others.',
      'zh-Hans': '国家对内最高、对外独立的权力。',
    },
    preferred: 'sovereignty',
    renders: ['sovereignty'],
  },
  {
    term: '国家安全',
    expected: 10,
    definition: {
      en: 'Security of the state, its regime and its interests.',
      'zh-Hans': '国家政权、主权及重大利益没有危险的状态。',
    },
    preferred: 'national security',
    renders: ['national security'],
  },
  {
    term: '关键信息基础设施',
    expected: 10,
    definition: {
      en: 'Information facilities whose failure may gravely harm the state or the public; defined at 4.3.1.1.',
      'zh-Hans': '一旦受损可能严重危害国家安全、公共利益的信息设施；定义见4.3.1.1。',
    },
    preferred: 'critical information infrastructure',
    renders: ['critical information infrastructure'],
  },
  {
    term: '信息化',
    expected: 4,
    definition: {
      en: 'Putting information technology to use in economy, society and government.',
      'zh-Hans': '在经济、社会和政务中广泛应用信息技术。',
    },
    preferred: 'informatization',
    renders: ['informatization'],
  },
  {
    term: '网络空间命运共同体',
    expected: 2,
    definition: {
      en: 'The notion that all states share one fate in cyberspace.',
      'zh-Hans': '各国在网络空间休戚与共的主张。',
    },
    preferred: 'community of common destiny in cyberspace',
    renders: ['community of common destiny in cyberspace'],
  },
  {
    term: '等级保护',
    expected: 1,
    definition: {
      en: 'Protection of systems by grades, each with its requirements.',
      'zh-Hans': '对信息系统分等级实行的安全保护。',
    },
    preferred: 'multi-level protection',
    renders: ['multi-level protection'],
  },
  {
    term: '依法',
    expected: 16,
    definition: {
      en: 'As the law has it, and by means of law.',
      'zh-Hans': '依照法律、运用法律。',
    },
    preferred: 'according to the law',
    renders: ['according to the law'],
    at: {
      '3.3.1.2': ['according to the law', 'lawful'],
      '4.5.2.1': ['lawful#1'],
      '4.6.1.1': ['lawful'],
    },
  },
  {
    term: '依法治网',
    expected: 1,
    definition: {
      en: 'Governing the Internet by law.',
      'zh-Hans': '运用法律治理互联网。',
    },
    preferred: 'govern the Internet according to the law',
    renders: ['governing the web according to the law'],
    lemmas: { 'governing the web according to the law': 'govern the web according to the law' },
  },
  {
    term: '互联网',
    expected: 18,
    definition: { en: 'The network of networks.', 'zh-Hans': '由网络互联而成的网络。' },
    preferred: 'Internet',
    renders: ['Internet'],
    lemmas: { internet: 'Internet' },
  },
  {
    term: '网络强国',
    expected: 2,
    definition: {
      en: 'A state that is strong in and by its networks.',
      'zh-Hans': '网络实力强大的国家。',
    },
    preferred: 'cyber power',
    renders: ['strong cyber power'],
  },
  {
    term: '治理',
    expected: 18,
    definition: {
      en: 'Ordering affairs by rules and institutions, by the state and others.',
      'zh-Hans': '国家及各方依规则和制度处理事务。',
    },
    preferred: 'governance',
    renders: ['governance'],
    at: { '3.3.0': ['Governing'] },
    lemmas: { governing: 'govern' },
  },
  {
    term: '违法犯罪',
    expected: 5,
    definition: { en: 'Breaches of law and crimes.', 'zh-Hans': '违反法律和构成犯罪的行为。' },
    preferred: 'breaches of law and crime',
    renders: ['law-breaking and crime'],
    at: {
      '4.5.2.1': ['unlawful and criminal'],
      '4.7.3.3': ['unlawful and criminal'],
    },
  },
  {
    term: '有害信息',
    expected: 5,
    definition: {
      en: 'Information that is held to do harm, whether or not a law forbids it.',
      'zh-Hans': '被认为有危害的信息，不限于法律所禁止者。',
    },
    preferred: 'harmful information',
    renders: ['harmful information'],
    at: { '1.2.4.1': ['Harmful online information'] },
    lemmas: { 'harmful online information': 'harmful … information' },
  },
  {
    term: '合法权益',
    expected: 4,
    definition: {
      en: 'Rights and interests that the law protects.',
      'zh-Hans': '受法律保护的权利和利益。',
    },
    preferred: 'lawful rights and interests',
    renders: ['lawful rights and interests'],
  },
  {
    term: '法律法规',
    expected: 5,
    definition: {
      en: 'Laws, and regulations below them.',
      'zh-Hans': '法律及其下位的法规。',
    },
    preferred: 'laws and regulations',
    renders: ['laws and regulations'],
    at: { '4.6.1.2': ['law and regulation', 'laws and regulations'] },
  },
  {
    term: '人才',
    expected: 5,
    definition: { en: 'People of ability.', 'zh-Hans': '有才能的人。' },
    preferred: 'talent',
    renders: ['talent', 'talents'],
    lemmas: { talents: 'talent' },
  },
  {
    term: '规则',
    expected: 2,
    definition: {
      en: 'Rules; among states those of international conduct.',
      'zh-Hans': '共同遵守的规定；国家之间则为国际行为规则。',
    },
    preferred: 'rule',
    at: { '1.2.6.2': ['norm'], '4.9.2.1': ['norms#1'] },
    lemmas: { norms: 'norm' },
  },
  {
    term: '规范',
    expected: 5,
    definition: {
      en: 'A norm; as a verb, to bring under norms.',
      'zh-Hans': '标准、准则；使合乎标准。',
    },
    preferred: 'norm; regulate',
    at: {
      '2.0.6.2': ['norms'],
      '4.6.1.4': ['standardized'],
      '4.6.2.1': ['norms'],
      '4.7.2.3': ['standardize'],
      '4.9.2.1': ['norms#2'],
    },
    lemmas: {
      norms: 'norm',
      standardized: 'standardize',
    },
  },
  {
    term: '保障',
    expected: 10,
    definition: {
      en: 'To make sure that a thing is had or kept; what makes sure of it.',
      'zh-Hans': '使得以享有或维持；起此作用者。',
    },
    preferred: 'guarantee; safeguard',
    renders: ['guarantee', 'protection', 'protect', 'protected'],
    at: {
      '2.0.6.1': ['protected#1'],
      '3.1.1.2': ['guarantee'],
    },
    lemmas: { protected: 'protect', protection: 'protect' },
  },
];

/** The ledger of terms, Chinese to English. */
export const terms: readonly TermDeclaration[] = [...notedTerms, ...termsOfArt];
