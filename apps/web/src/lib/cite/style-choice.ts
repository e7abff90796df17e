import type { WrittenCitationView } from '@glossator/contract';

export type StyleName = WrittenCitationView['style'];

export const styleCookie = 'cite';

export const styles = [
  'chicago-note',
  'chicago-bibliography',
  'apa',
  'oscola',
  'bluebook',
  'gbt7714',
] as const satisfies readonly StyleName[];

export const asStyle = (value: string | undefined, locale: string): StyleName =>
  styles.find((style) => style === value) ?? (locale === 'en' ? 'chicago-note' : 'gbt7714');
