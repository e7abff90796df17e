import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../config.ts';
import type { Step } from './step.ts';

const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

/**
 * One check for each package that has types, and one for each tool: in two lanes that run side by side.
 * The linter reads types that the check of the web's own makes.
 */
export function lanes(): readonly (readonly Step[])[] {
  const packages = globSync('{packages,apps}/*/package.json', { cwd: root }).sort();
  const types = packages
    .filter((file) => 'types' in scripts(path.join(root, file)))
    .map((file) => ({
      name: `types ${path.dirname(file)}`,
      program: process.execPath,
      args: ['--run', 'types'],
      cwd: path.join(root, path.dirname(file)),
    }));
  const eslint = {
    name: 'eslint',
    program: bin('eslint'),
    args: ['-c', '.config/eslint.config.js', '.'],
  };
  const prettier = {
    name: 'prettier',
    program: bin('prettier'),
    args: ['--check', '--log-level', 'warn', '.'],
  };
  const isWeb = ({ name }: Step) => name === 'types apps/web';
  return [
    [...types.filter(isWeb), eslint],
    [...types.filter((step) => !isWeb(step)), prettier],
  ];
}

export const runners = ['unit', 'api', 'operate', 'e2e'] as const;

export function runnerStep(runner: string, counts: string): Step {
  return {
    name: runner,
    program: bin('vitest'),
    args: ['run', '--config', '.config/vitest.config.ts', '--project', runner],
    env: { CHECK_COUNTS: counts },
  };
}

function scripts(file: string): Record<string, string> {
  const content = JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> };
  return content.scripts ?? {};
}
