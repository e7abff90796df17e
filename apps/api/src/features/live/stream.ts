import { readsBody, seesThread } from '@glossator/domain';
import type { ServerResponse } from 'node:http';
import type { Viewer } from '../../plugins/session.ts';
import { isAfter, type Place } from './place.ts';
import type { ChangeRow } from './repository.ts';

/** Bytes that may wait for a reader who takes them too slowly; then the stream ends. */
const patience = 256 * 1024;

const reads = { role: 'student', writes: false } as const;

/** One open stream and who reads it. */
export interface Stream {
  readonly viewer: () => Viewer;
  /** Tells a change, where this reader may know of it and has not been told. */
  change(row: ChangeRow, place: Place, id: string): void;
  /** Begins anew at a place: what was missed before it cannot be told. */
  reset(place: Place, id: string): void;
  /** What is not kept: nothing of it is told again. */
  passing(event: string, data: unknown): void;
  /** A line that says nothing, so that nobody takes the connection for dead. */
  beat(): void;
  renew(viewer: Viewer): void;
  end(): void;
}

/** The wire carries ids alone: whoever wants the words asks for them, under the rights of then. */
export function openStream(response: ServerResponse, first: Viewer, from: Place): Stream {
  let viewer = first;
  let told: Pick<Place, 'xid' | 'id'> = from;

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > patience) response.destroy();
  }

  return {
    viewer: () => viewer,
    change: (row, place, id) => {
      if (!viewer.layers.includes(row.layer_id) || !isAfter(place, told)) return;
      const owned = {
        workStanding: row.standing,
        // The layer is one of theirs; what more they may do there is not asked.
        layer: { kind: row.layer, ownerId: row.owner_id, asReader: reads },
        workId: row.work_id,
        authorId: row.author_id,
      };
      // What was public of a work that is withdrawn is told to nobody.
      if (!seesThread(viewer.actor, owned)) return;
      // Nobody learns that words were changed which they may not read.
      if (row.what === 'edited' && !readsBody(viewer.actor, owned, row.state)) return;
      told = place;
      const { work, what, thread_id: thread, annotation_id: annotation, uids } = row;
      write(
        `id: ${id}\nevent: change\ndata: ${JSON.stringify({ work, what, thread, annotation, uids })}\n\n`,
      );
    },
    reset: (place, id) => {
      told = place;
      write(`id: ${id}\nevent: reset\ndata: {}\n\n`);
    },
    passing: (event, data) => {
      write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    beat: () => {
      write(': \n\n');
    },
    renew: (now) => {
      viewer = now;
    },
    end: () => {
      response.end();
    },
  };
}
