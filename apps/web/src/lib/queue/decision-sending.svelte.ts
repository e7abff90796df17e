import { applyAction, type SubmitFunction } from '$app/forms';
import { refreshAll } from '$app/navigation';

type Result = Parameters<typeof applyAction>[0];

interface Ways {
  /** Puts ready words in, which only a form without script asks the server for. */
  readonly fill: () => void;
  /** Whether what is decided on is to be read anew beside what was typed. */
  readonly isOutdated: (result: Result) => boolean;
}

/** A decision is on its way once at a time; what was typed stays in its fields. */
export class DecisionSending {
  pending = $state(false);
  readonly submit: SubmitFunction;

  constructor({ fill, isOutdated }: Ways) {
    this.submit = ({ submitter, cancel }) => {
      if (submitter?.getAttribute('data-ready') != null) {
        cancel();
        fill();
        return;
      }
      if (this.pending) {
        cancel();
        return;
      }
      this.pending = true;
      return async ({ result }) => {
        await applyAction(result);
        if (isOutdated(result)) await refreshAll();
        this.pending = false;
      };
    };
  }
}
