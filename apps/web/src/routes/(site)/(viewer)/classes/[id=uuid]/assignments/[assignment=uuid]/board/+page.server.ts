import type { Board, BoardNotes } from '@glossator/contract';
import { call, refuse, required } from '#lib/server/api.ts';
import { drawPosts } from '#lib/server/draw-posts.ts';
import type { PageServerLoad } from './$types.js';

/** What the address may ask for; anything else is as if it had not. */
const asked = {
  student: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  page: /^[1-9]\d?$/,
  order: /^(name|least)$/,
  days: /^([1-9]|[1-8]\d|90)$/,
} as const;

export const load = (async (event) => {
  event.depends('app:board');
  await event.parent();
  const { params, url } = event;
  const query = new URLSearchParams();
  for (const [name, shape] of Object.entries(asked)) {
    const value = url.searchParams.get(name) ?? '';
    if (shape.test(value)) query.set(name, value);
  }
  const path = `/api/assignments/${params.assignment}/board` as const;
  const list = (what: 'questions' | 'unanswered') => {
    const cursor = url.searchParams.get(what);
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    return call<BoardNotes>(event, 'GET', `${path}/${what}?limit=10${from}`);
  };
  const [told, questions, unanswered] = await Promise.all([
    call<Board>(event, 'GET', `${path}?${query.toString()}`),
    list('questions'),
    list('unanswered'),
  ]);
  const board = required(told);
  // Of another class: its address is another one.
  if (board.assignment.class !== params.id) refuse(404, 'not-found');
  return {
    board,
    questions: required(questions),
    unanswered: required(unanswered),
    pictures: await drawPosts(board),
  };
}) satisfies PageServerLoad;
