import type { ClassRole } from './class-rules.ts';

export const rosterColumns = ['email', 'name', 'role', 'group'] as const;
export type RosterColumn = (typeof rosterColumns)[number];

// As spreadsheets and school systems head them, in both languages; compared without spaces and hyphens.
const headers: Readonly<Record<RosterColumn, readonly string[]>> = {
  email: [
    ...['email', 'mail', 'emailaddress', 'mailaddress', 'address'],
    ...['邮箱', '电子邮箱', '邮箱地址', '电子邮件', '电子邮件地址', '邮件', '邮件地址', '电邮'],
  ],
  name: ['name', 'fullname', 'studentname', 'student', '姓名', '名字', '名称', '学生姓名'],
  role: ['role', '角色', '身份'],
  group: ['group', 'groupname', 'team', 'section', '小组', '分组', '组别', '组', '组名'],
};

const roles: Readonly<Record<ClassRole, readonly string[]>> = {
  student: ['student', 'learner', '学生', '学员'],
  assistant: ['assistant', 'teachingassistant', 'ta', '助教'],
  instructor: ['instructor', 'teacher', 'lecturer', '教师', '老师', '讲师'],
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_\-‐‑]/gu, '');

function read<Word extends string>(
  words: Readonly<Record<Word, readonly string[]>>,
  text: string,
): Word | null {
  const found = Object.entries<readonly string[]>(words).find(([, all]) =>
    all.includes(plain(text)),
  );
  return found === undefined ? null : (found[0] as Word);
}

/** Which column a heading names; null for one that says nothing to us. */
export const rosterColumn = (heading: string): RosterColumn | null => read(headers, heading);

export const rosterRole = (text: string): ClassRole | null => read(roles, text);
