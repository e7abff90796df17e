import type { TransparencyReport } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { drawTables } from '#lib/server/charts/draw-tables.ts';
import { reportQuery } from '#lib/transparency/report-query.ts';
import { decisionTables, intakeTables } from '#lib/transparency/report-tables.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const query = reportQuery(event.url.searchParams);
  const report = required(
    await call<TransparencyReport>(event, 'GET', `/api/transparency?${query.toString()}`),
  );
  return {
    report,
    period: event.url.searchParams.get('period')?.trim() ?? '',
    asked: event.url.search,
    pictures: await drawTables([...decisionTables(report), ...intakeTables(report)]),
  };
}) satisfies PageServerLoad;
