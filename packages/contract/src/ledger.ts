import { decisionRoles, ledgerActions, refusalReasons } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Cursor, Instant, Localised, Slug } from './common.ts';
import { limits } from './limits.ts';

const which = {
  work: Type.Optional(Slug),
  action: Type.Optional(Type.Enum([...ledgerActions])),
  reason: Type.Optional(Type.Enum([...refusalReasons])),
};
/** Which decisions; all where nothing is asked. */
export const LedgerFilter = Type.Object(which, closed);
export type LedgerFilter = Static<typeof LedgerFilter>;
export const LedgerQuery = Type.Object(
  {
    ...which,
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSizeMax })),
  },
  closed,
);
export type LedgerQuery = Static<typeof LedgerQuery>;

const Seq = Type.Integer({ minimum: 1 });

/** One decision, by role: no name, no note, no words. */
export const LedgerEntry = Type.Object(
  {
    /** Its number in the log of the whole installation, which holds more than decisions. */
    seq: Seq,
    at: Instant,
    action: Type.Enum([...ledgerActions]),
    role: Type.Enum([...decisionRoles]),
    /** Empty where it is about no work, or about all. */
    work: Type.String(),
    /** The clause as it was numbered then; empty where it is about none. */
    address: Type.String(),
    /** The class of the reason, or empty. */
    reason: Type.String(),
    /** Whole seconds that it had waited to be decided, where something waited. */
    waited: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    /** Number of the decision that it takes back, and of the one by which it was taken back. */
    undoes: Type.Union([Seq, Type.Null()]),
    undoneBy: Type.Union([Seq, Type.Null()]),
    /** How an appeal against it ended; none where there was none, or it is open. */
    appeal: Type.Enum(['none', 'upheld', 'overturned']),
  },
  closed,
);
export type LedgerEntry = Static<typeof LedgerEntry>;

/** The end of the chain: whoever notes it down can tell later whether it is still in it. */
export const LedgerHead = Type.Object(
  {
    /** How many rows there are, which is the number of the last one. */
    count: Type.Integer({ minimum: 0 }),
    /** SHA-256 of the last one, hexadecimal; noughts where there is none. */
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    at: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type LedgerHead = Static<typeof LedgerHead>;

export const LedgerPage = Type.Object(
  {
    items: Type.Array(LedgerEntry),
    next: Type.Union([Cursor, Type.Null()]),
    head: LedgerHead,
    works: Type.Array(Type.Object({ slug: Type.String(), titles: Localised }, closed)),
  },
  closed,
);
export type LedgerPage = Static<typeof LedgerPage>;
