import type { SupplementDeclaration } from '../declarations.ts';
import { notes } from './en-glossator-notes.ts';
import { terms } from './en-glossator-terms.ts';

/** Made from the Chinese of the copy alone, in the idiom of what survives of the translation. */
export const enGlossator: SupplementDeclaration = {
  edition: {
    id: 'en-glossator',
    lang: 'en',
    relation: 'supplement',
    supplements: 'en-creemers',
    title:
      'National Cyberspace Security Strategy: supplement (unreviewed working translation)',
    responsible: ['The editors of Glossator'],
    source: {
      en: 'Translated from zh-cac 1.0.0: exactly what the copy has lost of the English translation, and nothing else.',
      'zh-Hans': '译自 zh-cac 1.0.0：仅补译该副本中英译文缺失之处，不含其他。',
    },
    rights: {
      en: 'The words of this supplement: CC BY 4.0, the editors of Glossator.',
      'zh-Hans': '补译文字：CC BY 4.0，Glossator 编者。',
    },
  },
  from: 'zh-cac',
  version: '1.0.0',
  released: '2026-11-30',
  labels: /^\(\d+\)/u,
  texts: {
    '4.1.0': '(1) Firmly defending sovereignty in cyberspace',
    '4.1.1.1':
      'On the basis of the Constitution and of laws and regulations, manage online activities within the scope of our country’s sovereignty, protect the security of our country’s information facilities and information resources, and take all measures, including economic, administrative, scientific and technological, legal, diplomatic and military ones, to unswervingly safeguard our country’s sovereignty in cyberspace.',
    '4.1.1.2':
      'Resolutely oppose all acts that use the network to subvert our country’s state power or to undermine our country’s national sovereignty.',
    '4.2.0': '(2) Resolutely safeguarding national security',
    '4.2.1.1':
      'Prevent, stop and punish according to law any act of using the network to commit treason, to split the country, to incite rebellion, or to subvert, or incite the subversion of, the state power of the people’s democratic dictatorship; prevent, stop and punish according to law acts of using the network to steal or divulge state secrets and other such acts endangering national security; prevent, stop and punish according to law the infiltration, sabotage, subversion and secession in which forces outside the borders engage by using the network.',
    '4.3.0': '(3) Protecting critical information infrastructure',
    '4.3.1.1':
      'National critical information infrastructure refers to information facilities that bear on national security, the national economy and the people’s livelihood, and that, once their data are leaked, or they are damaged or lose their function, may gravely endanger national security or the public interest, including but not limited to basic information networks that provide public telecommunications, radio and television transmission and other such services, important information systems in areas such as energy, finance, transportation, education, scientific research, water conservancy, industrial manufacturing, healthcare, social security and public utilities, as well as those of state organs, important Internet application systems, etc.',
    '4.3.1.2':
      'Take all necessary measures to protect critical information infrastructure and its important data from attack and destruction.',
    '4.3.1.3':
      'Persist in giving equal weight to technology and management and in pursuing protection and deterrence together, focus on identification, protection, detection, early warning, response, handling and other such links, establish and implement a system for the protection of critical information infrastructure, increase input in areas such as management, technology, talent and funding, adopt comprehensive measures according to law, and effectively strengthen the security protection of critical information infrastructure.',
    '4.3.2.1':
      'The protection of critical information infrastructure is the common responsibility of government, enterprises and all of society; the units and organizations that are in charge of it or operate it must, as laws and regulations, rules and standards require, take necessary measures to ensure the security of critical information infrastructure, and progressively realize assessment before use.',
    '4.3.2.2': 'Strengthen the risk assessment of critical information infrastructure.',
    '4.3.2.3':
      'Strengthen the security protection of the websites of Party and government organs and of websites in key areas; the websites of grass-roots Party and government organs are to be built, operated and managed on a consolidated model.',
    '4.3.2.4':
      'Establish mechanisms for the orderly sharing of cybersecurity information among government, sectors and enterprises, and give full rein to the important role of enterprises in protecting critical information infrastructure.',
    '4.3.3.1':
      'Persist in opening up to the outside world, and safeguard cybersecurity on the footing of an open environment.',
    '4.3.3.2':
      'Establish and implement a cybersecurity review system, strengthen the management of supply chain security, conduct security reviews of the important information technology products and services that Party and government organs and key sectors procure and use, raise the security and controllability of products and services, and prevent the providers of products and services and other organizations from using their advantages in information technology to engage in unfair competition or to harm the interests of users.',
    '4.4.0': '(4) Strengthening the building of online culture',
    '4.4.1.1':
      'Strengthen the building of ideological and cultural positions online, forcefully foster and practise the core socialist values, implement the online content construction project, develop a positive and uplifting online culture, spread positive energy, gather a powerful spiritual force, and create a good online atmosphere.',
    '4.4.1.2':
      'Encourage the expansion of new business and the creation of new products, forge online cultural brands that embody the spirit of the times, and constantly raise the scale and level of the online culture industry.',
    '4.7.0': '(7) Consolidating the foundations of cybersecurity',
    '4.7.1.2':
      'Attach importance to software security, and accelerate the spread and application of secure and trustworthy products.',
  },
  parts: {
    // What is left of the sentence renders 传统文化和当代文化精品 and follows on this.
    '4.4.1.3': {
      chinese: ['实施中华优秀传统文化网上传播工程，积极推动优秀', '的数字化、网络化制作和传播'],
      text: 'Implement the project for the online dissemination of excellent traditional Chinese culture, and vigorously promote the production and dissemination, in digital and networked form, of excellent',
    },
    // The copy closes the sentence before it.
    '4.7.1.1': {
      chinese: ['尽快在核心技术上取得突破'],
      text: 'and achieve breakthroughs in core technologies as quickly as possible.',
    },
  },
  notes,
  terms,
};
