import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind } from './kind.ts';

/** Texts that somebody brings and has not published, or has lately. Index text_import_owner. */
export const textImportKinds = [
  kind(
    'text_imports',
    {
      id: 'i.id',
      title: 'i.title',
      state: 'i.state',
      corrections: 'i.version',
      became: 'i.slug',
      declared: 'i.declared',
      brought: iso('i.made_at'),
      touched: iso('i.touched_at'),
    },
    'from text_import i where i.owner_id = $1',
    [at('i.touched_at'), id('i.id')],
  ),
  // What was pasted as it is, a file in base64.
  kind(
    'text_import_sources',
    {
      import: 'i.id',
      number: 's.n',
      kind: 's.kind',
      name: 's.name',
      language: 's.lang',
      content: `case when s.kind = 'paste' then convert_from(s.content, 'UTF8') else encode(s.content, 'base64') end`,
    },
    'from text_import i join text_import_source s on s.import_id = i.id where i.owner_id = $1',
    [at('i.touched_at'), id('i.id'), ['s.n', 'smallint', '-1']],
    { batch: 1, within: 2 },
  ),
  kind(
    'text_import_corrections',
    { import: 'i.id', number: 'c.n', correction: 'c.body', made: iso('c.made_at') },
    'from text_import i join text_import_correction c on c.import_id = i.id where i.owner_id = $1',
    [at('i.touched_at'), id('i.id'), ['c.n', 'integer', '0']],
    { within: 2 },
  ),
];
