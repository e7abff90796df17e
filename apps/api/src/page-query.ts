import { closed, Cursor, limits } from '@glossator/contract';
import { Type } from 'typebox';

/** How every list is asked for. */
export const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.pageSizeMax })),
  },
  closed,
);
