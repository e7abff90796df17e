type Part = 'assignment' | 'desk' | 'clause';

/** Layers of an assignment: an index of its own serves each part, none serves all of them. */
export const layersOf = (assignment: string, ...parts: readonly Part[]): string =>
  parts
    .map(
      (part) => `
      select id, part, owner_id, group_id, hides_names, assignment_id from layer
      where assignment_id = ${assignment} and part = '${part}'`,
    )
    .join(' union all ');

/** What is between students and the staff as well. */
export const allLayersOf = (assignment: string): string => `
  ${layersOf(assignment, 'assignment', 'desk', 'clause')} union all
  select id, part, owner_id, group_id, hides_names, assignment_id from layer
  where assignment_id = ${assignment} and kind = 'feedback'`;
