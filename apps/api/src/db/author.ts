import { readsAsSql } from './visibility.ts';

/*
 * Whom a reader is told as the author of a note in a layer `l`: in the layers of an assignment with
 * pseudonyms, classmates know each other by these alone. Whoever shows an author takes all of it.
 */

/** Joins the author as `p`, and as `y` where they have a pseudonym there. */
export const joinAuthor = (author = 'a.author_id', how: 'join' | 'left join' = 'join'): string => `
  ${how} person p on p.id = ${author}
  left join assignment_alias y on l.hides_names and y.assignment_id = l.assignment_id
    and y.person_id = ${author}`;

export interface AuthorColumns {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export function authorColumns(person: string): AuthorColumns {
  // The staff is named, but for what somebody wrote before they were of it. A student without a
  // pseudonym is nobody: none is ever told by mistake.
  const isHidden = `(l.hides_names
    and (y.id is not null or not exists (select from class_member s where s.class_id = l.class_id
      and s.person_id = p.id and s.role <> 'student'))
    and coalesce(${readsAsSql({ person })} ->> 'knows', 'false') = 'false')`;
  return {
    // One's own is known to oneself: pages find what is one's own by it.
    id: `case when ${isHidden} and p.id is distinct from ${person}
      then coalesce(y.id, l.assignment_id) else p.id end`,
    name: `case when ${isHidden} then coalesce(y.name, '') else p.name end`,
    handle: `case when ${isHidden} then '' else p.handle end`,
  };
}
