import type { Preview } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { formMarks } from './form-marks.ts';
import { formPointing } from './form-pointing.ts';
import { formText, formTexts } from './form-text.ts';
import { refuse } from './refuse.ts';

const forms = new Set(['write', 'reply', 'edit']);

/** The page again with the text kept and what it would look like. */
export async function previewNote(event: RequestEvent, work: string) {
  const data = await event.request.formData();
  const named = formText(data, 'form');
  const form = forms.has(named) ? named : 'write';
  const values = {
    body: formText(data, 'body'),
    layer: formText(data, 'layer'),
    parent: formText(data, form === 'edit' ? 'id' : 'parent'),
    pointing: formPointing(data),
    ...(form === 'edit'
      ? {
          version: formText(data, 'version'),
          proposal: formText(data, 'proposal'),
          seen: formTexts(data, 'seen'),
        }
      : {}),
    ...formMarks(data).typed,
  };
  const answer = await call<Preview>(event, 'POST', '/api/preview', { work, body: values.body });
  if (!answer.ok) return refuse(form, answer.problem, values);
  return {
    refusal: { form, code: '', sentence: '', values, current: null, preview: answer.value },
  };
}
