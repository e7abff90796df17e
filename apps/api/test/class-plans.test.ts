import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as groups from '../src/features/classes/group-statements.ts';
import * as classes from '../src/features/classes/statements.ts';
import * as rosters from '../src/features/rosters/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on two thousand classes of thirty: a sequential scan would be chosen where
 * no index served.
 */
let site: TestApp;
const growing = [
  'class',
  'class_member',
  'class_code',
  'class_group',
  'class_group_member',
  'class_invitation',
  'account',
  'person',
];
const person = randomUUID();
const one = randomUUID();

async function fill(client: pg.Client): Promise<void> {
  await client.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 20000) n;
     insert into person (id, name) values ('${person}', 'Mia');
     insert into class (id, name, zone)
       select md5('c' || n)::uuid, 'C' || n, 'UTC' from generate_series(1, 2000) n;
     insert into class (id, name, zone) values ('${one}', 'One', 'UTC');
     insert into class_member (class_id, person_id, role)
       select md5('c' || c)::uuid, md5('p' || (c * 30 + n) % 20000 + 1)::uuid, 'student'
       from generate_series(1, 2000) c, generate_series(1, 30) n on conflict do nothing;
     insert into class_member (class_id, person_id, role)
       select id, '${person}', 'instructor' from class;
     insert into class_code (class_id, code, ends_at, places)
       select md5('c' || n)::uuid, translate(upper(lpad(to_hex(n), 8, '0')), 'ILOU', 'WXYZ'),
         now() + interval '1 day', 9 from generate_series(1, 2000) n;
     insert into class_group (id, class_id, name)
       select md5('g' || c || ' ' || n)::uuid, md5('c' || c)::uuid, 'G' || n
       from generate_series(1, 2000) c, generate_series(0, 4) n;
     insert into class_group_member (class_id, person_id, group_id)
       select class_id, person_id, min(g.id::text)::uuid
       from class_member m join class_group g using (class_id) where m.role = 'student'
       group by 1, 2;
     insert into account (person_id, email, email_key, password_hash, locale)
       select id, id || '@x', id || '@x', '-', 'en' from person;
     insert into class_invitation
       (id, class_id, email, email_key, name, role, token_hash, expires_at, invited_by)
       select md5('i' || n)::uuid, md5('c' || n % 2000 + 1)::uuid, n || '@x', n || '@x', 'N', 'student',
         sha256(n::text::bytea), now() + interval '1 day', md5('p' || n % 20000 + 1)::uuid
       from generate_series(1, 20000) n;
     analyze;`,
  );
}
beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
}, 120_000);
afterAll(() => stopApp(site));

const newest = ['9999-12-31T23:59:59.999999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

test.each([
  ['the classes of a person', classes.classesOf, [person, ...newest, 51, null]],
  ['a class', classes.classSeenBy, [one, person]],
  ['its staff', classes.staffOf, [one]],
  ['how many are in it', classes.countMembers, [one]],
  ['how many somebody teaches', classes.countInstructed, [randomUUID()]],
  ['its people', classes.membersOf, [one]],
  ['one of them', classes.memberOfClass, [one, person]],
  ['its code', classes.codeOf, [one]],
  ['where a code leads', classes.classByCode, ['00000001']],
  ['a place that is taken', classes.takePlace, ['00000001']],
  ['its groups', groups.groupsOf, [one]],
  ['one of its groups', groups.groupOf, [one, randomUUID()]],
  ['who is divided', groups.studentsToDivide, [one, true]],
  ['who leaves a group', groups.leaveGroup, [one, person]],
  ['a group that ends', groups.endGroup, [one, randomUUID()]],
  ['people by their addresses', rosters.membersByAddress, [one]],
  ['who was invited', rosters.invitedOf, [one]],
  ['letters in a day', rosters.countInvitations, [randomUUID()]],
  ['a letter', rosters.invitationByToken, ['x']],
  ['a letter that is withdrawn', rosters.dropInvitation, [one, randomUUID()]],
  ['invitations of somebody who goes', rosters.eraseInvitations, [randomUUID(), 'x']],
  ['invitations by somebody who goes', rosters.forgetInviter, [randomUUID()]],
  ['a roster as a table', rosters.rosterRows, [one]],
  ['classes whose only instructor goes', classes.archiveOrphans, [randomUUID()]],
  ['memberships of somebody who goes', classes.eraseMemberships, [randomUUID()]],
] as const)('%s', async (_name, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
  const scans = rows
    .map((row) => row['QUERY PLAN'])
    .filter((line) => growing.some((table) => line.includes(`Seq Scan on ${table} `)));
  expect(scans).toEqual([]);
});
