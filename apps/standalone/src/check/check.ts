import '../node-version.cjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { report } from '../command.ts';
import { buildWeb, fresh } from '../web-build.ts';
import type { Counts } from './reporter.ts';
import { runStep, type Step } from './step.ts';
import { lanes, runners, runnerStep } from './steps.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-check-'));
const total = { passed: 0, failed: 0 };
const summary: string[] = [];

async function timed(name: string, body: () => Promise<Counts>, beside = false): Promise<void> {
  // Of what runs beside others the name stands over its output, when it has ended.
  if (!beside) report(`\n== ${name}`);
  const begun = performance.now();
  const counts = await body();
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  summary.push(
    `${name.padEnd(28)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
    ...counts.reasons.slice(0, 20).map((reason) => `    ${reason.split('\n')[0] ?? ''}`),
  );
}

const failure = (reason: string): Counts => ({ passed: 0, failed: 1, reasons: [reason] });

async function one(step: Step): Promise<Counts> {
  const { code, output } = await runStep(step, true);
  report(`\n== ${step.name}\n${output}`);
  return code === 0
    ? { passed: 1, failed: 0, reasons: [] }
    : failure(`ended with code ${String(code)}`);
}

/** What the runner's own report says; a runner that fails without one, or with nothing failed, has failed. */
async function runner(name: string): Promise<Counts> {
  const file = path.join(folder, `${name}.json`);
  const { code, output } = await runStep(runnerStep(name, file), false);
  process.stderr.write(output);
  let counts: Counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return failure('wrote no report');
  }
  if (code !== 0 && counts.failed === 0)
    return { ...counts, ...failure(`ended with code ${String(code)}`), passed: counts.passed };
  return counts;
}

async function build(): Promise<Counts> {
  try {
    await buildWeb(report);
    // Else every start would build again.
    if (!fresh())
      return failure('the build writes into its own sources, or they changed meanwhile');
    return { passed: 1, failed: 0, reasons: [] };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return failure('the site could not be built');
  }
}

// A runner that leaves the process without a word must not look like success.
process.exitCode = 1;
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
await Promise.all(
  lanes().map(async (lane) => {
    for (const step of lane) await timed(step.name, () => one(step), true);
  }),
);
await timed('build', build);
for (const name of runners) await timed(name, () => runner(name));

report(`\n${summary.join('\n')}\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed\n`);
