import { makeTextSeal } from '../../sealed-text.ts';

/** A place in the log of changes: everything up to it has been told. */
export interface Place {
  /** Of the log: another one after a restore. */
  readonly epoch: string;
  readonly xid: bigint;
  readonly id: bigint;
}

export const isAfter = (
  left: Pick<Place, 'xid' | 'id'>,
  right: Pick<Place, 'xid' | 'id'>,
): boolean => (left.xid === right.xid ? left.id > right.id : left.xid > right.xid);

/** Hands places out as text that says nothing: how much happens in others’ notebooks is nobody’s to know. */
export interface Seal {
  readonly write: (place: Place) => string;
  /** Null for what this site has not written. */
  readonly read: (text: string) => Place | null;
}

export function makeSeal(keys: readonly string[]): Seal {
  const seal = makeTextSeal(keys, 'live-place');
  return {
    write: ({ epoch, xid, id }) =>
      // Of one length, whatever the numbers are.
      seal.write(`${epoch}.${String(xid).padStart(20, '0')}.${String(id).padStart(19, '0')}`),
    read: (text) => {
      const words = seal.read(text);
      return words === null ? null : parse(words);
    },
  };
}

function parse(text: string): Place | null {
  const [, epoch, xid, id] = /^([0-9a-f-]{36})\.(\d{20})\.(\d{19})$/.exec(text) ?? [];
  if (epoch === undefined || xid === undefined || id === undefined) return null;
  return { epoch, xid: BigInt(xid), id: BigInt(id) };
}
