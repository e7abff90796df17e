import type { ClassRole } from '@glossator/domain';
import pg from 'pg';
import { makeDb, type Db } from '../db/client.ts';
import { eraseClassMemberships } from '../features/classes/erase.ts';
import { eraseFromCommentaries } from '../features/commentaries/erase.ts';
import { eraseDocxOf } from '../features/docx/erase.ts';
import { eraseGrades } from '../features/grading/erase.ts';
import { eraseOwnWorks } from '../features/own-works/erase.ts';
import { eraseInvitations } from '../features/rosters/invitations.ts';
import { classesOfTheirs, clearingClasses } from './clear-classes.ts';
import { addressesOfTheirs, clearingCommentaries, clearingReleases } from './clear-commentaries.ts';
import { clearing, counted } from './clear-statements.ts';
import { clearingTexts, textsOfTheirs } from './clear-texts.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly moderates: boolean;
  /** What they are in the class that they were put into first. */
  readonly inClass: ClassRole | null;
}

export async function demoPeople(pool: pg.Pool): Promise<readonly DemoPerson[]> {
  const { rows } = await pool.query<DemoPerson>(`
    select p.id, p.name, exists (select from moderator m where m.person_id = p.id) as moderates,
      (select m.role from class_member m where m.person_id = p.id and m.state = 'active'
        order by m.joined_at, m.class_id limit 1) as "inClass"
    from demo_person d join person p on p.id = d.person_id order by p.id`);
  return rows;
}

/** How many people have accounts who are neither made up nor administrators. */
export async function strangers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`
    select count(*)::integer as n from account c
    where not exists (select from demo_person d where d.person_id = c.person_id)
      and not exists (select from site_role r
        where r.person_id = c.person_id and r.role = 'administrator')`);
  return rows[0]?.n ?? 0;
}

/** What went, and what stays for good. */
export interface Gone {
  readonly people: number;
  /** Rows of the decision log about what they wrote and did: it is only ever appended to. */
  readonly decisions: number;
}

const isNamed = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23503';

/** Whom others' rows still name stays without a name, as everybody who leaves. */
async function dropPerson(client: pg.PoolClient, id: string): Promise<void> {
  await client.query('savepoint person');
  try {
    await client.query('delete from person where id = $1', [id]);
    await client.query('release savepoint person');
  } catch (error) {
    if (!isNamed(error)) throw error;
    await client.query('rollback to savepoint person');
    await client.query(
      `update person set state = 'erased', name = '', handle = 'gone.' || replace(id::text, '-', '')
       where id = $1`,
      [id],
    );
    await client.query('delete from demo_person where person_id = $1', [id]);
  }
}

async function leaveClasses(db: Db, id: string, email: string): Promise<void> {
  await eraseInvitations(db, id, email);
  await eraseGrades(db, id);
  await eraseClassMemberships(db, id);
}

/** Takes everything of the made-up people away. All or nothing. */
export async function clear(pool: pg.Pool): Promise<Gone> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: people } = await client.query<{ id: string; email: string }>(`
      select d.person_id as id, coalesce(c.email_key, '') as email
      from demo_person d left join account c on c.person_id = d.person_id order by 1`);
    const { rows } = await client.query<{ n: number }>(counted);
    await client.query(classesOfTheirs);
    await client.query(addressesOfTheirs);
    await client.query(textsOfTheirs);
    for (const statement of clearingReleases) await client.query(statement);
    for (const { id, email } of people) {
      await leaveClasses(makeDb(client), id, email);
      await eraseDocxOf(makeDb(client), id);
      await eraseFromCommentaries(makeDb(client), id);
    }
    for (const statement of [...clearing, ...clearingClasses, ...clearingCommentaries])
      await client.query(statement);
    for (const { id } of people) await eraseOwnWorks(makeDb(client), id);
    await client.query(clearingTexts);
    for (const { id } of people) await dropPerson(client, id);
    await client.query('commit');
    return { people: people.length, decisions: rows[0]?.n ?? 0 };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
