import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

export const EditorForm = Type.Object(
  {
    /** A handle, with its sign or without, or the address of an account. */
    who: Type.String({ maxLength: limits.emailLength * 2 }),
  },
  closed,
);
export type EditorForm = Static<typeof EditorForm>;

/** Somebody who decides on the commentaries of the site. */
export const EditorView = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    handle: Type.String(),
    email: Type.String(),
    granted: Instant,
  },
  closed,
);
export type EditorView = Static<typeof EditorView>;
export const EditorPage = Page(EditorView);
