import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

/** What somebody is editor of. */
export const editorOffices = ['commentaries', 'texts'] as const;
export type EditorOffice = (typeof editorOffices)[number];
export const EditorOfficeName = Type.Enum([...editorOffices]);

export const EditorForm = Type.Object(
  {
    office: Type.Optional(EditorOfficeName),
    /** A handle, with its sign or without, or the address of an account. */
    who: Type.String({ maxLength: limits.emailLength * 2 }),
  },
  closed,
);
export type EditorForm = Static<typeof EditorForm>;

/** Somebody who decides on the commentaries of the site, or who releases its texts. */
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
