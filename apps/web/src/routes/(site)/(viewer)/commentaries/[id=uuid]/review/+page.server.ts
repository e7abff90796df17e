import { limits, type CommentaryDecision, type CommentaryReview } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { listPage, type ListPage } from '#lib/server/list-page.ts';
import { commentaryPath } from '#lib/server/load-commentary.ts';
import { member } from '#lib/server/member.ts';
import {
  answerInvitation,
  endReview,
  inviteReviewer,
  recommend,
  submitCommentary,
  takeStep,
} from '#lib/server/review-acts.ts';
import { previewLetters, sendLetters } from '#lib/server/review-letters.ts';
import type { PageServerLoad } from './$types.js';

const {
  submissionNote: note,
  reviewMessage: message,
  reviewReason: reason,
  reviewWords: words,
} = limits;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const most = { note, message, reason, words };
  // Whose session ended meanwhile gets their text back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { most, review: null, decisions: null };
  member(viewer, event.url);
  const path = commentaryPath(event);
  const review = required(await call<CommentaryReview>(event, 'GET', `${path}/review`));
  const decisions: ListPage<CommentaryDecision> = event.url.searchParams.has('cursor')
    ? await listPage<CommentaryDecision>(event, `${path}/decisions`)
    : { ...review.decisions, later: false };
  return { most, review, decisions };
}) satisfies PageServerLoad;

export const actions = {
  submit: submitCommentary,
  step: takeStep,
  preview: previewLetters,
  send: sendLetters,
  invite: inviteReviewer,
  end: endReview,
  answer: answerInvitation,
  recommend,
} satisfies Actions;
