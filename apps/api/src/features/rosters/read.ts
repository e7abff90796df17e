import { limits, type RosterEncoding } from '@glossator/contract';
import { checkText, codePointLength } from '@glossator/document';
import {
  rosterColumn,
  rosterRole,
  type RosterColumn,
  type RosterLine,
  type RosterProblem,
} from '@glossator/domain';
import { parse, type CsvError } from 'csv-parse/sync';
import { Refusal } from '../../refusal.ts';
import { readAddress } from '../accounts/identity.ts';
import { decodeRoster } from './decode.ts';

export interface ReadRoster {
  readonly encoding: RosterEncoding;
  readonly ignored: readonly string[];
  readonly lines: readonly RosterLine[];
}

interface Cells {
  readonly line: number;
  /** Null: the line is no line of a table. */
  readonly cells: readonly string[] | null;
}

/** What stands between cells: whatever the first line has most of. */
function delimiterOf(text: string): string {
  const head = /^[^\r\n]*/u.exec(text.trimStart())?.[0] ?? '';
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function tableOf(text: string): Cells[] {
  const found: Cells[] = [];
  const records = parse(text, {
    bom: true,
    info: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      // It is told of one line once for each mistake.
      const line = Number(error?.['lines'] ?? 0);
      if (found.at(-1)?.line !== line) found.push({ line, cells: null });
      return undefined;
    },
  }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
  for (const { record, info } of records) {
    // Counted at its end; a cell may hold line breaks.
    const breaks = record.join('').split(/\r\n|\n|\r/u).length - 1;
    if (record.some((cell) => cell.trim() !== ''))
      found.push({ line: info.lines - breaks, cells: record });
  }
  return found.sort((a, b) => a.line - b.line);
}

type Columns = ReadonlyMap<RosterColumn, number>;

function columnsOf(headings: readonly string[]): { columns: Columns; ignored: string[] } {
  const columns = new Map<RosterColumn, number>();
  const ignored: string[] = [];
  for (const [n, heading] of headings.entries()) {
    const column = rosterColumn(heading.trim());
    if (column === null) {
      if (heading.trim() !== '') ignored.push(heading.trim());
    } else if (columns.has(column))
      throw new Refusal('roster-column-twice', `Two columns of the file are headed for ${column}.`);
    else columns.set(column, n);
  }
  if (!columns.has('email'))
    throw new Refusal('roster-no-address', 'No column of the file is headed as one of addresses.');
  return { columns, ignored };
}

/** A cell of one line as it may be kept; null where it may not. */
function short(text: string, max: number): string | null {
  const checked = checkText(text.trim());
  if (!checked.ok || /[\t\n\r]/u.test(checked.value)) return null;
  return codePointLength(checked.value) > max ? null : checked.value;
}

const shown = (text: string): string =>
  [...text.toWellFormed().replaceAll('\0', '')].slice(0, 254).join('');

function readLine({ line, cells }: Cells, columns: Columns): RosterLine {
  const cell = (column: RosterColumn): string => cells?.[columns.get(column) ?? -1] ?? '';
  const typed = cell('email').trim();
  const address = readAddress(typed);
  const name = short(cell('name'), limits.nameLength);
  const role = rosterRole(cell('role').trim());
  const group = short(cell('group'), limits.groupNameLength);
  const problem = ((): RosterProblem | null => {
    if (cells === null) return 'line-malformed';
    if (typed === '') return 'address-missing';
    if (address === null) return 'address-malformed';
    if (name === null) return 'name-malformed';
    if (role === null && cell('role').trim() !== '') return 'role-unknown';
    return group === null ? 'group-malformed' : null;
  })();
  return {
    line,
    email: address?.email ?? shown(typed),
    key: address?.key ?? '',
    name: name ?? shown(cell('name').trim()),
    role,
    group: group === '' ? null : group,
    problem,
  };
}

/** The lines of a file. What no line of it can be told of is refused as a whole. */
export function readRoster(bytes: Uint8Array): ReadRoster {
  const decoded = decodeRoster(bytes);
  if (decoded === null)
    throw new Refusal('roster-unreadable', 'The file is no table in UTF-8, UTF-16 or GB 18030.');
  const [head, ...rows] = tableOf(decoded.text);
  if (head?.cells == null || rows.length === 0)
    throw new Refusal('roster-empty', 'The file has no line of a person below its headings.');
  if (rows.length > limits.rosterLines)
    throw new Refusal(
      'roster-too-long',
      `The file has ${String(rows.length)} lines; at most ${String(limits.rosterLines)} are read at once.`,
    );
  const { columns, ignored } = columnsOf(head.cells);
  return {
    encoding: decoded.encoding,
    ignored: ignored.map(shown),
    lines: rows.map((row) => readLine(row, columns)),
  };
}
