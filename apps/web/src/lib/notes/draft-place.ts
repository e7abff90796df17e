/** Where the draft of a new note is kept: by its clause, and by the assignment it is written in. */
export const newPlace = (work: string, address: string, assignment?: string): string =>
  ['new', work, address, assignment].filter((part) => part !== undefined).join(':');
