import type { CreditRole, PartKind } from '@glossator/domain';
import { isChinese } from '@glossator/domain/cite';

/** What is told of a release that another was begun from. */
export interface OriginWords {
  readonly title: string;
  readonly number: string;
  readonly by: string;
  readonly licence: string;
  readonly sha256: string;
}

const en = {
  contents: 'Contents',
  about: 'About this release',
  release: (number: string) => `Release ${number}`,
  on: 'A commentary on',
  address: 'Permanent address',
  cite: 'Cite as',
  licence: 'Licence',
  reserved: 'All rights reserved',
  review: 'Review',
  interests: 'Interests',
  thanks: 'Quotes notes of',
  reader: 'a reader who is not named',
  change: 'Changes',
  basedOn: 'Based on',
  origin: ({ title, number, by, licence, sha256 }: OriginWords) =>
    `${by === '' ? '' : `${by}: `}${title}, release ${number}. ${licence}. SHA-256 ${sha256}.`,
  abstract: 'Abstract',
  editions: 'Text commented on',
  version: (number: string) => `version ${number}`,
  digest: 'SHA-256 of the document',
  later: 'Whether it was corrected or retracted since is told at its permanent address.',
  apparatus: (number: string) => `apparatus ${number}`,
  notes: 'Notes',
  back: 'Back to where the text calls note',
  cover: 'Title page',
  kind: { introduction: 'Introduction', essay: 'Essay', entry: 'Entry' } as Readonly<
    Record<PartKind, string>
  >,
  role: {
    conceptualization: 'conceptualization',
    'data-curation': 'data curation',
    'formal-analysis': 'formal analysis',
    'funding-acquisition': 'funding acquisition',
    investigation: 'investigation',
    methodology: 'methodology',
    'project-administration': 'project administration',
    resources: 'resources',
    software: 'software',
    supervision: 'supervision',
    validation: 'validation',
    visualization: 'visualization',
    'writing-original-draft': 'writing – original draft',
    'writing-review-editing': 'writing – review & editing',
  } as Readonly<Record<CreditRole, string>>,
};

const zh: typeof en = {
  contents: '目录',
  about: '关于本发布版',
  release: (number) => `发布版 ${number}`,
  on: '评注对象',
  address: '永久地址',
  cite: '引用格式',
  licence: '许可协议',
  reserved: '保留所有权利',
  review: '评审',
  interests: '利益关系',
  thanks: '引用了以下读者的注解',
  reader: '一位未署名的读者',
  change: '变更',
  basedOn: '依据',
  origin: ({ title, number, by, licence, sha256 }) =>
    `${by === '' ? '' : `${by}：`}《${title.replaceAll(/^《|》$/g, '')}》，发布版 ${number}。${licence}。SHA-256 ${sha256}。`,
  abstract: '摘要',
  editions: '所评文本',
  version: (number) => `版本 ${number}`,
  digest: '文档的 SHA-256',
  later: '此后是否更正或撤回，见其永久地址。',
  apparatus: (number) => `校勘记 ${number}`,
  notes: '注释',
  back: '返回正文引注处：注',
  cover: '题名页',
  kind: { introduction: '导言', essay: '专论', entry: '条目' },
  role: {
    conceptualization: '概念构思',
    'data-curation': '数据管理',
    'formal-analysis': '形式分析',
    'funding-acquisition': '经费获取',
    investigation: '调查研究',
    methodology: '研究方法',
    'project-administration': '项目管理',
    resources: '资源提供',
    software: '软件',
    supervision: '指导',
    validation: '验证',
    visualization: '可视化',
    'writing-original-draft': '初稿写作',
    'writing-review-editing': '审阅与修订',
  },
};

/** The words of a file's frame, in the language of the commentary: Chinese, or English for all others. */
export const say = (language: string): typeof en => (isChinese({ language }) ? zh : en);
