import { spawn } from 'node:child_process';
import { environmentForChild, root } from '../config.ts';

export interface Step {
  name: string;
  program: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a command with its output streamed; its exit code, 1 where a signal or nothing ended it. */
export function runStep(step: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(step.program, step.args, {
      cwd: step.cwd ?? root,
      env: { ...environmentForChild(), ...step.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', (error) => {
      process.stderr.write(`${step.name}: ${error.message}\n`);
      resolve(1);
    });
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
