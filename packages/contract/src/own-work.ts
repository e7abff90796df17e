import { workReasons, workRefusals, workStandings, workWithdrawals } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant, Locale, Localised, Page, Slug, Uuid } from './common.ts';

/** What the refusal of a withdrawn text says beside its code: all that is left of it. */
export const WithdrawnWork = Type.Object(
  {
    titles: Localised,
    withdrawn: Type.String(),
    reason: Type.Enum([...workWithdrawals]),
    words: Type.String(),
  },
  closed,
);
export type WithdrawnWork = Static<typeof WithdrawnWork>;

const GivenClass = Type.Object({ id: Uuid, name: Type.String() }, closed);

/** Who reads a work that is not public, as far as a reader of it knows. */
export const WorkCircle = Type.Object(
  {
    isOwn: Type.Boolean(),
    /** Of an owner all classes that it was given to, of others those which they are in. */
    classes: Type.Array(GivenClass),
  },
  closed,
);
export type WorkCircle = Static<typeof WorkCircle>;

/** One thing that was done about where a text stands. */
export const WorkStepView = Type.Object(
  {
    action: Type.Enum(['offer', 'take-back', 'refuse', 'assent', 'withdraw', 'reinstate']),
    /** Whether its owner did it, or a text editor. */
    asOwner: Type.Boolean(),
    reason: Type.Union([Type.Enum([...workReasons]), Type.Null()]),
    /** The statement of rights, or what the owner was told. */
    message: Type.String(),
    at: Instant,
  },
  closed,
);
export type WorkStepView = Static<typeof WorkStepView>;

const abilities = Type.Object(
  {
    offer: Type.Boolean(),
    'take-back': Type.Boolean(),
    assent: Type.Boolean(),
    refuse: Type.Boolean(),
    withdraw: Type.Boolean(),
    reinstate: Type.Boolean(),
    give: Type.Boolean(),
    delete: Type.Boolean(),
  },
  closed,
);

const summary = {
  slug: Slug,
  titles: Localised,
  standing: Type.Enum([...workStandings]),
  langs: Type.Array(Type.String()),
  brought: Instant,
};

/** A text of one's own, in a list. */
export const OwnWorkItem = Type.Object({ ...summary, classes: Type.Array(GivenClass) }, closed);
export type OwnWorkItem = Static<typeof OwnWorkItem>;
export const OwnWorkPage = Page(OwnWorkItem);
export type OwnWorkPage = Static<typeof OwnWorkPage>;

/** Where a text stands, for its owner and for text editors. */
export const WorkStandingView = Type.Object(
  {
    ...summary,
    /** True for its owner. */
    isOwn: Type.Boolean(),
    /** Empty where they have left. */
    owner: Type.String(),
    statement: Type.String(),
    withdrawal: Type.Union([WithdrawnWork, Type.Null()]),
    /** Classes that it is given to: told to its owner alone. */
    classes: Type.Array(Type.Object({ ...GivenClass.properties, isSet: Type.Boolean() }, closed)),
    /** Those that it could be given to as well: where its owner teaches. */
    teaches: Type.Array(GivenClass),
    /** Notes of its owner that would stand on nothing. */
    ownNotes: Type.Integer({ minimum: 0 }),
    steps: Type.Array(WorkStepView),
    abilities,
  },
  closed,
);
export type WorkStandingView = Static<typeof WorkStandingView>;

/** A text among those that text editors have to do with. */
export const EditedWork = Type.Object(
  { ...summary, owner: Type.String(), since: Instant, isOwn: Type.Boolean() },
  closed,
);
export type EditedWork = Static<typeof EditedWork>;
export const EditedWorkPage = Page(EditedWork);
export const editedStandings = ['offered', 'public', 'withdrawn'] as const;

/** The longest statement of rights, and the longest message to an owner. */
export const workMessageLength = 2_000;
const message = Type.String({ maxLength: workMessageLength * 2 });
export const WorkStepForm = Type.Union([
  Type.Object({ action: Type.Literal('offer'), message }, closed),
  Type.Object({ action: Type.Enum(['take-back', 'assent', 'reinstate']) }, closed),
  Type.Object(
    { action: Type.Literal('refuse'), reason: Type.Enum([...workRefusals]), message },
    closed,
  ),
  Type.Object(
    { action: Type.Literal('withdraw'), reason: Type.Enum([...workWithdrawals]), message },
    closed,
  ),
]);
export type WorkStepForm = Static<typeof WorkStepForm>;

/** The mail by which the owner is told; null where nobody is. */
export const WorkLetter = Type.Object(
  {
    letter: Type.Union([
      Type.Object(
        { to: Type.String(), locale: Locale, subject: Type.String(), body: Type.String() },
        closed,
      ),
      Type.Null(),
    ]),
  },
  closed,
);
export type WorkLetter = Static<typeof WorkLetter>;

/** A text that a class was given. */
export const ClassText = Type.Object(
  {
    slug: Slug,
    titles: Localised,
    standing: Type.Enum([...workStandings]),
    langs: Type.Array(Type.String()),
    given: Instant,
    isOwn: Type.Boolean(),
  },
  closed,
);
export type ClassText = Static<typeof ClassText>;
export const ClassTexts = Type.Object({ items: Type.Array(ClassText) }, closed);
export type ClassTexts = Static<typeof ClassTexts>;
