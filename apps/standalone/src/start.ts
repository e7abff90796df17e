import './node-version.ts';
import { closeSoon } from './close-soon.ts';
import { Closing } from './closing.ts';
import { printFailure, report } from './command.ts';
import { readConfig } from './config.ts';
import { watchParents } from './parents.ts';
import { start } from './run.ts';

const closing = new Closing();

function end(why: string, code: number): void {
  if (closing.begun) {
    // Asked twice: whoever asks does not want to wait. The database ends by its parent's death.
    if (why !== 'parent') process.exit(1);
    return;
  }
  process.exitCode = code;
  closeSoon(closing, () => process.exit());
}

process.on('SIGINT', () => {
  end('signal', 0);
});
process.on('SIGTERM', () => {
  end('signal', 0);
});
process.on('SIGHUP', () => {
  end('signal', 0);
});
watchParents(() => {
  end('parent', 0);
});

try {
  await start(readConfig(), closing, report, (sentence) => {
    if (closing.begun) return;
    process.stderr.write(`${sentence}\n`);
    end('parent', 1);
  });
} catch (error) {
  // While ending, whatever was still starting fails for want of what has ended.
  if (!closing.begun) {
    printFailure(error);
    end('parent', 1);
  }
}
