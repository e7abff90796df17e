import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { isAfter, type Place } from './place.ts';
import { changesAfter, logState, type ChangeRow } from './repository.ts';

/** Rows read at once. */
const batch = 500;
/** Milliseconds until rows that wait for an older transaction are looked for again. */
const heldDelay = 25;

/** The one reader of the log in this process: every row once, in an order that no commit changes. */
export interface Feed {
  /** Null until the log has been read for the first time. */
  readonly place: () => Place | null;
  /** The place, once the log has been read; refused while the database is away. */
  readonly begin: () => Promise<Place>;
  /** Reads what is new; calls while it reads are one. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
}

export function makeFeed(
  db: Db,
  told: (rows: readonly ChangeRow[]) => void,
  report: (error: unknown) => void,
): Feed {
  let place: Place | null = null;
  let reading: Promise<void> | null = null;
  let wanted = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function read(): Promise<void> {
    const state = await logState(db);
    if (place?.epoch !== state.epoch)
      // Begins with what is yet to be committed: who reads a page now sees all before it.
      place = { epoch: state.epoch, xid: BigInt(state.xmin), id: 0n };
    for (let more = true; more && !closed;) {
      const rows = await changesAfter(db, place, batch);
      const last = rows.at(-1);
      if (last !== undefined) place = { ...place, xid: BigInt(last.xid), id: BigInt(last.id) };
      if (rows.length > 0) told(rows);
      more = rows.length === batch;
    }
    // What was seen as held may have been let go before the rows were read: looking once more is cheap.
    if (state.held && !closed) timer = setTimeout(wake, heldDelay).unref();
  }

  function wake(): void {
    wanted = true;
    if (reading !== null || closed) return;
    clearTimeout(timer);
    wanted = false;
    reading = read()
      .catch(report)
      .finally(() => {
        reading = null;
        if (wanted) wake();
      });
  }

  return {
    place: () => place,
    begin: async () => {
      if (place === null) {
        wake();
        await reading;
      }
      if (place === null)
        throw new Refusal('temporarily-unavailable', 'The log of changes cannot be read just now.');
      return place;
    },
    wake,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await reading;
    },
  };
}

/** Whether the log still holds everything after a place. */
export async function isKept(db: Db, place: Place): Promise<boolean> {
  const { epoch, dropped_xid: xid, dropped_id: id } = await logState(db);
  return epoch === place.epoch && !isAfter({ xid: BigInt(xid), id: BigInt(id) }, place);
}
