import type { Locale } from '@glossator/contract';

/** One of the interface's languages, or undefined. */
export function asLocale(value: string | null | undefined): Locale | undefined {
  return value === 'en' || value === 'zh-Hans' ? value : undefined;
}
