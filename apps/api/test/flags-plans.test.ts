import { afterAll, beforeAll, expect, test } from 'vitest';
import * as flags from '../src/features/flags/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
const person = '00000000-0000-0000-0000-000000000001';

beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    insert into person (id, name) select md5('p' || n)::uuid, 'P' from generate_series(1, 4000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select id, id || '@x', id || '@x', '-', 'en' from person;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select p.id, u.work_id, l.id, 'segment', u.uid, u.uid, p.id
      from person p, layer l, (select * from unit where kind = 'sentence' limit 1) u
      where l.kind = 'public';
    insert into annotation (id, thread_id, author_id, post_key) select id, id, id, id from person;
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority)
      select a.id, t.work_id, a.id, a.author_id, 'flagged', 20
      from annotation a join thread t on t.id = a.thread_id;
    insert into flag (id, case_id, annotation_id, work_id, person_id, reason, words, revision, weight)
      select id, id, annotation_id, work_id, author_id, 'spam', '', 1, 1 from moderation_case;
    analyze`);
}, 60_000);
afterAll(() => stopApp(site));

const lastInstant = 'infinity';

test.each([
  ['what is known of a flagger', flags.flagFacts, [person, person, 20, 50]],
  ['what flags weigh together', flags.weightOf, [person]],
  ['one’s own of a note', flags.ownFlag, [person, person]],
  ['one’s own', flags.ownFlags, [person, lastInstant, person, 51]],
  ['outcomes not looked at', flags.unreadFlags, [person]],
  ['outcomes that are told among notices', flags.unreadOutcomes, [person, 10]],
  ['outcomes that are looked at', flags.readFlags, [person, lastInstant]],
  ['those of a case', flags.settleOpen, [person, 'upheld']],
  ['those to open again', flags.reopenFlags, [person]],
  ['who is to be told', flags.tellDue, [100]],
  ['who is to be mailed', flags.mailDue, [100]],
  ['those of somebody who leaves', flags.eraseFlags, [person]],
] as const)('%s: no whole table is read', async (_name, statement, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(
    `explain ${statement.text.replaceAll(/\$(\d+)/g, (_all, n: string) => {
      const value = values[Number(n) - 1];
      return typeof value === 'number' ? String(value) : `'${value ?? ''}'`;
    })}`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(/Seq Scan on (flag|moderation_case|annotation|thread|person|account)\b/);
});
