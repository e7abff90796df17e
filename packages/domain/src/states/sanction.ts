export const sanctionKinds = ['warning', 'mute', 'ban'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

export const sanctionStates = ['unread', 'read', 'in-force', 'lifted'] as const;
export type SanctionState = (typeof sanctionStates)[number];

export const sanctionActions = ['read', 'lift'] as const;
export type SanctionAction = (typeof sanctionActions)[number];

/** What each begins as. A mute or ban ends at its end without a change of state: the clock says so. */
export const firstSanctionState = {
  warning: 'unread',
  mute: 'in-force',
  ban: 'in-force',
} as const satisfies Record<SanctionKind, SanctionState>;

const transitions: Readonly<Record<SanctionState, Partial<Record<SanctionAction, SanctionState>>>> =
  {
    unread: { read: 'read', lift: 'lifted' },
    read: { lift: 'lifted' },
    'in-force': { lift: 'lifted' },
    lifted: {},
  };

export function nextSanctionState(
  state: SanctionState,
  action: SanctionAction,
): SanctionState | null {
  return transitions[state][action] ?? null;
}

/** An objection waits for somebody else than who gave the sanction. */
export const objectionStates = ['possible', 'open', 'upheld', 'overturned'] as const;
export type ObjectionState = (typeof objectionStates)[number];

export const objectionActions = ['state', 'uphold', 'overturn'] as const;
export type ObjectionAction = (typeof objectionActions)[number];

const answers: Readonly<Record<ObjectionState, Partial<Record<ObjectionAction, ObjectionState>>>> =
  {
    possible: { state: 'open' },
    open: { uphold: 'upheld', overturn: 'overturned' },
    upheld: {},
    overturned: {},
  };

export function nextObjectionState(
  state: ObjectionState,
  action: ObjectionAction,
): ObjectionState | null {
  return answers[state][action] ?? null;
}
