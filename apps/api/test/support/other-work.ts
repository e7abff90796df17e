import type pg from 'pg';

/** A second work beside the strategy, with one clause at the same address; its slug. */
export async function otherWork(owner: pg.Client): Promise<string> {
  await owner.query(`
    with other as (
      insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing)
      select 'other', 'other', 'O', '{"en":"The other text","zh":"另一文本"}', issuer, issued,
        levels, rights, true, 'public'
      from work where slug = 'ncss-2016'
      returning id)
    insert into unit select (jsonb_populate_record(u, jsonb_build_object(
      'work_id', other.id, 'uid', 's-zzzzzzzz', 'parent_uid', null))).*
    from other, unit u where u.path = '4.3.1.2'`);
  return 'other';
}
