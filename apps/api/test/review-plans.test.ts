import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as margin from '../src/features/review/margin-statements.ts';
import * as rounds from '../src/features/review/round-statements.ts';
import * as standing from '../src/features/review/standing-statements.ts';
import * as submissions from '../src/features/review/submission-statements.ts';
import * as tell from '../src/features/review/tell-statements.ts';
import * as views from '../src/features/review/view-statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/* Read with their plans on twenty thousand commentaries under review, each with two rounds. */
let site: TestApp;
const growing = [
  ...['commentary', 'commentary_author', 'commentary_part', 'commentary_revision'],
  ...['commentary_submission', 'submission_part', 'commentary_round', 'commentary_reviewer'],
  ...['commentary_decision', 'commentary_contributor', 'person', 'account'],
  ...['review_thread', 'review_note'],
];

beforeAll(async () => {
  site = await startApp();
  await site.owner.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 5000) n;
     insert into account (person_id, email, email_key, password_hash, locale)
       select id, id || '@x', id || '@x', '-', 'en' from person where name ~ '^P';
     insert into site_role (person_id, role)
       select md5('p' || n)::uuid, 'editor' from generate_series(1, 5) n;
     insert into commentary_slug select 's' || n from generate_series(1, 20000) n;
     insert into commentary (id, work_id, slug, title, language, state, stands_since)
       select md5('c' || n)::uuid, w.id, 's' || n, 'C', 'en',
         (array['submitted', 'in-review', 'declined', 'published'])[n % 4 + 1], now() - n * interval '1 minute'
       from generate_series(1, 20000) n, (select min(id) as id from work) w;
     insert into commentary_author (commentary_id, person_id, role, state)
       select md5('c' || n)::uuid, md5('p' || n % 5000 + 1)::uuid, 'lead', 'active'
       from generate_series(1, 20000) n;
     insert into commentary_contributor (commentary_id, n, kind, family)
       select md5('c' || n)::uuid, 1, 'person', 'F' from generate_series(1, 20000) n;
     insert into commentary_part (id, commentary_id, kind, position, post_key)
       select md5('t' || n)::uuid, md5('c' || n)::uuid, 'essay', 1, gen_random_uuid()
       from generate_series(1, 20000) n;
     insert into commentary_revision (part_id, number, label, title, body, words, author_id)
       select md5('t' || n)::uuid, 1, '', '', 'x', 1, md5('p' || n % 5000 + 1)::uuid
       from generate_series(1, 20000) n;
     insert into commentary_submission (id, commentary_id, n, front)
       select md5('s' || n || ' ' || m)::uuid, md5('c' || n)::uuid, m, '{}'
       from generate_series(1, 20000) n, generate_series(1, 2) m;
     insert into submission_part (submission_id, n, part_id, revision)
       select md5('s' || n || ' 1')::uuid, 1, md5('t' || n)::uuid, 1 from generate_series(1, 20000) n;
     insert into commentary_round (id, commentary_id, n, submission_id, names, closed_at)
       select md5('r' || n || ' ' || m)::uuid, md5('c' || n)::uuid, m, md5('s' || n || ' ' || m)::uuid,
         'open', case when m = 1 then now() end
       from generate_series(1, 20000) n, generate_series(1, 2) m;
     insert into commentary_reviewer (id, round_id, n, person_id, state)
       select md5('w' || n || ' ' || m)::uuid, md5('r' || n || ' 2')::uuid, m,
         md5('p' || (n + m) % 5000 + 1)::uuid, 'accepted'
       from generate_series(1, 20000) n, generate_series(1, 2) m;
     insert into review_thread (id, round_id, part_id, revision, reviewer_id, audience)
       select md5('h' || n)::uuid, md5('r' || n || ' 2')::uuid, md5('t' || n)::uuid, 1,
         md5('w' || n || ' 1')::uuid, 'authors' from generate_series(1, 20000) n;
     insert into review_note (id, thread_id, n, round_id, written_as, author_id, body, post_key)
       select md5('k' || n || ' ' || m)::uuid, md5('h' || n)::uuid, m, md5('r' || n || ' 2')::uuid, 'reviewer',
         md5('p' || (n + 1) % 5000 + 1)::uuid, 'x', gen_random_uuid()
       from generate_series(1, 20000) n, generate_series(1, 2) m;
     insert into commentary_decision
       (id, commentary_id, n, kind, from_state, to_state, from_next, to_next, actor_id, actor_role)
       select gen_random_uuid(), md5('c' || n)::uuid, m, 'submit', 'draft', 'submitted', 'first', 'first',
         md5('p' || n % 5000 + 1)::uuid, 'lead'
       from generate_series(1, 20000) n, generate_series(1, 2) m;
     analyze;`,
  );
}, 180_000);
afterAll(() => stopApp(site));

const md5 = async (word: string): Promise<string> =>
  (await site.owner.query<{ id: string }>('select md5($1)::uuid as id', [word])).rows[0]?.id ?? '';
const some = randomUUID();
const first = ['0001-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'];
const last = ['9999-12-31T23:59:59.999999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

test.each([
  ['where one stands', standing.standingOf, (id: string) => [id, some]],
  ['what was decided', standing.pastDecisions, (id: string) => [id]],
  ['the open round', standing.openRoundOf, (id: string) => [id]],
  ['closing it', standing.closeRound, (id: string) => [id]],
  ['what was handed in last', standing.lastSubmission, (id: string) => [id]],
  ['whether it is complete', submissions.readiness, (id: string) => [id]],
  ['pinning its parts', submissions.pinParts, (id: string) => [some, id]],
  ['what was handed in', submissions.partsHandedIn, () => [some, 0, 21]],
  ['how its parts are cited', submissions.labelsHandedIn, () => [some]],
  ['its rounds', rounds.roundsOf, (id: string) => [id, some, null]],
  ['their reviewers', rounds.reviewersOf, () => [[some]]],
  ['who writes it', rounds.writesIt, (id: string) => [id, some]],
  ['who decides on it', rounds.decidesOnIt, (id: string) => [id, some]],
  ['the margins of rounds', margin.threadsIn, () => [some, [some], null]],
  ['the margins of parts', margin.threadsIn, () => [some, [some], [some]]],
  ['one thread of a margin', margin.threadOf, (id: string) => [some, some, id]],
  ['the notes of threads', margin.notesIn, () => [[some]]],
  ['the thread of a note', margin.threadOfNote, () => [some]],
  ['what a form has written', margin.noteByKey, () => [some, some]],
  ['how much one wrote in a round', margin.notesWritten, () => [some, some]],
  ['one part of what was handed in', margin.partHandedIn, () => [some, some]],
  ['parts as they were before', margin.partsBefore, () => [some, [some]]],
  ['telling authors', margin.tellMargins, () => [some]],
  ['changing a note', margin.changeNote, () => [some, 'x']],
  ['removing a note', margin.removeNote, () => [some, true]],
  ['dealing with a thread', margin.settleThread, () => [some, true]],
  ['its decisions', views.decisionsBefore, (id: string) => [id, 2_147_483_647, 51]],
  ['a submission', views.submissionOf, (id: string) => [id, null]],
  ['what waits for editors', views.standingIn, () => ['submitted', some, ...first, 51]],
  ['how many stand where', views.countStanding, () => [['submitted', 'accepted'], 100]],
  ['what one reviews', views.reviewsOf, () => [some, ...last, 51]],
  ['which authors are told', tell.authorsToTell, (id: string) => [id]],
  ['which editors are told', tell.editorsToTell, (id: string) => [id]],
  ['which reviewer is told', tell.personToTell, () => [some]],
] as const)('%s: no whole table is read', async (_, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [
    ...values(await md5('c7')),
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const scanned = [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table);
  expect(
    scanned.filter((table) => growing.some((each) => each === table)),
    plan,
  ).toEqual([]);
});
