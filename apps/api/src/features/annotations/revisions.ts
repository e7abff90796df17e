import type { RevisionPage, RevisionView } from '@glossator/contract';
import { limits } from '@glossator/contract';
import { can } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { placeIn } from '../../markdown/place.ts';
import { currentHtml } from '../../markdown/render.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { aroundWork, type Structure } from '../works/text-store.ts';
import { memberId, permitted, type AnnotationDeps } from './access.ts';
import { changeRevision } from './change-revision.ts';
import { subjectOf } from './presenter.ts';
import type { AnnotationRow, Reader } from './repository.ts';
import { revisionsBefore, type RevisionRow } from './revision-repository.ts';

function presentRevision(
  row: RevisionRow,
  note: AnnotationRow,
  reader: Reader,
  structure: Structure,
): RevisionView {
  const stands = row.withdrawn === 'no';
  const mayWithdraw = can(reader.actor, 'withdraw-revision', subjectOf(note));
  const current = row.number === note.version;
  return {
    number: row.number,
    body: stands ? row.body : null,
    html: stands ? currentHtml(row, placeIn(note.work, structure)) : null,
    kind: row.kind,
    tags: row.tags,
    written: row.written,
    seen: row.seen,
    withdrawn:
      row.withdrawn === 'no' || row.withdrawn_at === null
        ? null
        : {
            by: row.withdrawn === 'by-author' ? 'author' : 'staff',
            at: row.withdrawn_at,
            // It may say again what was taken away.
            reason: mayWithdraw && row.reason !== '' ? row.reason : null,
          },
    current,
    abilities: { withdraw: stands && !current && mayWithdraw },
  };
}

export async function listRevisions(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<RevisionPage> {
  const note = await permitted(deps, reader, id, 'read-history');
  const structure = await aroundWork(deps.texts, note.work, (work) => work.structure);
  const before = readCursor(cursor, 'number')?.[0] ?? 2 ** 31 - 1;
  return pageOf(
    await revisionsBefore(deps.db, id, before, limit + 1),
    limit,
    (row) => presentRevision(row, note, reader, structure),
    (last) => writeCursor(last.number),
  );
}

export async function readRevision(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  number: number,
): Promise<RevisionView> {
  const note = await permitted(deps, reader, id, 'read-history');
  const structure = await aroundWork(deps.texts, note.work, (work) => work.structure);
  const [row] = await revisionsBefore(deps.db, id, number + 1, 1);
  if (row?.number !== number) throw notFound();
  return presentRevision(row, note, reader, structure);
}

/** Takes the words of one earlier revision away. Whoever does it to another's words says why. */
export async function withdrawRevision(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  number: number,
  reason = '',
): Promise<RevisionView> {
  const note = await permitted(deps, reader, id, 'withdraw-revision');
  const actorId = memberId(reader.actor);
  const isOwn = note.author_id === actorId;
  const words =
    isOwn && reason === ''
      ? ''
      : acceptText(reason, { field: 'The reason', max: limits.reasonLength });
  if (number === note.version)
    throw new Refusal(
      'revision-current',
      'This is what the note says now: edit the note, or take it away as a whole.',
    );
  await changeRevision(deps.transact, {
    id,
    number,
    actorId,
    by: isOwn ? 'author' : 'staff',
    reason: words,
  });
  return readRevision(deps, reader, id, number);
}
