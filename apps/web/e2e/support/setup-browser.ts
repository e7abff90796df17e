import type { TestProject } from 'vitest/node';
import { prepare, type Program } from './launch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Unpacked once for all files of tests. */
    chromium: Program;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const { program, remove } = await prepare();
  project.provide('chromium', program);
  return remove;
}
