/**
 * An expected failure of an operator's command: `message` is one sentence that says what to do.
 * Commands print it without a stack and end with code 1.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
