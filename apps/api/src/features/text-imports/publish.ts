import type { Done, TextPublication } from '@glossator/contract';
import type { Viewer } from '../../plugins/session.ts';
import { held } from './correct.ts';
import { acceptedFor } from './declare.ts';
import type { TextImportDeps } from './service.ts';
import * as statements from './statements.ts';

/** Takes what is declared of a text; the work is made of it in the background. */
export async function publishImport(
  deps: TextImportDeps,
  viewer: Viewer,
  id: string,
  form: TextPublication,
): Promise<Done> {
  await deps.transact(async (db) => {
    const { proposal } = await held(deps, db, viewer, id, form.version);
    const declared = acceptedFor(proposal, form);
    await db.rows(statements.declare, [id, JSON.stringify(declared)]);
    await deps.queue.add(db, id);
  });
  return { done: true };
}
