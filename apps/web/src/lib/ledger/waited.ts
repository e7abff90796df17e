const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Whole seconds in the two greatest units that matter: `2 days, 3 hours`; at least a minute. */
export function waitedWords(seconds: number, locale: string): string {
  let left = Math.max(60, seconds);
  const parts: string[] = [];
  for (const [unit, length] of units) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0)
      parts.push(
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
      );
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(locale.startsWith('zh') ? '' : ', ');
}
