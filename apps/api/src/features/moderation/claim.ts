import type { CaseView } from '@glossator/contract';
import { claimMinutes, type Actor } from '@glossator/domain';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import type { ModerationDeps } from './access.ts';
import { readCase } from './queue.ts';
import { claimCase, releaseClaim } from './queue-statements.ts';

/** Says to the others who looks at a case. It binds nobody: a decision over it is a warning away. */
export async function claim(deps: ModerationDeps, actor: Actor, id: string): Promise<CaseView> {
  const personId = requireMember(actor);
  const seen = await readCase(deps, actor, id);
  const rows = await deps.db.rows(claimCase, [id, personId, claimMinutes]);
  const now = await readCase(deps, actor, id);
  if (rows.length === 0)
    throw new Refusal(
      seen.state === 'open' ? 'case-claimed' : 'case-decided',
      seen.state === 'open' ? 'Somebody else looks at this case.' : 'This case is decided.',
      now,
    );
  return now;
}

export async function unclaim(deps: ModerationDeps, actor: Actor, id: string): Promise<CaseView> {
  const personId = requireMember(actor);
  await readCase(deps, actor, id);
  await deps.db.rows(releaseClaim, [id, personId]);
  return readCase(deps, actor, id);
}
