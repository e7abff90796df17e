import { spawn } from 'node:child_process';
import { environmentForChild, root } from '../config.ts';

export interface Step {
  name: string;
  program: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
}

export interface Run {
  readonly code: number;
  /** What it printed, where that was kept back. */
  readonly output: string;
}

/**
 * Runs a command, its output streamed, or kept until it has ended where others run beside it; its code
 * is 1 where a signal or nothing ended it.
 */
export function runStep(step: Step, kept: boolean): Promise<Run> {
  return new Promise((resolve) => {
    const stream = kept ? 'pipe' : 'inherit';
    const child = spawn(step.program, step.args, {
      cwd: step.cwd ?? root,
      env: { ...environmentForChild(), ...step.env },
      stdio: ['ignore', stream, stream],
    });
    let output = '';
    for (const pipe of [child.stdout, child.stderr])
      pipe?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('error', (error) => {
      resolve({ code: 1, output: `${output}${step.name}: ${error.message}\n` });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
