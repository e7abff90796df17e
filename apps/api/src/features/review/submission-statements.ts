import type { Statement } from '../../db/client.ts';
import { citedItemsSql } from '../commentaries/bibliography-statements.ts';

/** $1 commentary. What must be there before it is handed in. Primary keys; commentary_part_order. */
export const readiness: Statement = {
  name: 'review-readiness',
  text: `
    select
      exists (select from commentary_part p
        join commentary_revision r on r.part_id = p.id and r.number = p.version
        where p.commentary_id = c.id and p.removed_at is null and r.words > 0) as parts,
      exists (select from commentary_contributor k where k.commentary_id = c.id) as byline,
      c.licence is not null as licence,
      c.interests <> '' as interests
    from commentary c where c.id = $1`,
};

/** $1 id, $2 commentary, $3 note: with the works that its parts cite. The commentary is held. */
export const addSubmission: Statement = {
  name: 'review-submission-add',
  text: `
    insert into commentary_submission (id, commentary_id, n, note, front, items)
    select $1, c.id,
      1 + coalesce((select max(s.n) from commentary_submission s where s.commentary_id = c.id), 0), $3,
      jsonb_build_object('title', c.title, 'subtitle', c.subtitle, 'abstract', c.abstract,
        'language', c.language, 'licence', c.licence, 'interests', c.interests,
        'contributors', coalesce((
          select jsonb_agg(jsonb_build_object('kind', k.kind, 'family', k.family, 'given', k.given,
            'orcid', coalesce(k.orcid, ''), 'affiliation', k.affiliation, 'roles', k.roles) order by k.n)
          from commentary_contributor k where k.commentary_id = c.id), '[]')),
      coalesce((select jsonb_agg(i.item || jsonb_build_object('id', i.key) order by i.key collate "C")
        from (${citedItemsSql('$2')}) i), '[]')
    from commentary c where c.id = $2`,
};

/** $1 submission, $2 commentary. Index commentary_part_order. */
export const pinParts: Statement = {
  name: 'review-parts-pin',
  text: `
    insert into submission_part (submission_id, n, part_id, revision)
    select $1, row_number() over (order by p.position, p.id), p.id, p.version
    from commentary_part p where p.commentary_id = $2 and p.removed_at is null`,
};

/** $1 submission, $2 the number after which, $3 how many. Primary key. */
export const partsHandedIn: Statement = {
  name: 'review-parts-handed-in',
  text: `
    select p.id, s.n, s.revision, p.kind, r.label, r.title, r.body, r.places
    from submission_part s
    join commentary_part p on p.id = s.part_id
    join commentary_revision r on r.part_id = s.part_id and r.number = s.revision
    where s.submission_id = $1 and s.n > $2
    order by s.n
    limit $3`,
};

/** $1 submission. How its parts were cited then, and where each stands. Primary key. */
export const labelsHandedIn: Statement = {
  name: 'review-labels-handed-in',
  text: `
    select s.part_id as id, s.n, r.label
    from submission_part s
    join commentary_revision r on r.part_id = s.part_id and r.number = s.revision
    where s.submission_id = $1 and r.label <> ''
    order by s.n`,
};

/** $1 submission. The works that its parts cite, and in which language. Primary key. */
export const itemsHandedIn: Statement = {
  name: 'review-items-handed-in',
  text: `select front ->> 'language' as language, items from commentary_submission where id = $1`,
};
