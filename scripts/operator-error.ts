/** A failure whose message is one plain sentence with the fix, meant for the person at the terminal: no stack is shown. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
