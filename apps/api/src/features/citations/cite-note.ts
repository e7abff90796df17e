import type { CitedItem } from '@glossator/domain/cite';
import type { Db, Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsBodySql } from '../../db/visibility.ts';
import { inLanguage } from '../../in-language.ts';
import { notFound } from '../../refusal.ts';
import { visitorReader } from '../sessions/service.ts';
import { addressBetween } from '../works/address.ts';
import { workAround, type TextStore } from '../works/text-store.ts';
import { clauseOf } from './clause-of.ts';
import { alone, siteOf, type CitedPage } from './things.ts';

/** As feeds: what a visitor reads, whoever asks. */
const visitor = { person: 'null::uuid', roles: 'array[]::text[]' } as const;

/** $1 layers, $2 note. Primary keys. */
export const citedNote: Statement = {
  name: 'cited-note',
  text: `
    select w.slug as work, t.from_uid, t.to_uid, p.name, ${iso('r.written_at')} as written
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id
    join work w on w.id = t.work_id
    join person p on p.id = a.author_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    where a.id = $2::uuid and t.layer_id = any($1::integer[]) and a.state = 'published'
      and ${readsBodySql(visitor)}`,
};
interface NoteRow extends Record<string, unknown> {
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly name: string;
  readonly written: string;
}

/** A published public note; of all others nobody is told, not even their author. */
export async function citeNote(
  { db, texts, origin }: { readonly db: Db; readonly texts: TextStore; readonly origin: string },
  id: string,
): Promise<CitedPage> {
  const { layers } = await visitorReader(db);
  const [row] = await db.rows<NoteRow>(citedNote, [layers, id]);
  if (row === undefined) throw notFound();
  const work = await workAround(texts, row.work);
  const clause = clauseOf(work, addressBetween(work.structure, row.from_uid, row.to_uid));
  const item: CitedItem = {
    ...siteOf(origin),
    kind: 'note',
    id: `note/${id}`,
    contributors:
      row.name === ''
        ? []
        : [{ role: 'author', name: { kind: 'literal', text: row.name }, orcid: null }],
    title: inLanguage(work.head.titles, 'en'),
    subtitle: null,
    work: null,
    entry: {
      number: '',
      title: `Note on ${clause.citation.en}`,
      clause,
      url: `${origin}/n/${id}`,
    },
    clause: null,
    version: '',
    issued: row.written.slice(0, 10),
    retracted: null,
    url: `${origin}/t/${row.work}`,
    language: '',
    licence: null,
    abstract: null,
  };
  return { ...alone, things: [{ what: 'note', name: clause.address, item }] };
}
