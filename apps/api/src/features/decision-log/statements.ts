import type { Statement } from '../../db/client.ts';
import { isoInstant } from '../../db/instant.ts';

/** Waits for everybody who appends, until they have committed. */
export const lockChain: Statement = {
  name: 'lock-decisions',
  text: `select pg_advisory_xact_lock(hashtext('glossator:decision-log'))`,
};

/**
 * The end of the chain, and the moment. A statement of its own after the lock: one that takes the lock
 * itself would read what stood before it waited. Index decision_log_pkey.
 */
export const readEnd: Statement = {
  name: 'end-of-decisions',
  text: `
    select ${isoInstant('clock_timestamp()')} as now, h.seq::text as seq, h.hash, ${isoInstant('h.at')} as at
    from (values (1)) one
    left join lateral (select seq, hash, at from decision_log order by seq desc limit 1) h on true`,
};

/** $1 people. Those who have left have none. */
export const pseudonyms: Statement = {
  name: 'pseudonyms',
  text: 'select person_id as id, pseudonym::text from person_pseudonym where person_id = any($1::uuid[])',
};

/** $1 notes. Where they stand today, if that is a place everybody may learn of. */
export const placesOfNotes: Statement = {
  name: 'places-of-decisions',
  text: `
    select a.id, w.slug as work, case when f.uid = u.uid then f.path else f.path || '-' || u.path end as address
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind in ('public', 'waiting')
    join work w on w.id = t.work_id
    join unit f on f.uid = t.from_uid
    join unit u on u.uid = t.to_uid
    where a.id = any($1::uuid[])`,
};

/** $1 person. The words of what concerned them. Index decision_log_subject. */
export const dropWordsAbout: Statement = {
  name: 'drop-decision-words',
  text: `
    delete from decision_words w using person_pseudonym p, decision_log d
    where p.person_id = $1 and d.subject = p.pseudonym::text and d.subject <> '' and w.seq = d.seq`,
};

export const dropPseudonym: Statement = {
  name: 'drop-pseudonym',
  text: 'delete from person_pseudonym where person_id = $1',
};
