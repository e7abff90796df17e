import type { Locale } from '@glossator/contract';

/** Each language under its own name. */
export const locales = [
  { tag: 'en', own: 'English', short: 'EN' },
  { tag: 'zh-Hans', own: '简体中文', short: '中文' },
] as const satisfies readonly { tag: Locale; own: string; short: string }[];
