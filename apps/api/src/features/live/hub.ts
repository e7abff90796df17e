import { keepsPublicNotes } from '@glossator/domain';
import type { ServerResponse } from 'node:http';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { isKept, type Feed } from './feed.ts';
import type { Place, Seal } from './place.ts';
import { changesBetween, type ChangeRow } from './repository.ts';
import { openStream, type Stream } from './stream.ts';

/** More than this many missed changes are not told one by one: the reader loads anew. */
const most = 500;

/** Who is writing an answer, as told to those who see the thread. */
export interface Writing {
  readonly work: string;
  readonly layer: number;
  readonly thread: string;
  readonly person: { readonly id: string; readonly name: string };
}

export interface Hub {
  readonly size: () => number;
  readonly countOf: (isOne: (viewer: Viewer) => boolean) => number;
  readonly tell: (rows: readonly ChangeRow[]) => void;
  readonly writing: (writing: Writing) => void;
  /** A person's notices have changed: they ask anew how many are unread. */
  readonly notices: (personId: string) => void;
  /** Something waits, is looked at or was decided in a work: those who moderate it ask anew. */
  readonly cases: (workId: number) => void;
  readonly beat: () => void;
  /** Reads anew what the streams of a person, or of everybody, may still see. */
  readonly renew: (personId: string | null) => Promise<void>;
  /** Once the log has been read; at once where that cannot be done just now. */
  readonly begun: () => Promise<void>;
  /**
   * Opens a stream and tells what was missed since `after`: null for a reader who comes fresh,
   * 'unknown' for one who names a place that is none.
   */
  readonly open: (
    response: ServerResponse,
    viewer: Viewer,
    after: Place | 'unknown' | null,
  ) => Promise<void>;
  readonly close: () => void;
}

/** Who a session is now; null where it has ended. */
export type Renew = (viewer: Viewer) => Promise<Viewer | null>;

interface Placed {
  readonly row: ChangeRow;
  readonly place: Place;
  readonly id: string;
}

export interface HubDeps {
  readonly db: Db;
  readonly feed: Pick<Feed, 'place' | 'begin'>;
  readonly seal: Seal;
  readonly renewViewer: Renew;
}

export function makeHub({ db, feed, seal, renewViewer }: HubDeps): Hub {
  const streams = new Set<Stream>();
  // Streams that are still told what they missed, or whose rights are being read anew: what comes
  // meanwhile waits its turn.
  const waiting = new Map<Stream, { readonly rows: Placed[]; holders: number }>();

  // Sealed once for all who are told of it.
  const placed = (rows: readonly ChangeRow[]): readonly Placed[] =>
    rows.map((row) => {
      const epoch = feed.place()?.epoch ?? '';
      const place = { epoch, xid: BigInt(row.xid), id: BigInt(row.id) };
      return { row, place, id: seal.write(place) };
    });
  const tellTo = (stream: Stream, rows: readonly Placed[]): void => {
    for (const { row, place, id } of rows) stream.change(row, place, id);
  };

  function hold(stream: Stream): void {
    const held = waiting.get(stream);
    if (held === undefined) waiting.set(stream, { rows: [], holders: 1 });
    else held.holders += 1;
  }
  function release(stream: Stream): void {
    const held = waiting.get(stream);
    if (held === undefined) return;
    held.holders -= 1;
    if (held.holders > 0) return;
    waiting.delete(stream);
    tellTo(stream, held.rows);
  }

  async function catchUp(stream: Stream, after: Place, until: Place): Promise<void> {
    if (!(await isKept(db, after))) {
      stream.reset(until, seal.write(until));
      return;
    }
    const rows = await changesBetween(db, after, until, stream.viewer().layers, most + 1);
    if (rows.length > most) stream.reset(until, seal.write(until));
    else tellTo(stream, placed(rows));
  }

  async function renewOne(stream: Stream): Promise<void> {
    const before = stream.viewer();
    if (before.sessionId === null) return;
    const now = await renewViewer(before).catch(() => null);
    const keeps = now?.actor.roles.join() === before.actor.roles.join();
    const seen = new Set(now?.layers);
    const lost = now === null || before.layers.some((layer) => !seen.has(layer));
    // Whoever lost anything begins again with what is left; gains hold from here on.
    if (lost || !keeps) stream.end();
    else stream.renew(now);
  }

  return {
    size: () => streams.size,
    countOf: (isOne) => [...streams].filter((each) => isOne(each.viewer())).length,
    tell: (rows) => {
      const told = placed(rows);
      for (const stream of streams) {
        const held = waiting.get(stream);
        if (held === undefined) tellTo(stream, told);
        else held.rows.push(...told);
      }
    },
    writing: ({ layer, ...told }) => {
      for (const stream of streams)
        if (stream.viewer().layers.includes(layer)) stream.passing('writing', told);
    },
    notices: (personId) => {
      for (const stream of streams)
        if (stream.viewer().actor.personId === personId) stream.passing('notices', {});
    },
    cases: (workId) => {
      for (const stream of streams) {
        const { actor, scope } = stream.viewer();
        if (keepsPublicNotes(actor, workId) && scope === undefined) stream.passing('cases', {});
      }
    },
    beat: () => {
      for (const stream of streams) stream.beat();
    },
    renew: async (personId) => {
      const touched = [...streams].filter(
        (each) => personId === null || each.viewer().actor.personId === personId,
      );
      await Promise.all(
        touched.map(async (stream) => {
          // What was written together with a new right is told under it.
          hold(stream);
          await renewOne(stream).finally(() => {
            release(stream);
          });
        }),
      );
    },
    begun: async () => {
      await feed.begin().catch(() => undefined);
    },
    open: async (response, viewer, after) => {
      const known = after === 'unknown' ? null : after;
      const start = known ?? feed.place() ?? { epoch: '', xid: 0n, id: 0n };
      const stream = openStream(response, viewer, start);
      streams.add(stream);
      response.once('close', () => {
        streams.delete(stream);
        waiting.delete(stream);
      });
      // What was lost between the reading of the session and now was told to nobody.
      void renewOne(stream).catch(() => {
        stream.end();
      });
      if (after === null) return;
      hold(stream);
      try {
        const here = await feed.begin();
        if (known === null) stream.reset(here, seal.write(here));
        else await catchUp(stream, known, here);
      } catch {
        // Nothing was told of what was missed: the reader asks again from where they were.
        stream.end();
      } finally {
        release(stream);
      }
    },
    close: () => {
      for (const stream of streams) stream.end();
    },
  };
}
