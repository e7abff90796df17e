import { untrack } from 'svelte';

/**
 * Whether a fold is open: where it is wanted open it opens, and what the reader then does with it
 * stands. `open={…}` would be set anew whenever anything beside it changes: a note that arrives
 * would fold away what somebody reads or writes in. Bind it: `<details bind:open={fold.open}>`.
 */
export class Fold {
  open = $state(false);

  /** With another `of` it begins anew. Made while a component is. */
  constructor(wanted: () => boolean, of: () => string = () => '') {
    this.open = untrack(wanted);
    let last = untrack(of);
    $effect.pre(() => {
      const now = of();
      if (wanted()) this.open = true;
      else if (now !== last) this.open = false;
      last = now;
    });
  }
}
