import { enhance, type SubmitFunction } from '$app/forms';
import { refreshAll } from '$app/navigation';

/** One form in flight: a second press while it is under way sends nothing. */
export class Submission {
  pending = $state(false);
  readonly #whole: boolean;
  readonly #renews: boolean;

  /**
   * `whole`: success loads a new document, because language or person may have changed. `renews`: what is
   * refused because others have changed it is shown as it stands now, with what was typed.
   */
  constructor(whole: boolean, renews = false) {
    this.#whole = whole;
    this.#renews = renews;
  }

  readonly submit: SubmitFunction = ({ action, cancel }) => {
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
      // A form of this page stays where it is when it is refused: going to the address without its
      // query (`?done=`) would make the page anew, without what was typed.
      const stays = result.type === 'failure' && action.pathname === location.pathname;
      await update({ reset: false, navigate: !stays });
      const isStale = result.type === 'failure' && (result.status === 409 || result.status === 410);
      if (this.#renews && isStale) await refreshAll();
      this.pending = false;
    };
  };

  readonly enhance = (form: HTMLFormElement) => enhance(form, this.submit);
}
