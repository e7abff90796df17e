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
  /** Of the last decisions on an author's notes, the percentage refused from which on they are held. */
  readonly refusalPercent: number;
}

/** Days back in which the decisions on an author's notes are counted. */
export const refusalDays = 30;

/** Where a work starts. */
export const holdDefaults: HoldSettings = {
  mode: 'hold-newcomers',
  newcomerNotes: 3,
  newcomerLinks: 2,
  maxLinks: 10,
  maxLength: 8_000,
  refusalPercent: 30,
};

/** The least and the most that each number may be. */
export const holdLimits = {
  newcomerNotes: [1, 100],
  newcomerLinks: [0, 100],
  maxLinks: [0, 1_000],
  maxLength: [100, 20_000],
  refusalPercent: [1, 100],
} as const satisfies Record<Exclude<keyof HoldSettings, 'mode'>, readonly [number, number]>;
