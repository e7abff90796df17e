import type { Locale } from '@glossator/contract';

interface Part {
  readonly name: string;
  readonly locale: Locale;
  /** `trusted`: their notes stand at once while the scene is set. `moderator`: keeps all works. */
  readonly as: 'trusted' | 'moderator' | 'newcomer';
}

/** Made-up people. Each is labelled, so that nobody takes their words for somebody's. */
export const cast = {
  mara: { name: 'Mara Lindqvist (demo)', locale: 'en', as: 'moderator' },
  wei: { name: '赵维（演示）', locale: 'zh-Hans', as: 'moderator' },
  ines: { name: 'Inés Robledo (demo)', locale: 'en', as: 'trusted' },
  chen: { name: '陈思远（演示）', locale: 'zh-Hans', as: 'trusted' },
  noor: { name: 'Noor Haddad (demo)', locale: 'en', as: 'trusted' },
  lin: { name: '林晓（演示）', locale: 'zh-Hans', as: 'trusted' },
  tomas: { name: 'Tomás Ferreira (demo)', locale: 'en', as: 'newcomer' },
  yu: { name: '余佳（演示）', locale: 'zh-Hans', as: 'newcomer' },
  clara: { name: 'Clara Okafor (demo)', locale: 'en', as: 'newcomer' },
  sam: { name: 'Sam Whitaker (demo)', locale: 'en', as: 'newcomer' },
  dan: { name: 'Daniel Brandt (demo)', locale: 'en', as: 'newcomer' },
  viktor: { name: 'Viktor Hale (demo)', locale: 'en', as: 'newcomer' },
  he: { name: '何小禾（演示）', locale: 'zh-Hans', as: 'newcomer' },
  petra: { name: 'Petra Novak (demo)', locale: 'en', as: 'newcomer' },
  jonas: { name: 'Jonas Weber (demo)', locale: 'en', as: 'newcomer' },
  mina: { name: 'Mina Sato (demo)', locale: 'en', as: 'newcomer' },
  omar: { name: 'Omar Rahimi (demo)', locale: 'en', as: 'newcomer' },
  amara: { name: 'Amara Diallo (demo)', locale: 'en', as: 'newcomer' },
  hao: { name: '周昊（演示）', locale: 'zh-Hans', as: 'newcomer' },
  leila: { name: 'Leila Farouk (demo)', locale: 'en', as: 'newcomer' },
} as const satisfies Record<string, Part>;

export type Role = keyof typeof cast;
/** No mail reaches this domain: it is reserved for names that lead nowhere. */
export const addressOf = (role: Role): string => `${role}@demo.invalid`;
