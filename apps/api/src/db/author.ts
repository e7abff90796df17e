/*
 * Whom a reader is told as the author of a note `a` in a layer `l`: in the layers of an assignment with
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
  const isNamed = `(y.id is null or exists (select from class_layer_reader k
    where k.layer_id = l.id and k.person_id = ${person} and k.knows_names))`;
  return {
    // One's own is known to oneself: pages find what is one's own by it.
    id: `case when ${isNamed} or p.id = ${person} then p.id else y.id end`,
    name: `case when ${isNamed} then p.name else y.name end`,
    handle: `case when ${isNamed} then p.handle else '' end`,
  };
}
