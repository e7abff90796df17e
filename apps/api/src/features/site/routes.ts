import { SiteSettings, SiteView } from '@glossator/contract';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { writing } from '../../plugins/rate-limits.ts';
import { changeSiteSettings, readSite, readSiteSettings } from './service.ts';

export const siteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, outbox, settings } = app;

  app.get(
    '/site',
    {
      schema: {
        operationId: 'site',
        summary: 'What everybody may know of the site: registration, mail, imprint, contact',
        tags: ['accounts'],
        response: { 200: SiteView },
      },
    },
    () => readSite(db, settings.origin, outbox.sends),
  );

  app.get(
    '/site/settings',
    {
      schema: {
        operationId: 'siteSettings',
        summary: 'The settings as they were set',
        tags: ['administration'],
        response: { 200: SiteSettings },
      },
    },
    ({ viewer }) => readSiteSettings(db, viewer.actor),
  );

  app.put(
    '/site/settings',
    {
      config: writing,
      schema: {
        operationId: 'changeSiteSettings',
        summary: 'Set registration, imprint and contact',
        tags: ['administration'],
        body: SiteSettings,
        response: { 200: SiteSettings },
      },
    },
    ({ body, viewer }) => changeSiteSettings(db, viewer.actor, body),
  );
};
