import { keepsPublicNotes, type Actor } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';

const allWorks: Statement = {
  name: 'moderated-works',
  text: `select id, slug from work where standing = 'public' order by id`,
};

export interface KeptWork extends Record<string, unknown> {
  readonly id: number;
  readonly slug: string;
}

/** The works whose public notes the actor keeps in order. */
export async function worksOf(db: Db, actor: Actor): Promise<KeptWork[]> {
  return (await db.rows<KeptWork>(allWorks, [])).filter(({ id }) => keepsPublicNotes(actor, id));
}
