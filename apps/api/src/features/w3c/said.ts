import type { Db, Statement } from '../../db/client.ts';
import type { AnnotationRow } from '../annotations/rows.ts';
import type { Fields } from '../exchange/foreign-note.ts';

/** What a program said of a note beyond its words, as it said it. */
export interface Said {
  /** Of the annotation: rights, creator and the like. */
  readonly properties: Fields;
  /** Its bodies and motivation; empty where the note was edited otherwise since. */
  readonly words: Fields;
}

/**
 * By id and version of notes: their names, and what was said last by that version. Index
 * web_annotation_name_of, and the primary key of web_annotation backwards.
 */
export const besideStatement: Statement = {
  name: 'w3c-beside',
  text: `
    select i.id, n.name, w.properties, case when w.number = i.version then w.words end as words
    from unnest($1::uuid[], $2::integer[]) as i(id, version)
    left join web_annotation_name n on n.annotation_id = i.id
    left join lateral (
      select s.number, s.properties, s.words from web_annotation s
      where s.annotation_id = i.id and s.number <= i.version
      order by s.number desc limit 1
    ) w on true
    where n.name is not null or w.number is not null`,
};

/** A note by the name it goes by. Primary key of web_annotation_name. */
export const namedStatement: Statement = {
  name: 'w3c-named',
  text: 'select annotation_id as id from web_annotation_name where work_id = $1 and name = $2',
};

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly name: string | null;
  readonly properties: Fields | null;
  readonly words: Fields | null;
}

export interface Beside {
  readonly said: ReadonlyMap<string, Said>;
  /** The name of a note in its container: the one asked for, else its id. */
  readonly nameOf: (id: string) => string;
}

/** What stands beside these notes; words that the reader may not read are not asked for. */
export async function besideOf(db: Db, notes: readonly AnnotationRow[]): Promise<Beside> {
  const versions = new Map<string, number>();
  for (const { parent_id: parent, about_id: about } of notes)
    for (const id of [parent, about]) if (id !== null) versions.set(id, 0);
  for (const { id, version, body } of notes) versions.set(id, body === null ? 0 : version);
  const rows =
    versions.size === 0
      ? []
      : await db.rows<Row>(besideStatement, [[...versions.keys()], [...versions.values()]]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    said: new Map(
      rows.flatMap(({ id, properties, words }) =>
        properties === null ? [] : [[id, { properties, words: words ?? {} }]],
      ),
    ),
    nameOf: (id) => names.get(id) ?? id,
  };
}

export async function noteNamed(db: Db, workId: number, name: string): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(namedStatement, [workId, name]);
  return row?.id ?? null;
}
