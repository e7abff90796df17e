/** A key pressed while a Chinese input method composes; some browsers say so by 229 alone. */
export function isComposing(press: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it there
  return press.isComposing || press.keyCode === 229;
}
