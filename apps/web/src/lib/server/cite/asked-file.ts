import { readCited } from '@glossator/contract';
import { citationFile, citationFiles, type CitationFile } from '@glossator/domain/cite';
import Negotiator from 'negotiator';

/** The file of a citation that a request asks for, and of which page. */
export interface AskedFile {
  readonly of: string;
  readonly format: CitationFile;
  /** By the ending of the address, or by what the request accepts. */
  readonly by: 'address' | 'accept';
}

const mediaTypes: Readonly<Record<string, CitationFile>> = Object.fromEntries(
  citationFiles.map((format) => [citationFile[format].mediaType, format]),
);
export const offered = ['text/html', ...Object.keys(mediaTypes)];

/** Where the same is found by its address alone. */
export const fileAddress = ({ of, format }: AskedFile): string => of + citationFile[format].suffix;

/** Whether the page at this path can be cited. */
export const isCited = (path: string): boolean => readCited(path) !== null;

export function readPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Null where a page is asked for; `none` where the request accepts nothing that there is. */
export function askedFile(path: string, accept: string | null): AskedFile | 'none' | null {
  for (const format of citationFiles) {
    const { suffix } = citationFile[format];
    const of = path.endsWith(suffix) ? path.slice(0, -suffix.length) : '';
    if (isCited(of)) return { of, format, by: 'address' };
  }
  if (!isCited(path) || accept === null || accept.trim() === '') return null;
  const type = new Negotiator({ headers: { accept } }).mediaType(offered);
  if (type === undefined) return 'none';
  const format = mediaTypes[type];
  return format === undefined ? null : { of: path, format, by: 'accept' };
}
