import type { AssignmentReading } from '@glossator/contract';
import { timeliness } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { ensureAlias } from './alias.ts';
import { isStudent, type Ground } from './ground.ts';
import { readingOf } from './statements.ts';

interface ReadingRow extends Record<string, unknown> {
  readonly title: string;
  readonly question: string;
  readonly languages: string[];
  readonly classId: string;
  readonly className: string;
  readonly zone: string;
  readonly notesAsked: number;
  readonly repliesAsked: number;
  readonly per: AssignmentReading['per'];
  readonly opened: Readonly<Record<string, { readonly cause: string; readonly at: string }>>;
}

/** What the reader shows around the text of an assignment. */
export async function readAssignmentReading(
  db: Db,
  ground: Ground,
  work: LoadedWork,
): Promise<AssignmentReading> {
  const { id: assignment, personId } = ground;
  const [row] = await db.rows<ReadingRow>(readingOf, [assignment, personId]);
  if (row === undefined) throw new Error('an assignment without a row');
  const { times, gate, now, names, leastLength } = ground;
  const student = isStudent(ground);
  const isOpen = (uid: string): boolean =>
    !student || gate.kind === 'none' || ground.open.includes(uid);
  const when = timeliness(times, now);
  return {
    id: assignment,
    class: { id: row.classId, name: row.className },
    zone: row.zone,
    role: ground.role,
    title: row.title,
    question:
      row.question === ''
        ? ''
        : renderMarkdown(row.question, placeIn(work.head.slug, work.structure)),
    opens: times.opensAt,
    due: times.dueAt,
    closes: times.closesAt,
    writes: !ground.isArchived && (!student || when === 'on-time' || when === 'late'),
    gate: {
      kind: gate.kind,
      notes: 'notes' in gate ? gate.notes : null,
      at: gate.kind === 'time' ? gate.at : null,
    },
    leastLength,
    notesAsked: row.notesAsked,
    repliesAsked: row.repliesAsked,
    per: row.per,
    languages: row.languages,
    names,
    pseudonym: names !== 'real' && student ? await ensureAlias(db, assignment, personId) : null,
    clauses: ground.clauses.map((uid) => ({
      uid,
      address: work.structure.byUid.get(uid)?.path ?? '',
      open: isOpen(uid),
      cause: row.opened[uid]?.cause ?? null,
      at: row.opened[uid]?.at ?? null,
    })),
  };
}
