import type { FindingView, PublicationView } from '@glossator/contract';
import {
  stepsOpen,
  stopsAmong,
  writeReleaseNumber,
  type Finding,
  type ReleaseNumber,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { listReleases } from '../releases/releases.ts';
import { requireStanding } from '../review/standing.ts';
import { examine, type Examined } from './examine.ts';
import type { PublishingDeps } from './publish.ts';
import { scheduleOf } from './statements.ts';

type Schedule = NonNullable<PublicationView['schedule']>;

async function readSchedule(db: Db, id: string): Promise<Schedule | null> {
  const [row] = await db.rows<Omit<Schedule, 'number'> & ReleaseNumber & Record<string, unknown>>(
    scheduleOf,
    [id],
  );
  if (row === undefined) return null;
  const { major, minor, ...schedule } = row;
  return { ...schedule, number: writeReleaseNumber({ major, minor }) };
}

function findingsOf({ draft, findings }: Examined): FindingView[] {
  const stops = new Set<Finding>(stopsAmong(findings));
  const parts = new Map(draft.parts.map((part) => [part.id, part]));
  return findings.map((finding) => {
    const part = finding.part === null ? undefined : parts.get(finding.part);
    return {
      ...{ code: finding.code, about: finding.about, stops: stops.has(finding) },
      part: part === undefined ? null : { id: part.id, label: part.label, title: part.title },
    };
  });
}

/** What is to be seen before a commentary is published: by its authors, and by the editors. */
export async function readPublication(
  { db, texts }: PublishingDeps,
  { actor }: Viewer,
  id: string,
): Promise<PublicationView> {
  const { standing, as } = await requireStanding(db, actor, id);
  const { slug, title, work, state, next, seen } = standing;
  const [examined, schedule, releases] = await Promise.all([
    examine(db, texts, standing),
    state === 'scheduled' ? readSchedule(db, id) : null,
    listReleases(db, slug),
  ]);
  const open = new Set(stepsOpen(standing));
  const { parts } = examined.draft;
  return {
    ...{ id, slug, title, work, state, next, number: examined.number },
    findings: findingsOf(examined),
    parts: parts.map(({ id: part, kind, label, title: heading, words }) => ({
      ...{ id: part, kind, label, title: heading, words },
    })),
    ...{ as, schedule, releases, seen },
    abilities: {
      publish: open.has('publish'),
      schedule: open.has('schedule'),
      retract: open.has('retract'),
      withdraw: open.has('withdraw'),
    },
  };
}
