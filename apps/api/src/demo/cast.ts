import type { Locale } from '@glossator/contract';

/** Made-up people. Each is labelled, so that nobody takes their words for somebody's. */
export const cast = {
  ines: { name: 'Inés Robledo (demo)', locale: 'en' },
  chen: { name: '陈思远（演示）', locale: 'zh-Hans' },
  noor: { name: 'Noor Haddad (demo)', locale: 'en' },
  lin: { name: '林晓（演示）', locale: 'zh-Hans' },
} as const satisfies Record<string, { readonly name: string; readonly locale: Locale }>;

export type Role = keyof typeof cast;
/** No mail reaches this domain: it is reserved for names that lead nowhere. */
export const addressOf = (role: Role): string => `${role}@demo.invalid`;
