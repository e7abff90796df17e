const parts = { tag: /[,，、]/, by: /[\s,，]+/ } as const;

/** What the form asks, as the API reads it: fields left empty are not there, lists are taken apart. */
export function exportQuery(form: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of form) {
    if (name === 'refused') continue;
    const split = name === 'tag' || name === 'by' ? value.split(parts[name]) : [value];
    for (const part of split) if (part.trim() !== '') query.append(name, part.trim());
  }
  return query;
}
