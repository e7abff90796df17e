import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Link {
  pid: number;
  parent: number;
  name: string;
}

/** A process's name and parent from /proc, or null where it is gone or there is no /proc. */
export function readLink(pid: number): Link | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name stands in parentheses and may itself hold spaces and parentheses.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
    const [, script = ''] = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    return { pid, name: programName(name, script), parent: Number(rest.split(' ')[1]) };
  } catch {
    return null;
  }
}

/** Node calls itself so whatever it runs: then the script says what it is. */
export function programName(name: string, script: string): string {
  return /^(node|MainThread)$/.test(name) ? path.basename(script) : name;
}

/**
 * Ourselves and the runners above us (npm > sh > pnpm > sh > node), up to the highest npm or pnpm.
 * A shell above that is somebody's terminal or script, which may end without meaning us.
 */
export function runnersAbove(pid: number, read: (pid: number) => Link | null = readLink): Link[] {
  const chain: Link[] = [];
  let highest = 0;
  for (let link = read(pid); link !== null; link = read(link.parent)) {
    const runner = /^(npm|npx|pnpm)\b/.test(link.name);
    if (chain.length > 0 && !runner && !/^(sh|dash|bash)$/.test(link.name)) break;
    chain.push(link);
    if (runner) highest = chain.length;
    if (link.parent <= 1) break;
  }
  return chain.slice(0, highest);
}

/**
 * Calls `gone` once when a link of the chain breaks: a signal sent to npx ends npm alone and leaves
 * everything below it running.
 */
export function watchParents(gone: () => void, pid = process.pid, every = 500): () => void {
  const chain = runnersAbove(pid);
  if (chain.length === 0) return () => undefined;
  const timer = setInterval(() => {
    // The highest link's own parent may change freely (a terminal that closes).
    if (
      chain.every((link, at) =>
        at === chain.length - 1
          ? readLink(link.pid) !== null
          : readLink(link.pid)?.parent === link.parent,
      )
    )
      return;
    clearInterval(timer);
    gone();
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
