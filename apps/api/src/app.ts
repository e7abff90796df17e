import { limits } from '@glossator/contract';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Pool } from 'pg';
import type { ApiConfig } from './config.ts';
import { peopleRoutes } from './features/accounts/people-routes.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { appealRoutes } from './features/appeals/routes.ts';
import { revisionRoutes } from './features/annotations/revision-routes.ts';
import { annotationRoutes } from './features/annotations/routes.ts';
import { usefulRoutes } from './features/annotations/useful-routes.ts';
import { waitingRoutes } from './features/annotations/waiting-routes.ts';
import { releaseExportRoutes } from './features/release-exports/routes.ts';
import { releaseRoutes } from './features/releases/routes.ts';
import { rosterRoutes } from './features/rosters/routes.ts';
import { assignmentRoutes } from './features/assignments/routes.ts';
import { termRoutes } from './features/assignments/term-routes.ts';
import { assignmentStudentRoutes } from './features/assignments/student-routes.ts';
import { boardRoutes } from './features/board/routes.ts';
import { citationRoutes } from './features/citations/routes.ts';
import { classSignInRoutes } from './features/class-sign-in/routes.ts';
import { classGroupRoutes } from './features/classes/group-routes.ts';
import { classRoutes } from './features/classes/routes.ts';
import { commentaryCopyRoutes } from './features/commentaries/copy-routes.ts';
import { bibliographyRoutes } from './features/commentaries/bibliography-routes.ts';
import { commentaryPartRoutes } from './features/commentaries/part-routes.ts';
import { docxRoutes } from './features/docx/routes.ts';
import { commentaryRoutes } from './features/commentaries/routes.ts';
import { editorRoutes } from './features/editors/routes.ts';
import { draftRoutes } from './features/drafts/routes.ts';
import { editionRoutes } from './features/editions/routes.ts';
import { holdRuleRoutes } from './features/hold-rules/routes.ts';
import { exportRoutes } from './features/export/routes.ts';
import { feedRoutes } from './features/feeds/routes.ts';
import { flagRoutes } from './features/flags/routes.ts';
import { followingTextRoutes } from './features/following-text/routes.ts';
import { followRoutes } from './features/follows/routes.ts';
import { resultRoutes } from './features/grading/result-routes.ts';
import { gradingRoutes } from './features/grading/routes.ts';
import { importRoutes } from './features/exchange/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { ledgerRoutes } from './features/ledger/routes.ts';
import { liveRoutes } from './features/live/routes.ts';
import { mailRoutes } from './features/mail/routes.ts';
import { markRoutes } from './features/marks/routes.ts';
import type { MailTransport } from './features/mail/transport.ts';
import { batchRoutes } from './features/moderation/batch-routes.ts';
import { byHandRoutes } from './features/moderation/by-hand-routes.ts';
import { deskRoutes } from './features/moderation/desk-routes.ts';
import { moderationRoutes } from './features/moderation/routes.ts';
import { moderatorRoutes } from './features/moderators/routes.ts';
import { noticeRoutes } from './features/notices/routes.ts';
import { promotionRoutes } from './features/promotions/routes.ts';
import { publishingRoutes } from './features/publishing/routes.ts';
import { partThreadRoutes } from './features/part-threads/routes.ts';
import { ownWorkRoutes } from './features/own-works/routes.ts';
import { ownDataRoutes } from './features/own-data/routes.ts';
import { unsubscribeRoutes } from './features/notices/unsubscribe-routes.ts';
import { retentionRoutes } from './features/retention/routes.ts';
import { printRoutes } from './features/print/routes.ts';
import { readingRoutes } from './features/reading/routes.ts';
import { referenceRoutes } from './features/references/routes.ts';
import { marginRoutes } from './features/review/margin-routes.ts';
import { reviewRoutes } from './features/review/routes.ts';
import { roundRoutes } from './features/review/round-routes.ts';
import { recordRoutes } from './features/sanctions/record-routes.ts';
import { sanctionRoutes } from './features/sanctions/routes.ts';
import { rotaRoutes } from './features/rota/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { sessionRoutes } from './features/sessions/routes.ts';
import { sitemapRoutes } from './features/sitemap/routes.ts';
import { siteRoutes } from './features/site/routes.ts';
import { secondLookRoutes } from './features/second-looks/routes.ts';
import { dtsRoutes } from './features/text-forms/dts-routes.ts';
import { textFormRoutes } from './features/text-forms/routes.ts';
import { transparencyRoutes } from './features/transparency/routes.ts';
import { verifyRoutes } from './features/verify/routes.ts';
import { viewAsRoutes } from './features/view-as/routes.ts';
import { w3cRoutes } from './features/w3c/routes.ts';
import { textReleaseRoutes } from './features/text-releases/routes.ts';
import { textImportRoutes } from './features/text-imports/routes.ts';
import { termLedgerRoutes } from './features/term-ledger/routes.ts';
import { termThreadRoutes } from './features/term-threads/routes.ts';
import { tokenRoutes } from './features/tokens/routes.ts';
import { witnessRoutes } from './features/witness/routes.ts';
import { workRoutes } from './features/works/routes.ts';
import { accounts } from './plugins/accounts.ts';
import { errors, refuseAddress } from './plugins/errors.ts';
import { serializers } from './plugins/log.ts';
import { live } from './plugins/live.ts';
import { gates } from './plugins/gates.ts';
import { grading } from './plugins/grading.ts';
import { imports } from './plugins/imports.ts';
import { mail } from './plugins/mail.ts';
import { notices } from './plugins/notices.ts';
import { openapi } from './plugins/openapi.ts';
import { publishing } from './plugins/publishing.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { releaseExports } from './plugins/release-exports.ts';
import { retention } from './plugins/retention.ts';
import { rota } from './plugins/rota.ts';
import { services } from './plugins/services.ts';
import { session } from './plugins/session.ts';
import { textImports } from './plugins/text-imports.ts';
import { upkeep } from './plugins/upkeep.ts';
import { ajv, buildSerializer, buildValidator } from './plugins/validation.ts';
import { viewAs } from './plugins/view-as.ts';

export interface AppDeps {
  readonly config: ApiConfig;
  readonly pool: Pool;
  /** How the one port is shared with the pages; absent where the API has a port of its own. */
  readonly serverFactory?: FastifyServerOptions['serverFactory'];
  /** What hands mail over, in place of the server SMTP_URL names. */
  readonly mailTransport?: MailTransport;
}

/** The API as a function of what it depends on. It listens to nothing. */
export async function buildApp({
  config,
  pool,
  serverFactory,
  mailTransport,
}: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    ...(serverFactory === undefined ? {} : { serverFactory }),
    logger: config.log === 'silent' ? false : { level: config.log, serializers },
    trustProxy: [...config.trustProxy],
    // Else a body that trickles in holds its connection for ever.
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
    bodyLimit: limits.requestBytes,
    routerOptions: { maxParamLength: 300 },
    schemaController: { compilersFactory: { buildValidator, buildSerializer } },
    ajv,
  }).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(errors);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    hsts: config.origin.protocol === 'https:',
  });
  await app.register(services, { pool, config });
  await app.register(session);
  await app.register(viewAs, { pool });
  await app.register(rateLimits);
  await app.register(openapi);
  await app.register(mail, { transport: mailTransport ?? null });
  await app.register(imports);
  await app.register(textImports);
  await app.register(releaseExports);
  await app.register(accounts);
  await app.register(upkeep);
  await app.register(live);
  await app.register(notices);
  await app.register(rota);
  await app.register(gates);
  await app.register(grading);
  await app.register(retention);
  await app.register(publishing);

  // Every feature by hand, in one list.
  await app.register(
    async (api) => {
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
        reply.header('vary', 'Cookie');
      });
      await api.register(healthRoutes);
      await api.register(workRoutes);
      await api.register(textFormRoutes);
      await api.register(dtsRoutes);
      await api.register(printRoutes);
      await api.register(readingRoutes);
      await api.register(witnessRoutes);
      await api.register(annotationRoutes);
      await api.register(usefulRoutes);
      await api.register(revisionRoutes);
      await api.register(waitingRoutes);
      await api.register(liveRoutes);
      await api.register(ledgerRoutes);
      await api.register(transparencyRoutes);
      await api.register(searchRoutes);
      await api.register(verifyRoutes);
      await api.register(termLedgerRoutes);
      await api.register(referenceRoutes);
      await api.register(markRoutes);
      await api.register(draftRoutes);
      await api.register(feedRoutes);
      await api.register(followRoutes);
      await api.register(followingTextRoutes);
      await api.register(moderationRoutes);
      await api.register(batchRoutes);
      await api.register(flagRoutes);
      await api.register(appealRoutes);
      await api.register(byHandRoutes);
      await api.register(deskRoutes);
      await api.register(secondLookRoutes);
      await api.register(noticeRoutes);
      await api.register(unsubscribeRoutes);
      await api.register(accountRoutes);
      await api.register(sessionRoutes);
      await api.register(tokenRoutes);
      await api.register(peopleRoutes);
      await api.register(moderatorRoutes);
      await api.register(sanctionRoutes);
      await api.register(recordRoutes);
      await api.register(rotaRoutes);
      await api.register(classRoutes);
      await api.register(classGroupRoutes);
      await api.register(retentionRoutes);
      await api.register(viewAsRoutes);
      await api.register(gradingRoutes);
      await api.register(resultRoutes);
      await api.register(rosterRoutes);
      await api.register(assignmentRoutes);
      await api.register(termRoutes);
      await api.register(assignmentStudentRoutes);
      await api.register(boardRoutes);
      await api.register(classSignInRoutes);
      await api.register(commentaryRoutes);
      await api.register(commentaryPartRoutes);
      await api.register(docxRoutes);
      await api.register(commentaryCopyRoutes);
      await api.register(bibliographyRoutes);
      await api.register(reviewRoutes);
      await api.register(roundRoutes);
      await api.register(marginRoutes);
      await api.register(editorRoutes);
      await api.register(releaseExportRoutes);
      await api.register(releaseRoutes);
      await api.register(partThreadRoutes);
      await api.register(termThreadRoutes);
      await api.register(publishingRoutes);
      await api.register(promotionRoutes);
      await api.register(citationRoutes);
      await api.register(sitemapRoutes);
      await api.register(siteRoutes);
      await api.register(editionRoutes);
      await api.register(textReleaseRoutes);
      await api.register(holdRuleRoutes);
      await api.register(mailRoutes);
      await api.register(importRoutes);
      await api.register(textImportRoutes);
      await api.register(ownDataRoutes);
      await api.register(ownWorkRoutes);
      await api.register(exportRoutes);
      await api.register(w3cRoutes);
      api.get('/openapi.json', { config: { public: true }, schema: { hide: true } }, () =>
        app.swagger(),
      );
    },
    { prefix: '/api' },
  );
  return app;
}
