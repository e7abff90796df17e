const WIDTH = 100;

// A map keeps its order; an object puts keys like "4" before keys like "0.0".
function entriesOf(value: object): readonly [string, unknown][] {
  return value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
}

function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const entries = entriesOf(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${JSON.stringify(key)}: ${inline(item)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function render(value: unknown, indent: string, isRoot: boolean): string {
  const short = inline(value);
  if (typeof value !== 'object' || value === null) return short;
  if (!isRoot && short.length + indent.length <= WIDTH) return short;
  if (short === '[]' || short === '{}') return short;
  const inner = `${indent}  `;
  const rows = Array.isArray(value)
    ? value.map((item: unknown) => inner + render(item, inner, false))
    : entriesOf(value).flatMap(([key, item]) =>
        item === undefined ? [] : [`${inner}${JSON.stringify(key)}: ${render(item, inner, false)}`],
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${rows.join(',\n')}\n${indent}${close}`;
}

/** Readable and diff-friendly: what fits a line of 100 stands on one line, the rest is indented. */
export function writeJson(value: unknown): string {
  return `${render(value, '', true)}\n`;
}
