import { allCaseActions } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { RetentionNotice } from './class-retention.ts';
import { closed, Instant, Page, Uuid } from './common.ts';
import { ReleaseNews, TextNews } from './fate.ts';
import { FlagView } from './flag.ts';
import { ResultNotice } from './grading.ts';
import { NoteCard } from './reference.ts';

/** Why somebody is told of a note, the strongest first. */
export const noticeReasons = [
  'reply',
  'mention',
  'feedback',
  'question',
  'thread',
  'clause',
  'person',
  'layer',
  'work',
  'decision',
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

export const NoticeView = Type.Object(
  {
    reason: Type.Enum([...noticeReasons]),
    unread: Type.Boolean(),
    told: Instant,
    /** What was decided, where one is told of a decision on a note of one's own. */
    action: Type.Union([Type.Enum([...allCaseActions]), Type.Null()]),
    note: NoteCard,
  },
  closed,
);
export type NoticeView = Static<typeof NoticeView>;
export const classNewsKinds = ['published', 'opened', 'extended', 'contested', 'answered'] as const;
export type ClassNewsKind = (typeof classNewsKinds)[number];

/** What happened in a class and is no note. */
export const ClassNews = Type.Object(
  {
    kind: Type.Enum([...classNewsKinds]),
    assignment: Uuid,
    class: Uuid,
    className: Type.String(),
    zone: Type.String(),
    title: Type.String(),
    told: Instant,
    opens: Instant,
  },
  closed,
);
export type ClassNews = Static<typeof ClassNews>;

export const NoticePage = Type.Object(
  {
    ...Page(NoticeView).properties,
    /** What came of one's reports and has not been looked at, newest first; on the first page alone. */
    outcomes: Type.Array(FlagView),
    /** What one got in classes and has not opened, newest first; on the first page alone. */
    results: Type.Array(ResultNotice),
    /** What happened in classes and has not been looked at, newest first; on the first page alone. */
    news: Type.Array(ClassNews),
    /** Releases of texts under one’s notes that have not been looked at, newest first; on the first page alone. */
    texts: Type.Array(TextNews),
    /** Releases that touch what one teaches, explains or follows, newest first; on the first page alone. */
    releases: Type.Array(ReleaseNews),
    /** Classes one teaches that are emptied soon, newest first; on the first page alone. */
    retentions: Type.Array(RetentionNotice),
  },
  closed,
);
export type NoticePage = Static<typeof NoticePage>;

/** Everything one was told until then. */
export const NoticesRead = Type.Object({ until: Instant }, closed);
