import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of migrations for one test: files by name. */
export function migrationFolder(files: Record<string, string>) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  const write = (name: string, sql: string) => {
    writeFileSync(path.join(dir, name), sql);
  };
  for (const [name, sql] of Object.entries(files)) write(name, sql);
  const remove = (name: string) => {
    rmSync(path.join(dir, name));
  };
  return {
    dir,
    write,
    remove,
    end: () => {
      rmSync(dir, { recursive: true });
    },
  };
}
