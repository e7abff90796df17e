import type { Readable } from 'node:stream';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal, TooMany } from '../../refusal.ts';
import { readerNow } from '../sessions/service.ts';
import { archive, jsonFile, type Pages } from './files.ts';
import type { Kind, Row } from './kind.ts';

/** Files under way at once in a process, and for one person. */
const atOnce = { process: 4, person: 1 } as const;
/** Milliseconds until a file that its reader does not take makes place for others. */
const longest = 10 * 60_000;

type Placed = Row & { readonly after_this: readonly string[] };

/**
 * The rows of a kind in the order of an index, some at a time, so that no transaction stays open. A
 * session that has ended meanwhile ends the file.
 */
function pagesOf(db: Db, personId: string, isThere: () => Promise<boolean>): Pages {
  return async function* ({ statement, start, batch, present }: Kind) {
    let place = start;
    for (;;) {
      if (!(await isThere())) throw new Refusal('session-ended', 'This session has ended.');
      const rows = await db.rows<Placed>(statement, [personId, ...place, batch]);
      if (rows.length > 0)
        yield rows.map(({ after_this: _, ...row }) => (present === undefined ? row : present(row)));
      const last = rows.at(-1);
      if (last === undefined || rows.length < batch) return;
      place = last.after_this;
    }
  };
}

export interface OwnFile {
  readonly type: string;
  readonly name: string;
  readonly stream: Readable;
}

export function makeOwnFiles(db: Db, origin: string) {
  const running: string[] = [];
  return ({ actor, sessionId }: Viewer, format: 'json' | 'zip'): OwnFile => {
    const personId = requireMember(actor);
    const own = running.filter((each) => each === personId).length;
    if (running.length >= atOnce.process || own >= atOnce.person)
      throw new TooMany('Such a file is being written; try again when it is there.', 15);
    const isThere = async (): Promise<boolean> =>
      (await readerNow(db, sessionId))?.actor.personId === personId;
    const head = { site: origin, written: new Date().toISOString() };
    const pages = pagesOf(db, personId, isThere);
    const stream = format === 'json' ? jsonFile(head, pages) : archive(head, pages);
    running.push(personId);
    const timer = setTimeout(() => stream.destroy(), longest).unref();
    stream.once('close', () => {
      clearTimeout(timer);
      running.splice(running.indexOf(personId), 1);
    });
    return {
      type: format === 'json' ? 'application/json; charset=utf-8' : 'application/zip',
      name: `my-data-${head.written.slice(0, 10)}.${format}`,
      stream,
    };
  };
}
