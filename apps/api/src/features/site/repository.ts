import type { SiteSettings } from '@glossator/contract';
import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { site } from '../../db/schema.ts';

/** The one row of settings, made by the migration. */
export async function readSettings(db: Db): Promise<SiteSettings> {
  const [row] = await db.orm
    .select({ registration: site.registration, imprint: site.imprint, contact: site.contact })
    .from(site);
  if (row === undefined) throw new Error('the settings of the site are missing');
  return row;
}

export async function writeSettings(db: Db, settings: SiteSettings): Promise<void> {
  await db.orm.update(site).set({ ...settings, changedAt: sql`now()` });
}
