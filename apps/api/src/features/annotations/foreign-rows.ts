/*
 * What a program said of a note beyond its words, written in the statement that writes these. Each
 * takes the number of the first of its parameters.
 */

/** Properties and words, two parameters. Primary key of web_annotation. */
export const saidRow = (annotation: string, number: string, first: number): string => `
  insert into web_annotation (annotation_id, number, properties, words)
  select ${annotation}, ${number}, $${String(first)}::json, $${String(first + 1)}::json`;

/**
 * The name asked for, one parameter, null where there is none; `from` tells the work. One that is taken
 * is not given again.
 */
export const nameRow = (annotation: string, from: string, name: number): string => `
  insert into web_annotation_name (work_id, name, annotation_id)
  select work_id, $${String(name)}::text, ${annotation} from ${from}
  where $${String(name)}::text is not null on conflict (work_id, name) do nothing`;
