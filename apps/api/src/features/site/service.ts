import { limits, type SiteSettings, type SiteView } from '@glossator/contract';
import { checkText, codePointLength } from '@glossator/document';
import type { Actor } from '@glossator/domain';
import { isLoopback } from '../../config.ts';
import type { Db } from '../../db/client.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import { requireAdministrator } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { readSettings, writeSettings } from './repository.ts';

/** `automatic` lets everybody in where only this machine can ask, and else the invited. */
function resolve(mode: SiteSettings['registration'], origin: URL): SiteView['registration'] {
  if (mode !== 'automatic') return mode;
  return isLoopback(origin.hostname) ? 'open' : 'invitation';
}

export async function registrationNow(db: Db, origin: URL): Promise<SiteView['registration']> {
  return resolve((await readSettings(db)).registration, origin);
}

export async function readSite(db: Db, origin: URL, mail: boolean): Promise<SiteView> {
  const { registration, imprint, contact } = await readSettings(db);
  return {
    registration: resolve(registration, origin),
    mail,
    imprint,
    imprintHtml: renderMarkdown(imprint),
    contact,
    contactHtml: renderMarkdown(contact),
  };
}

/** Whom to write to, as the administrator put it. */
export const siteContact = async (db: Db): Promise<string> => (await readSettings(db)).contact;

export async function readSiteSettings(db: Db, actor: Actor): Promise<SiteSettings> {
  requireAdministrator(actor);
  return readSettings(db);
}

function acceptSiteText(value: string, field: string): string {
  const checked = checkText(value);
  if (!checked.ok)
    throw new Refusal(
      'text-malformed',
      `${field} holds characters that cannot be kept (${checked.reason}).`,
    );
  if (codePointLength(checked.value) > limits.siteTextLength)
    throw new Refusal('text-malformed', `${field} is too long.`);
  return checked.value.trim() === '' ? '' : checked.value;
}

export async function changeSiteSettings(
  db: Db,
  actor: Actor,
  { registration, imprint, contact }: SiteSettings,
): Promise<SiteSettings> {
  requireAdministrator(actor);
  const settings = {
    registration,
    imprint: acceptSiteText(imprint, 'The imprint'),
    contact: acceptSiteText(contact, 'The contact'),
  };
  await writeSettings(db, settings);
  return settings;
}
