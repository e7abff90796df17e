import { stringify } from 'csv-stringify/sync';

/**
 * Rows of a table that a spreadsheet opens without calculating: a cell that would begin a formula
 * gets an apostrophe before it, and every cell is quoted.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvRows(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    // A number below zero would be taken for a formula: there is none in what we write.
    { quoted: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}

/** Spreadsheets take a file for UTF-8 by it. */
export const byteOrderMark = '\uFEFF';
