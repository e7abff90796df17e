import type { PartialDate } from './item.ts';

/** Year, month and day, as many as are known; null where it is no date. */
export type DateParts =
  readonly [number] | readonly [number, number] | readonly [number, number, number];

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

export function dateParts(date: PartialDate | null): DateParts | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date ?? '');
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map((part) => (part === '' ? undefined : part));
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? NaN), Number(day ?? NaN)];
  if (month === undefined) return [y];
  if (m < 1 || m > 12) return null;
  if (day === undefined) return [y, m];
  return d < 1 || d > daysIn(y, m) ? null : [y, m, d];
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthName = (month: number): string => months[month - 1] ?? '';

/** Bluebook, table T12. */
const shortMonth = (month: number): string => {
  const name = monthName(month);
  return month === 9 ? 'Sept.' : name.length > 4 ? `${name.slice(0, 3)}.` : name;
};

/** `November 30, 2026` */
export function americanDate(parts: DateParts): string {
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  return day === undefined ? `${monthName(month)} ${year}` : `${monthName(month)} ${day}, ${year}`;
}

/** `Nov. 30, 2026` */
export function bluebookDate(parts: DateParts): string {
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  return day === undefined
    ? `${shortMonth(month)} ${year}`
    : `${shortMonth(month)} ${day}, ${year}`;
}

/** `30 November 2026` */
export function britishDate(parts: DateParts): string {
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  return `${day === undefined ? '' : `${day} `}${monthName(month)} ${year}`;
}

/** `2026, November 30` */
export function apaDate(parts: DateParts): string {
  const [year, month, day] = parts;
  if (month === undefined) return String(year);
  return `${year}, ${monthName(month)}${day === undefined ? '' : ` ${day}`}`;
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** `2026-11-30`, or with another mark between. */
export const numericDate = (parts: DateParts, mark = '-'): string =>
  parts.map((part, i) => padded(part, i === 0 ? 4 : 2)).join(mark);
