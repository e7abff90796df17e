import { m } from '#lib/paraglide/messages.js';

interface Verdict {
  readonly sameAction: boolean;
  readonly sameReason: boolean;
}

export function verdictWord({ sameAction, sameReason }: Verdict): string {
  if (!sameAction) return m.looks_differed();
  return sameReason ? m.looks_agreed() : m.looks_agreed_not_reason();
}
