import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  /** What is counted as failed although no test says so. */
  reasons: string[];
}

/** Writes what really happened to a file: a runner's exit code does not tell skipped from passed. */
export default class CountingReporter implements Reporter {
  readonly #file: string | undefined;

  constructor(options: { file?: string }) {
    this.#file = options.file;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[]): void {
    if (this.#file !== undefined) writeFileSync(this.#file, JSON.stringify(count(modules, errors)));
  }
}

function count(modules: readonly TestModule[], errors: readonly { message: string }[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, reasons: [] };
  const fail = (reason: string) => {
    counts.failed += 1;
    counts.reasons.push(reason);
  };
  for (const error of errors) fail(error.message);
  for (const module of modules) {
    for (const error of module.errors()) fail(`${module.relativeModuleId}: ${error.message}`);
    for (const suite of module.children.allSuites()) {
      for (const error of suite.errors()) fail(`${suite.fullName}: ${error.message}`);
    }
    let tests = 0;
    for (const test of module.children.allTests()) {
      tests += 1;
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else fail(`${state}: ${module.relativeModuleId} > ${test.fullName}`);
    }
    if (tests === 0 && module.errors().length === 0)
      fail(`${module.relativeModuleId} holds no test`);
  }
  // Also a failing global setup: it leaves no error here and no test.
  if (counts.passed + counts.failed === 0) fail('no test ran');
  return counts;
}
