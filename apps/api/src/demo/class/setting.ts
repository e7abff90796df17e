import type { ClassForm } from '@glossator/contract';
import type { Role } from '../cast.ts';

export const setting: ClassForm = {
  name: 'Reading policy in two languages (demo)',
  description:
    'We read a strategy sentence by sentence, in Chinese and in English, and argue from its words. 逐句读原文和译文，凭词句立论。',
  zone: 'Asia/Shanghai',
};

export const instructor: Role = 'ines';
export const assistant: Role = 'chen';

/** Students by their groups. */
export const groups: readonly { readonly name: string; readonly students: readonly Role[] }[] = [
  { name: 'Group 1 · 第一组', students: ['lin', 'mina', 'tomas', 'amara'] },
  { name: 'Group 2 · 第二组', students: ['yu', 'clara', 'hao', 'leila'] },
];
