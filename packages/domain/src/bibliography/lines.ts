/** Which line of the text an offset is on, from 1, for offsets that only grow. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let from = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', from); next !== -1 && next < offset;) {
      line += 1;
      from = next + 1;
      next = text.indexOf('\n', from);
    }
    return line;
  };
}
