import { ConfigError, OperatorError } from '@glossator/api/operations';

export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command: a refusal is one sentence and code 1; anything else is a fault of ours, with its stack. */
export async function command(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}

export function printFailure(error: unknown): void {
  process.stderr.write(`${isSentence(error) ? error.message : inspect(error)}\n`);
}

const inspect = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const isSentence = (error: unknown): error is Error =>
  error instanceof OperatorError || error instanceof ConfigError;
