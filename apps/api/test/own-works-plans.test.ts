import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../src/db/client.ts';
import { circleOfWork, worksGivenTo } from '../src/features/own-works/circle.ts';
import * as own from '../src/features/own-works/statements.ts';
import { readSessionStatement } from '../src/features/sessions/repository.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/* Lists of what people brought, on a site where twenty thousand people brought something. */

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    set session_replication_role = replica;
    insert into person (id, name) select md5('p' || n)::uuid, 'P' from generate_series(1, 20000) n;
    insert into session (id, person_id, device) select id, id, '' from person;
    insert into class (id, name, zone) select id, 'C', 'UTC' from person;
    insert into class_member (class_id, person_id, role) select id, id, 'instructor' from person;
    insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing,
        owner_id, brought_at, rights_statement, offered_at, assented_at, withdrawn_at, withdrawal_reason)
      select 'w' || n, 'w' || n, '', '{}', '{}', '2026-01-01', '[]', '{}', false, s.standing,
        md5('p' || n)::uuid, now() - make_interval(secs => n), 'Ours.',
        case when s.standing = 'offered' then now() - make_interval(secs => n) end,
        case when s.standing in ('public', 'withdrawn') then now() - make_interval(secs => n) end,
        case when s.standing = 'withdrawn' then now() - make_interval(secs => n) end,
        case when s.standing = 'withdrawn' then 'law' end
      from generate_series(1, 20000) n
      cross join lateral (select (array['private', 'private', 'private', 'private', 'private',
        'private', 'private', 'offered', 'public', 'withdrawn'])[n % 10 + 1] as standing) s;
    insert into work_class (work_id, class_id) select id, owner_id from work where owner_id is not null;
    insert into work_step (id, work_id, action, as_owner)
      select gen_random_uuid(), id, 'offer', true from work;
    set session_replication_role = default;
    analyze`);
}, 120_000);
afterAll(() => stopApp(site));

const person = '83878c91-171e-3890-2e0f-e0fb97a8c47a';
const lists: readonly (readonly [string, Statement, readonly (string | number)[]])[] = [
  ['one’s own texts', own.worksOwned, [person, 'infinity', 2147483647, 51]],
  ['what is offered', own.worksOffered, ['-infinity', 0, 51]],
  ['what became public', own.worksAssented, ['infinity', 2147483647, 51]],
  ['what was withdrawn', own.worksWithdrawn, ['infinity', 2147483647, 51]],
  ['a text by its name', own.workStanding, ['w1']],
  ['what was decided', own.stepsOf, [1]],
  ['the classes of a text', own.classesOfWork, [1]],
  ['the texts of a class', own.textsOfClass, [person, person]],
  ['the texts of a class that somebody reads', worksGivenTo, [person, '{1,2,3}']],
  ['who reads a text', circleOfWork, [1, person, person]],
  ['a session, with what its person may read', readSessionStatement, [person]],
];

test.each(lists)('%s: no whole table is read', async (_name, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(
    `explain ${text.replaceAll(/\$(\d+)/g, (_all, n: string) => {
      const value = values[Number(n) - 1] ?? '';
      return typeof value === 'number' ? String(value) : `'${value}'`;
    })}`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(
    /Seq Scan on (work|work_class|work_step|class|class_member|person|session)\b/,
  );
});
