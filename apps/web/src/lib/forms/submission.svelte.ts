import { enhance, type SubmitFunction } from '$app/forms';

/** One form in flight: a second press while it is under way sends nothing. */
export class Submission {
  pending = $state(false);
  readonly #whole: boolean;

  /** `whole`: success loads a new document, because language or person may have changed. */
  constructor(whole: boolean) {
    this.#whole = whole;
  }

  readonly submit: SubmitFunction = ({ cancel }) => {
    if (this.pending) {
      cancel();
      return;
    }
    this.pending = true;
    return async ({ result, update }) => {
      if (this.#whole && result.type === 'redirect') {
        location.assign(result.location);
        return;
      }
      await update({ reset: false });
      this.pending = false;
    };
  };

  readonly enhance = (form: HTMLFormElement) => enhance(form, this.submit);
}
