import type { ThreadView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { newPlace } from '../notes/draft-place.ts';
import { readAssignment } from '../reader/in-assignment.ts';
import { noteIn, readWorkPlace } from '../reader/reader-address.ts';
import { call } from './api.ts';
import { forgetDraft } from './forget-draft.ts';
import { formMarks } from './form-marks.ts';
import { formPointing } from './form-pointing.ts';
import { formText } from './form-text.ts';
import { refuse } from './refuse.ts';

/** The form under a clause: a new thread. */
export async function startThread(event: RequestEvent) {
  const data = await event.request.formData();
  const assignment = readAssignment(event.url);
  const place = { ...readWorkPlace(event.params['work'] ?? ''), assignment };
  const target = event.params['at'] ?? '';
  const body = formText(data, 'body');
  const layer = formText(data, 'layer');
  const isInClass = layer === 'class' || layer === 'feedback';
  const pointing = formPointing(data);
  const marks = formMarks(data);
  const answer = await call<ThreadView>(event, 'POST', '/api/threads', {
    work: place.slug,
    target,
    ...(pointing === null ? {} : { pointing }),
    layer,
    ...(isInClass ? { assignment } : {}),
    body,
    ...marks.sent,
    seen: data.getAll('seen'),
    key: formText(data, 'key'),
  });
  if (!answer.ok)
    return refuse('write', answer.problem, {
      body,
      layer,
      parent: '',
      pointing,
      ...marks.typed,
    });
  await forgetDraft(event, newPlace(place.slug, target, assignment), data);
  const note = answer.value.annotations[0]?.id ?? '';
  // A note about a note stands where that one does, whichever clause it was begun at.
  const address = pointing?.kind === 'note' ? answer.value.target.address : target;
  redirect(303, noteIn(place, address, note));
}
