// A fact about this browser document, never about a person: a server never changes it.
let first = true;

/** True until the document that the server made has been taken over by script. */
export function isFirstLoad(): boolean {
  return first;
}

export function noteFirstLoad(): void {
  first = false;
}
