/** How the public notes on a work, or on some of its clauses, come to be read. */
export const holdModes = ['hold-all', 'hold-newcomers', 'publish'] as const;
export type HoldMode = (typeof holdModes)[number];

export interface HoldSettings {
  readonly mode: HoldMode;
  /** How many approved notes make an author one who is trusted. */
  readonly newcomerNotes: number;
  /** How many links a newcomer's new note may have. */
  readonly newcomerLinks: number;
  /** How many links anybody's note may have. */
  readonly maxLinks: number;
  /** Code points a note may have. */
  readonly maxLength: number;
  /** Days back in which the decisions on an author's notes are counted. */
  readonly refusalDays: number;
  /** Of those decisions, the percentage of refusals from which on the author's notes are held. */
  readonly refusalPercent: number;
}

/** Where a work starts. */
export const holdDefaults: HoldSettings = {
  mode: 'hold-newcomers',
  newcomerNotes: 3,
  newcomerLinks: 2,
  maxLinks: 10,
  maxLength: 8_000,
  refusalDays: 30,
  refusalPercent: 30,
};

/** The least and the most that each number may be. */
export const holdLimits = {
  newcomerNotes: [1, 100],
  newcomerLinks: [0, 100],
  maxLinks: [0, 1_000],
  maxLength: [100, 20_000],
  refusalDays: [1, 365],
  refusalPercent: [1, 100],
} as const satisfies Record<Exclude<keyof HoldSettings, 'mode'>, readonly [number, number]>;
