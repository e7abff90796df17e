/** What is wrong with how the command was called, in a sentence. */
export class Misuse extends Error {}
