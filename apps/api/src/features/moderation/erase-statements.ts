import type { Statement } from '../../db/client.ts';

/** $1 person, who leaves. Their notes are locked by then, so that nobody makes a case of one meanwhile. */
export const eraseCaseStatements: readonly Statement[] = [
  // Words that nobody but moderators has read go, as notes that wait do. Index proposed_revision_own.
  {
    name: 'drop-proposals-of-leaver',
    text: 'delete from proposed_revision where author_id = $1',
  },
  // Nobody is left to be answered. Index moderation_case_author.
  {
    name: 'close-cases-of-leaver',
    text: `
      update moderation_case
      set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
      where author_id = $1 and kind in ('edit', 'appeal') and state = 'open'`,
  },
  // A cause holds words of the note; which phase it was is told of nobody.
  {
    name: 'drop-found-words',
    text: `
      update moderation_case c set causes = (
        select jsonb_agg(case when e.cause ? 'words' then jsonb_set(e.cause, '{words}', '[]')
          else e.cause end order by e.n)
        from jsonb_array_elements(c.causes) with ordinality as e(cause, n))
      where c.author_id = $1 and jsonb_path_exists(c.causes, '$[*].words[*]')`,
  },
  // Index moderation_case_claims.
  {
    name: 'release-claims-of-leaver',
    text: 'update moderation_case set claimed_by = null, claimed_until = null where claimed_by = $1',
  },
  {
    name: 'drop-always-held-of-leaver',
    text: 'delete from always_held where person_id = $1',
  },
];
