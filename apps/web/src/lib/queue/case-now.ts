import type { CaseView, Problem } from '@glossator/contract';

/**
 * Says that one looks at a case. The case as it is then, also where somebody else was faster; null
 * where the server was not reached.
 */
export async function claimCase(url: string): Promise<CaseView | null> {
  const answer = await fetch(url, { method: 'PUT' }).catch(() => null);
  if (answer?.ok === true) return (await answer.json()) as CaseView;
  if (answer?.status !== 409) return null;
  return ((await answer.json()) as Problem).current as CaseView;
}

/** A case that is in the list no more, where somebody else than `person` has ended it; else null. */
export async function endedByOthers(id: string, person: string): Promise<CaseView | null> {
  const answer = await fetch(`/api/moderation/cases/${id}`).catch(() => null);
  if (answer?.ok !== true) return null;
  const now = (await answer.json()) as CaseView;
  return now.state === 'open' || now.decision?.by.id === person ? null : now;
}
