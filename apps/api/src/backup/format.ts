import type { MigrationRecord } from '../db/migration-files.ts';
import { OperatorError } from '../db/operator-error.ts';

/**
 * A back-up is a gzipped tar: the parts of each table as PostgreSQL's COPY text, the signing key,
 * and last the manifest, so that an archive that was cut off has none.
 */
export const formatVersion = 1;
export const manifestName = 'manifest.json';
export const keyName = 'secret';

export interface Part {
  name: string;
  bytes: number;
  sha256: string;
}

export interface TableContent {
  name: string;
  columns: string[];
  rows: number;
  parts: Part[];
}

export interface Sequence {
  name: string;
  last: string;
}

export interface Manifest {
  format: number;
  /** When the snapshot was taken, ISO 8601. */
  taken: string;
  server: string;
  migrations: MigrationRecord[];
  tables: TableContent[];
  sequences: Sequence[];
  key: Part | null;
}

export function parseManifest(text: string, file: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format > formatVersion) {
    throw new OperatorError(
      `${file} was made by a newer version of Glossator: update the program and restore again.`,
    );
  }
  return manifest;
}

export const partName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.copy`;
