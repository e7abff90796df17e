import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Uuid, VersionNumber } from './common.ts';
import { limits } from './limits.ts';
import { editionAccess } from './text.ts';

export const registrationModes = ['automatic', 'open', 'invitation', 'closed'] as const;

export const SiteView = Type.Object(
  {
    /** What holds now: `automatic` is resolved by the site's origin. */
    registration: Type.Enum(['open', 'invitation', 'closed']),
    /** False where no mail can be sent: an administrator then confirms people. */
    mail: Type.Boolean(),
    imprint: Type.String(),
    imprintHtml: Type.String(),
    contact: Type.String(),
    contactHtml: Type.String(),
  },
  closed,
);
export type SiteView = Static<typeof SiteView>;

export const SiteSettings = Type.Object(
  {
    registration: Type.Enum([...registrationModes]),
    imprint: Type.String({ maxLength: limits.siteTextLength * 2 }),
    contact: Type.String({ maxLength: limits.siteTextLength * 2 }),
  },
  closed,
);
export type SiteSettings = Static<typeof SiteSettings>;

export const EditionAccessChange = Type.Object({ access: Type.Enum([...editionAccess]) }, closed);
export const EditionAdminView = Type.Object(
  {
    id: Type.String(),
    work: Type.String(),
    title: Type.String(),
    version: Type.String(),
    access: Type.Enum([...editionAccess]),
    /** Of a supplement, whose newest version may be signed; null of all others. */
    signature: Type.Union([
      Type.Object(
        { by: Type.Union([Type.String(), Type.Null()]), at: Type.Union([Instant, Type.Null()]) },
        closed,
      ),
      Type.Null(),
    ]),
    proposed: Type.Array(
      Type.Object({ version: Type.String(), sha256: Type.String(), seen: Instant }, closed),
    ),
  },
  closed,
);
export type EditionAdminView = Static<typeof EditionAdminView>;
/** Somebody has read this version against the original, and answers for it under this name. */
export const SignatureForm = Type.Object(
  {
    version: VersionNumber,
    name: Type.String({ minLength: 1, maxLength: limits.nameLength * 2 }),
  },
  closed,
);
export type SignatureForm = Static<typeof SignatureForm>;
export const EditionList = Type.Object({ items: Type.Array(EditionAdminView) }, closed);

export const PersonAdminView = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    email: Type.String(),
    administrator: Type.Boolean(),
    /** Of any work. */
    moderator: Type.Boolean(),
    created: Instant,
  },
  closed,
);
export type PersonAdminView = Static<typeof PersonAdminView>;
export const PersonAdminPage = Page(PersonAdminView);

export const RegistrationView = Type.Object(
  { id: Uuid, name: Type.String(), email: Type.String(), created: Instant, expires: Instant },
  closed,
);
export type RegistrationView = Static<typeof RegistrationView>;
export const RegistrationPage = Page(RegistrationView);

export const InvitationView = Type.Object({ url: Type.String(), expires: Instant }, closed);
export type InvitationView = Static<typeof InvitationView>;

export const MailView = Type.Object(
  {
    id: Uuid,
    recipient: Type.String(),
    kind: Type.String(),
    subject: Type.String(),
    /** The words; null where mail is sent, because they may hold a link that signs somebody in. */
    body: Type.Union([Type.String(), Type.Null()]),
    state: Type.Enum(['queued', 'sending', 'sent', 'failed']),
    lastError: Type.String(),
    created: Instant,
  },
  closed,
);
export type MailView = Static<typeof MailView>;
export const MailPage = Page(MailView);
