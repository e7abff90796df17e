// To be read and printed: no script is needed, and none repeats its words.
export const csr = false;
