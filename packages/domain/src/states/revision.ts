/** Whether a past revision has lost its words, and who took them away. */
export const withdrawals = ['no', 'by-author', 'by-staff'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** What follows when words are taken away: it happens once, and nothing brings them back. */
export function nextWithdrawal(now: Withdrawal, by: 'author' | 'staff'): Withdrawal | null {
  return now === 'no' ? `by-${by}` : null;
}
