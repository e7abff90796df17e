/** `ignored`: what it was about went away before anybody decided; it counts neither way. */
export const flagStates = ['open', 'upheld', 'declined', 'ignored'] as const;
export type FlagState = (typeof flagStates)[number];

export const flagActions = ['hide', 'keep', 'vanish', 'undo'] as const;
export type FlagAction = (typeof flagActions)[number];

const transitions: Readonly<Record<FlagState, Partial<Record<FlagAction, FlagState>>>> = {
  open: { hide: 'upheld', keep: 'declined', vanish: 'ignored' },
  // Only before its writer is told.
  upheld: { undo: 'open' },
  declined: { undo: 'open' },
  ignored: { undo: 'open' },
};

/** The state after what happened to the note, or null where nothing follows. */
export const nextFlagState = (state: FlagState, action: FlagAction): FlagState | null =>
  transitions[state][action] ?? null;
