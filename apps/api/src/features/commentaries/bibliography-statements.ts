import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

const columns = `b.id, b.key, b.item, b.version, ${iso('b.changed_at')} as changed,
  ${iso('b.removed_at')} as removed`;

/** Those that the parts of a commentary cite as they are now. Indexes commentary_part_order, bibliography_item_key. */
export const citedItemsSql = (commentary: string): string => `
  select b.key, b.item from bibliography_item b
  where b.commentary_id = ${commentary} and b.removed_at is null and b.key = any(array(
    select unnest(r.cites) from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    where p.commentary_id = ${commentary} and p.removed_at is null))`;

/** $1 commentary. */
export const citedItems: Statement = { name: 'bibliography-cited', text: citedItemsSql('$1') };

/** $1 commentary, $2 and $3 key and id after which, $4 how many. There are two thousand at most. Index bibliography_item_commentary. */
export const itemsOf: Statement = {
  name: 'bibliography',
  text: `
    select ${columns} from bibliography_item b
    where b.commentary_id = $1 and (b.key collate "C", b.id) > ($2, $3::uuid)
    order by b.key collate "C", b.id limit $4`,
};

/** $1 commentary. All of them. Index bibliography_item_commentary. */
export const allItems: Statement = {
  name: 'bibliography-all',
  text: `select ${columns} from bibliography_item b where b.commentary_id = $1`,
};

/** $1 commentary, $2 item. Primary key. */
export const itemOf: Statement = {
  name: 'bibliography-item',
  text: `select ${columns} from bibliography_item b where b.id = $2 and b.commentary_id = $1`,
};

/** $1 commentary, $2 keys. Parts that stand and cite one of them, in their order. Index commentary_part_order. */
export const partsCiting: Statement = {
  name: 'bibliography-citing',
  text: `
    select p.id, p.label, r.title, r.cites from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    where p.commentary_id = $1 and p.removed_at is null and r.cites && $2::text[]
    order by p.position, p.id`,
};

/** $1 commentary, $2 ids, $3 keys, $4 items. */
export const addItems: Statement = {
  name: 'bibliography-add',
  text: `
    insert into bibliography_item (id, commentary_id, key, item)
    select n.id, $1, n.key, n.item from unnest($2::uuid[], $3::text[], $4::jsonb[]) as n(id, key, item)`,
};

/** $1 item, $2 the version it was written over, $3 key, $4 item. Nothing where another version stands. */
export const changeItem: Statement = {
  name: 'bibliography-change',
  text: `
    update bibliography_item set key = $3, item = $4::jsonb, version = version + 1, changed_at = now()
    where id = $1 and version = $2 and removed_at is null returning version`,
};

/** $1 item, $2 whether. */
export const removeItem: Statement = {
  name: 'bibliography-remove',
  text: `
    update bibliography_item set changed_at = now(), version = version + 1,
      removed_at = case when $2::boolean then now() end
    where id = $1 and (removed_at is not null) <> $2::boolean`,
};
