const shape = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;

/** A language tag as it is written (`zh-Hans` for `zh-hans`); null for what names no language. */
export function languageTag(tag: string): string | null {
  if (!shape.test(tag)) return null;
  try {
    const [canonical = null] = Intl.getCanonicalLocales(tag);
    return canonical === 'und' ? null : canonical;
  } catch {
    return null;
  }
}
