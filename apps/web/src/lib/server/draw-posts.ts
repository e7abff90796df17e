import type { Board } from '@glossator/contract';
import { dayWord } from '#lib/board/day-word.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dayChart } from './charts/day-chart.ts';
import type { Pictures } from './charts/draw-tables.ts';

/** More columns than this would be too narrow to be seen: the latest are drawn. */
const most = 62;
const dayLength = 86_400_000;

const dayIn = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(iso));

/** Every day from one to another, both named like `2026-03-09`. */
function daysBetween(first: string, last: string): string[] {
  const end = Date.parse(last);
  const days: string[] = [];
  for (let at = Date.parse(first); at <= end; at += dayLength)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** What was written day by day up to the deadline, drawn for a phone and for more; null where nothing was. */
export async function drawPosts({ posts, assignment }: Board): Promise<Pictures | null> {
  const [first, last] = [posts[0], posts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const due = assignment.due === null ? null : dayIn(assignment.due, assignment.zone);
  const byDay = new Map(posts.map((each) => [each.day, each]));
  const days = daysBetween(first.day, due !== null && due > last.day ? due : last.day)
    .slice(-most)
    .map((day) => {
      const { notes = 0, replies = 0, late = 0 } = byDay.get(day) ?? {};
      return {
        label: dayWord(day, getLocale()),
        onTime: notes + replies - late,
        late,
        isDue: day === due,
      };
    });
  const [narrow, wide] = await Promise.all(
    [340, 760].map((width) => dayChart(days, width, m.board_posts_due())),
  );
  return { narrow: narrow ?? '', wide: wide ?? '' };
}
