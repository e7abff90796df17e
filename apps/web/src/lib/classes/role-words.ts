import { m } from '#lib/paraglide/messages.js';

/** What somebody is in a class. */
export const roleWords = {
  instructor: m.class_role_instructor,
  assistant: m.class_role_assistant,
  student: m.class_role_student,
} as const;
