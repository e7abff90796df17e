/** Where a work stands. What ships with the program is public, and stays it. */
export const workStandings = ['private', 'offered', 'public', 'withdrawn'] as const;
export type WorkStanding = (typeof workStandings)[number];

/** What may be done about where it stands; `take-back` and `refuse` both end an offer. */
export const workActions = [
  'offer',
  'take-back',
  'refuse',
  'assent',
  'withdraw',
  'reinstate',
] as const;
export type WorkAction = (typeof workActions)[number];

const transitions: Readonly<Record<WorkStanding, Partial<Record<WorkAction, WorkStanding>>>> = {
  private: { offer: 'offered' },
  offered: { 'take-back': 'private', refuse: 'private', assent: 'public' },
  public: { withdraw: 'withdrawn' },
  withdrawn: { reinstate: 'public' },
};

/** Where an action leads; null where it does not follow. */
export function nextWorkStanding(standing: WorkStanding, action: WorkAction): WorkStanding | null {
  return transitions[standing][action] ?? null;
}
