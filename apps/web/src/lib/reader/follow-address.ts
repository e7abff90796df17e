import { afterNavigate } from '$app/navigation';

const beside = /^#(n-|t-|thread|write|app-)/;

/** Whether an address points at what stands beside the clause. */
export function pointsBeside(hash: string): boolean {
  return beside.test(hash);
}

/** After a move without reload: the clause comes into sight, then what the address points at. */
export function followAddress(hash: string): void {
  const row = document.querySelector('.row.in-focus');
  const { top, bottom } = row?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (top < 70 || bottom > innerHeight - 90) row?.scrollIntoView({ block: 'center' });
  document.getElementById('thread')?.scrollTo({ top: 0 });
  const target = document.getElementById(hash.slice(1));
  target?.closest('details')?.setAttribute('open', '');
  if (/^#(n-|t-|app-)/.test(hash)) target?.scrollIntoView({ block: 'nearest' });
}

/** Who chose from the contents goes on reading at the clause, with the drawer closed. */
export function leaveContents(): void {
  const contents = document.getElementById('contents');
  if (contents?.contains(document.activeElement)) {
    document.querySelector<HTMLElement>('.row.in-focus')?.focus({ preventScroll: true });
  }
  contents?.hidePopover();
}

/**
 * What the document was opened at, with its beginning in sight: a note, whose sheet was not yet up when the
 * browser looked for it; or a clause, which would be centred even where it is taller than the window.
 */
export function showBeginning(hash: string): void {
  if (hash.startsWith('#n-')) {
    const note = document.getElementById(hash.slice(1));
    note?.scrollIntoView({ block: 'start' });
    note?.focus({ preventScroll: true });
    return;
  }
  const row = document.querySelector('.row.in-focus');
  if (hash !== '' || row === null) return;
  if (row.getBoundingClientRect().top < 60) row.scrollIntoView({ block: 'start' });
}

/** A link to the form, from an entry or a note, leads into it; called while the page is made. */
export function followToForm(raise: () => void): void {
  afterNavigate(({ to, type }) => {
    if (type !== 'enter' && to?.url.hash === '#write') raise();
  });
}
