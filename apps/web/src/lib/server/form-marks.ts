import { formText } from './form-text.ts';

/** Kind and tags as a form has them, and as the API takes them. */
export function formMarks(data: FormData) {
  const typed = { kind: formText(data, 'kind'), tags: formText(data, 'tags') };
  const tags = typed.tags.split(/[,，、;；]/u).map((tag) => tag.trim());
  return {
    typed,
    sent: {
      ...(typed.kind === '' ? {} : { kind: typed.kind }),
      ...(data.has('tags') ? { tags: tags.filter((tag) => tag !== '') } : {}),
    },
  };
}
