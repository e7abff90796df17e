import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { say, type Ground } from '../ground.ts';
import { percentile } from '../median.ts';
import type { Row } from '../report.ts';
import { openClassSite, type ClassSite, type Sent } from './site.ts';

const students = 400;
/** Milliseconds in which all of them write, and after which of them the work is due. */
const minute = 60_000;
const dueAfter = 45_000;
/** Notes of one student alone, within their own limit; the first of them warm the server. */
const alone = 55;
const warming = 15;
const pause = 400;

const requireTaken = ({ status }: Sent): void => {
  if (status !== 201) throw new Error(`a note of the class was answered ${String(status)}`);
};

async function idle({ one }: ClassSite): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < alone; n += 1) {
    const sent = await one(n, `What one student thinks of it alone, for the ${String(n)}th time.`);
    requireTaken(sent);
    if (n >= warming) times.push(sent.ms);
    await sleep(pause);
  }
  return times;
}

/** Each writes once, at a moment of their own; `due` lies among them. */
async function rush({ students: writers, owner, assignment }: ClassSite) {
  const client = new pg.Client(owner);
  await client.connect();
  const begun = Date.now();
  const due = new Date(begun + dueAfter);
  await client.query('update assignment set due_at = $2 where id = $1', [assignment, due]);
  const sent = await Promise.all(
    writers.map(async (write, n) => {
      // Spread as by chance, and the same in each run.
      await sleep(((n * 7_919) % students) * (minute / students));
      return write(n, `What student ${String(n)} has to say of it in the last minute of all.`);
    }),
  );
  for (const each of sent) requireTaken(each);
  await check(client, assignment, due, sent);
  await client.end();
  return sent;
}

interface Kept extends Record<string, unknown> {
  readonly author: string;
  readonly at: Date;
  readonly late: boolean;
  readonly opened: boolean;
}

/** Nothing is lost, each clause has opened to its author, and late is what was taken in after the moment. */
async function check(
  client: pg.Client,
  assignment: string,
  due: Date,
  sent: readonly Sent[],
): Promise<void> {
  const { rows } = await client.query<Kept>(
    `select a.author_id as author, r.written_at as at, r.written_at > s.due_at as late, exists (
       select from assignment_opening o where o.assignment_id = s.id and o.person_id = a.author_id
         and o.uid = t.from_uid and o.cause = 'count') as opened
     from assignment s
     join layer l on l.assignment_id = s.id and l.part = 'clause'
     join thread t on t.layer_id = l.id
     join annotation a on a.thread_id = t.id
     join revision r on r.annotation_id = a.id and r.number = 1
     where s.id = $1 and a.author_id <> md5('person0')::uuid`,
    [assignment],
  );
  const kept = new Map(rows.map((row) => [row.author, row]));
  if (rows.length !== sent.length || kept.size !== sent.length)
    throw new Error(`${String(rows.length)} notes of ${String(sent.length)} stand there`);
  const wrong = rows.filter(({ at, late, opened }) => !opened || late !== at > due);
  if (wrong.length > 0) throw new Error(`${String(wrong.length)} notes were judged wrongly`);
  const onTime = sent.filter(({ until }) => until < due.getTime()).length;
  const tooLate = sent.filter(({ from }) => from > due.getTime()).length;
  const late = rows.filter((row) => row.late).length;
  if (late < tooLate || late > sent.length - onTime)
    throw new Error(`${String(late)} notes are late, of ${String(tooLate)} sent after the moment`);
  say(`${String(late)} of ${String(sent.length)} notes came after the moment and are late.`);
}

/** A class that writes in the last minute, beside one of its students alone. */
export async function classRows(ground: Ground): Promise<Row[]> {
  const site = await openClassSite(ground, students);
  try {
    say(`${String(alone)} notes of one student, then ${String(students)} students in one minute.`);
    const quiet = await idle(site);
    const sent = await rush(site);
    const times = sent.map(({ ms }) => ms);
    return [
      {
        what: `class: a note, ${String(students)} students write in the minute it is due, p99`,
        unit: 'ms',
        ours: percentile(times, 0.99),
        beside: 'one alone, p99',
        theirs: percentile(quiet, 0.99),
        wanted: { of: 'ratio', most: 3 },
      },
      {
        what: 'class: notes of that minute that stand there',
        unit: 'notes',
        ours: sent.length,
        beside: 'sent',
        theirs: students,
        wanted: { of: 'ratio', least: 1 },
      },
    ];
  } finally {
    site.server.stop();
  }
}
