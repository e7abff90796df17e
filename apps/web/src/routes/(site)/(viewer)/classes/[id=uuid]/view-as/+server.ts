import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import type { RequestHandler } from './$types.js';

/** Begins to look at the class as a student, or ends it: a form, so that it works without script. */
export const POST = (async (event) => {
  const { id } = event.params;
  const data = await event.request.formData();
  const student = formText(data, 'student');
  required(
    data.has('leave')
      ? await call(event, 'DELETE', '/api/session/view-as')
      : await call(event, 'PUT', `/api/classes/${id}/view-as`, {
          student: student === '' ? null : student,
        }),
  );
  // What only the staff has leads on to what a student has there: see the layout of the class.
  redirect(303, localPath(formText(data, 'next'), `/classes/${id}`));
}) satisfies RequestHandler;
