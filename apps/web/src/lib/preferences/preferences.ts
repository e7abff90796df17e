export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';
export const viewCookie = 'view';
export const keysCookie = 'keys';
/** `on`: others do not see that one is writing an answer. */
export const quietCookie = 'quiet';
export const yearInSeconds = 365 * 24 * 3600;

export function asTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'auto';
}

/** `both`, or the primary language whose edition stands alone. */
export function asView(value: string | null | undefined): string {
  return value !== null && value !== undefined && /^[a-z]{2,8}$/.test(value) ? value : 'both';
}

/** Preferences that script sets; they hold no secret and the server reads them. */
export function rememberInBrowser(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${String(yearInSeconds)}; samesite=lax`;
}
