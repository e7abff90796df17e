import { licences } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { NewCommentary } from './commentary.ts';
import { closed, Localised, Uuid } from './common.ts';
import { ReleaseHead, ReleaseNumber } from './release.ts';

const LicenceName = Type.Enum([...licences]);

/** A copy of a release, as a commentary of whoever begins it. */
export const NewCopy = Type.Object(
  {
    number: ReleaseNumber,
    slug: NewCommentary.properties.slug,
    title: NewCommentary.properties.title,
    /** Made with the form: sending twice makes one copy. */
    key: Uuid,
  },
  closed,
);
export type NewCopy = Static<typeof NewCopy>;

/** Whether one may begin a copy of a release, and what would be in it. */
export const CopyOffer = Type.Object(
  {
    slug: Type.String(),
    number: Type.String(),
    titles: Localised,
    language: Type.String(),
    work: ReleaseHead.properties.work,
    contributors: ReleaseHead.properties.contributors,
    licence: ReleaseHead.properties.licence,
    sha256: Type.String(),
    parts: Type.Integer(),
    /** The number of the newest that was not retracted, where this is another. */
    successor: ReleaseHead.properties.successor,
    isRetracted: Type.Boolean(),
    /** By what one may: the licence lets everybody, or one writes it; null where one may not. */
    ground: Type.Union([Type.Enum(['licence', 'author']), Type.Null()]),
    /** Under what the copy may be published. */
    licences: Type.Array(LicenceName),
  },
  closed,
);
export type CopyOffer = Static<typeof CopyOffer>;
