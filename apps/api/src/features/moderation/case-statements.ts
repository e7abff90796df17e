import type { Statement } from '../../db/client.ts';

/*
 * $1 case, $2 note, $3 kind, $4 priority, $5 causes. A note has one open case of a kind: what comes
 * to one that is there brings its causes, and makes the version on somebody's screen old. Index
 * moderation_case_open.
 */
export const putCase: Statement = {
  name: 'put-case',
  text: `
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, causes)
    select $1, t.work_id, a.id, a.author_id, $3, $4, $5::jsonb
    from annotation a join thread t on t.id = a.thread_id where a.id = $2
    on conflict (annotation_id, kind) where state = 'open'
      do update set causes = excluded.causes, version = moderation_case.version + 1,
        priority = greatest(moderation_case.priority, excluded.priority)
    returning id, work_id, version`,
};

/** $1 note, locked by its caller. What readers have reported of it. Index moderation_case_open. */
export const openFlagged: Statement = {
  name: 'open-flagged',
  text: `
    select id, version from moderation_case
    where annotation_id = $1 and kind = 'flagged' and state = 'open'`,
};

/** $1 note, $2 kind: nothing is left to decide. */
export const closeCase: Statement = {
  name: 'close-case',
  text: `
    update moderation_case
    set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
    where annotation_id = $1 and kind = $2 and state = 'open'`,
};

/** $1 note. What its author proposes in place of what stands. */
export const proposalOf: Statement = {
  name: 'proposal-of',
  text: `
    select over, number, state, body, kind, tags, seen, said from proposed_revision
    where annotation_id = $1 for update`,
};

/** $1 note, $2 over, $3 number before, $4 body, $5 html, $6 renderer, $7 seen, $8 kind, $9 tags, $10 said. */
export const putProposal: Statement = {
  name: 'put-proposal',
  text: `
    insert into proposed_revision as p (annotation_id, author_id, over, body, html, renderer, seen, kind, tags, said)
    select a.id, a.author_id, $2, $4, $5, $6, $7, $8, $9, $10::jsonb
    from annotation a where a.id = $1 and a.state = 'published' and a.version = $2 for no key update
    on conflict (annotation_id) do update
      set over = excluded.over, number = p.number + 1, state = 'held', body = excluded.body,
        html = excluded.html, renderer = excluded.renderer, seen = excluded.seen, kind = excluded.kind,
        tags = excluded.tags, said = excluded.said, written_at = now()
      where p.number = $3
    returning number`,
};

export const dropProposal: Statement = {
  name: 'drop-proposal',
  text: `delete from proposed_revision where annotation_id = $1 returning number`,
};

/** $1 note, $2 what became of it. */
export const settleProposal: Statement = {
  name: 'settle-proposal',
  text: `update proposed_revision set state = $2 where annotation_id = $1`,
};

/** $1 note, $2 what had become of it, $3 what becomes of it again. */
export const unsettleProposal: Statement = {
  name: 'unsettle-proposal',
  text: `
    update proposed_revision set state = $3 where annotation_id = $1 and state = $2
    returning number`,
};
