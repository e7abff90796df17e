import { Type } from 'typebox';
import { closed } from './common.ts';

/** Both tell the same: Atom (RFC 4287) and JSON Feed. */
export const feedFormats = ['atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];
export const FeedQuery = Type.Object(
  { format: Type.Optional(Type.Enum([...feedFormats])) },
  closed,
);
