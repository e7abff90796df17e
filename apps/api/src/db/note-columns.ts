import { noteKinds } from '@glossator/domain';
import { text } from 'drizzle-orm/pg-core';

export const kind = () =>
  text({ enum: [...noteKinds] })
    .notNull()
    .default('comment');

export const tags = () => text().array().notNull().default([]);
