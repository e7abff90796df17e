import { limits, type TermView, type WorkPage } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { localised } from '#lib/i18n/localised.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, required } from '#lib/server/api.ts';
import { newTimes } from '#lib/server/given-assignment.ts';
import { noMove, termActs } from '#lib/server/term-actions.ts';
import { blankRow, storedRow } from '#lib/server/term-rows.ts';
import type { TermResult } from '#lib/term/term-values.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { zone, abilities } = (await event.parent()).class;
  const path = `/api/classes/${event.params.id}/term` as const;
  const { items } = required(await call<TermView>(event, 'GET', path));
  const now = new Date().toISOString();
  const most = { title: limits.assignmentTitle, rows: limits.termDrafts };
  if (!abilities.assign) return { items, now, limits: most, works: [], term: null };
  const all = required(
    await call<WorkPage>(event, 'GET', `/api/works?limit=200&class=${event.params.id}`),
  );
  const works = all.items.map(({ slug, titles }) => ({ slug, ...localised(titles, getLocale()) }));
  const stored = items.map((item) => storedRow(item, zone));
  const first = { work: works[0]?.slug ?? '', ...newTimes(zone, Date.parse(now)) };
  const term: TermResult = {
    rows: [...stored, blankRow(stored, first)],
    zone,
    move: noMove,
    isTried: false,
  };
  return { items, now, limits: most, works, term };
}) satisfies PageServerLoad;

export const actions = termActs satisfies Actions;
