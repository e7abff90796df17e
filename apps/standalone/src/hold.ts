import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export interface Holder {
  pid: number;
  /** Since when the process runs, in ticks of this boot: a reused number is another process. */
  since: string;
  boot: string;
  purpose: string;
}

/** Takes the lock file for this process; the running holder where there is one. It outlives no kill. */
export function hold(file: string, purpose: string): { release: () => void } | { holder: Holder } {
  const mine: Holder = { ...identity(process.pid), purpose };
  const own = `${file}.${String(process.pid)}`;
  writeFileSync(own, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (;;) {
      try {
        linkSync(own, file);
        return {
          release: () => {
            rmSync(file, { force: true });
          },
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const before = read(file);
      if (before === null) continue;
      const holder = parse(before);
      if (holder !== null && lives(holder)) return { holder };
      removeStale(file, before);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Who holds the lock file now, if anybody who lives does. */
export function holderOf(file: string): Holder | null {
  const text = read(file);
  const holder = text === null ? null : parse(text);
  return holder !== null && lives(holder) ? holder : null;
}

// Two may find the same stale file: what is moved away must be what was judged stale.
function removeStale(file: string, judged: string): void {
  const aside = `${file}.${String(process.pid)}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody took it in between; whoever lost the name finds out at the next look.
    }
  }
  rmSync(aside, { force: true });
}

function lives(holder: Holder): boolean {
  const now = identity(holder.pid);
  return now.since !== '' && now.since === holder.since && now.boot === holder.boot;
}

function identity(pid: number): Omit<Holder, 'purpose'> {
  const stat = read(`/proc/${String(pid)}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  // The state Z is a dead process whose parent has not looked yet.
  if (stat !== undefined) return { pid, boot, since: stat[0] === 'Z' ? '' : (stat[19] ?? '') };
  return { pid, boot, since: boot === '' && signals(pid) ? 'unknown' : '' };
}

// Where there is no /proc (macOS), a number that takes a signal must do.
function signals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}
