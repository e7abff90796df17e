import './node-version.cjs';
import { closeSoon } from './close-soon.ts';
import { Closing } from './closing.ts';
import { printFailure, report } from './command.ts';
import { readConfig } from './config.ts';
import { watchParents } from './parents.ts';
import { start } from './run.ts';

const closing = new Closing();
let begun = 0;

function end(why: 'signal' | 'parent' | 'failure', code: number): void {
  if (closing.begun) {
    // Asked again: somebody does not want to wait. The database ends by its parent's death. One
    // Ctrl-C arrives twice: from the terminal and from pnpm.
    if (why === 'signal' && performance.now() - begun > 1000) process.exit(1);
    return;
  }
  begun = performance.now();
  process.exitCode = code;
  closeSoon(closing, () => process.exit());
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    end('signal', 0);
  });
}
watchParents(() => {
  end('parent', 0);
});

try {
  await start(readConfig(), closing, report, (sentence) => {
    if (closing.begun) return;
    process.stderr.write(`${sentence}\n`);
    end('failure', 1);
  });
} catch (error) {
  // While ending, whatever was still starting fails for want of what has ended.
  if (!closing.begun) {
    printFailure(error);
    end('failure', 1);
  }
}
