/** A field of a form as text; a missing field or a file is empty. Line ends become LF. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

/** Every field of that name, of which a form may have several. */
export const formTexts = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((value) => typeof value === 'string');
