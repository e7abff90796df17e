export type TextField = HTMLTextAreaElement | HTMLInputElement;

/**
 * Puts a text in place of a stretch of the field and selects part of it. The browser's own command
 * keeps its undo; it is old, but nothing else does.
 */
export function replaceIn(
  field: TextField,
  { start, end, insert }: { readonly start: number; readonly end: number; readonly insert: string },
  select: { readonly from: number; readonly to: number } = {
    from: start + insert.length,
    to: start + insert.length,
  },
): void {
  field.focus();
  field.setSelectionRange(start, end);
  const command = insert === '' ? 'delete' : 'insertText';
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const done = start === end && insert === '' ? true : document.execCommand(command, false, insert);
  if (!done) {
    field.setRangeText(insert, start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  field.setSelectionRange(select.from, select.to);
}
