import { printFailure } from './command.ts';

/** What has to be ended, last opened first, when a signal comes or the start fails. */
export class Closing {
  #steps: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  get begun(): boolean {
    return this.#running !== undefined;
  }

  add(step: () => Promise<void> | void): void {
    // Something opened while we were already ending.
    if (this.begun) void step();
    else this.#steps.push(step);
  }

  run(): Promise<void> {
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        printFailure(error);
      }
    }
  }
}
