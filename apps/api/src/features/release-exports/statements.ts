import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 release. How many parts it has. Primary key. */
export const partsToExport: Statement = {
  name: 'release-parts-to-export',
  text: 'select count(*)::integer as parts from release_part where release_id = $1',
};

const columns = `
  f.id, f.release_id as release, f.format, f.key, f.state, f.done, f.total, f.size, f.sha256,
  ${iso('f.made_at')} as made`;

/** $1 release. Index release_file_release_id_format_key_key. */
export const filesOf: Statement = {
  name: 'release-files',
  text: `select ${columns} from release_file f where f.release_id = $1`,
};

/** $1 id. With the release it is made from. Primary keys. */
export const fileById: Statement = {
  name: 'release-file-by-id',
  text: `
    select ${columns}, c.slug, r.major, r.minor
    from release_file f join commentary_release r on r.id = f.release_id
    join commentary c on c.id = r.commentary_id
    where f.id = $1`,
};

/**
 * $1 id, $2 release, $3 format, $4 key, $5 parts. Gives the id of what is to be made: nothing where
 * it is made or being made, or has failed a moment ago.
 */
export const askForFile: Statement = {
  name: 'release-file-ask',
  text: `
    insert into release_file as f (id, release_id, format, key, state, total)
    values ($1, $2, $3, $4, 'waiting', $5)
    on conflict (release_id, format, key) do update
      set state = 'waiting', asked_at = now(), done = 0
      where f.state = 'failed' and f.asked_at < now() - interval '1 minute'
    returning f.id`,
};

/** Index release_file_waiting. */
export const waitingFiles: Statement = {
  name: 'release-files-waiting',
  text: `select id from release_file where state = 'waiting' order by asked_at`,
};

/** $1 id, $2 parts that are through. */
export const moveFile: Statement = {
  name: 'release-file-move',
  text: `update release_file set done = $2 where id = $1 and state = 'waiting'`,
};

/** $1 id. */
export const failFile: Statement = {
  name: 'release-file-fail',
  text: `update release_file set state = 'failed' where id = $1 and state = 'waiting'`,
};

/** $1 id, $2 size, $3 digest. Nothing where another process was faster. */
export const finishFile: Statement = {
  name: 'release-file-finish',
  text: `
    update release_file set state = 'ready', done = total, size = $2, sha256 = $3, made_at = now()
    where id = $1 and state = 'waiting' returning id`,
};

/** $1 file, $2 the number of the first, $3 pieces in order. */
export const addPieces: Statement = {
  name: 'release-file-pieces-add',
  text: `
    insert into release_file_piece (file_id, n, bytes)
    select $1::uuid, $2::integer + p.n - 1, p.bytes from unnest($3::bytea[]) with ordinality as p(bytes, n)`,
};

/** $1 file, $2 number. Primary key. */
export const readPiece: Statement = {
  name: 'release-file-piece',
  text: 'select bytes from release_file_piece where file_id = $1 and n = $2',
};

/** $1 release, $2 format, $3 the file that takes the place of those before. */
export const removeFormer: Statement = {
  name: 'release-files-remove-former',
  text: 'delete from release_file where release_id = $1 and format = $2 and id <> $3',
};
