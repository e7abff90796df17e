export {
  acceptAsIs,
  acceptedCommentary,
  beginNext,
  endEditor,
  fillFront,
  publishNow,
  readChecks,
} from './accepted.ts';
export { member, newestMail, password, register, rowCounts, tokenTo, watched } from './accounts.ts';
export {
  annotation,
  annotationContext,
  annotationType,
  container,
  pinned,
  programOf,
  quote,
  type Json,
  type Program,
} from './annotations.ts';
export {
  cookieFor,
  cookieOf,
  origin,
  ownApp,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
  type TestAppOptions,
} from './app.ts';
export {
  assignmentForm,
  assignmentIn,
  draftIn,
  inDays,
  publish,
  readAssignment,
} from './assignments.ts';
export { bringRoster, classOf, codeOf, confirmRoster, foundClass } from './classes.ts';
export {
  addPart,
  completeCommentary,
  entryOn,
  foundCommentary,
  joinCommentary,
  makeEditor,
} from './commentaries.ts';
export { freshDatabase, type TestDatabase } from './database.ts';
export { test } from './fixtures.ts';
export { listenAt, type OpenStream } from './listen-live.ts';
export { allOf, deliverNow, deliveryOf, gatherNow, mailNow, fanOutNow, wishMail } from './mail.ts';
export {
  decideOn,
  heldSite,
  oneCase,
  openCases,
  queue,
  tellAuthors,
  timePasses,
} from './moderation.ts';
export {
  establish,
  hideForm,
  replyForm,
  replyTo,
  rootOf,
  seen,
  startThread,
  threadForm,
} from './notes.ts';
export { otherWork } from './other-work.ts';
export { endNow, give, sanctionForm } from './sanctions.ts';
export { ask, program, tokenOf } from './programs.ts';
export {
  decidedNote,
  drawShare,
  giveLook,
  lookedAt,
  looks,
  oneLook,
  readLook,
  unclear,
} from './second-looks.ts';
export * from './release-text.ts';
