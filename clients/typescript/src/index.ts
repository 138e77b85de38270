import * as operations from "./generated.js";
import { type Connection, checkConnection, type RequestOptions } from "./request.js";

export { BulkheadError, type FieldProblem } from "./error.js";
export type * from "./generated.js";
export { each } from "./pages.js";
export type { Connection, RequestOptions } from "./request.js";

type Operation = (...input: never[]) => Promise<unknown>;

/** Every operation of the API as a function: its input first, then the options of the request. */
export type Bulkhead = {
  [Name in keyof typeof operations as (typeof operations)[Name] extends Operation
    ? Name
    : never]: (typeof operations)[Name];
};

/**
 * The API at an address, as the bearer of a token.
 * @throws TypeError for an address or a token that cannot be one
 */
export function connect(connection: Connection): Bulkhead {
  const checked = checkConnection(connection);
  const bound = Object.entries(operations).flatMap(([name, operation]) =>
    typeof operation === "function" ? [[name, bind(operation as AnyOperation, checked)]] : [],
  );
  // Each function above stands under the name, and with the types, of the operation that it binds.
  return Object.fromEntries(bound) as Bulkhead;
}

type AnyOperation = (...input: unknown[]) => Promise<unknown>;

/** The options are the last parameter of a generated function; there the connection travels along. */
function bind(operation: AnyOperation, connection: Connection): AnyOperation {
  const optionsAt = operation.length - 1;
  return (...input) => {
    const options = input[optionsAt] as RequestOptions | undefined;
    const given = Array.from({ length: optionsAt }, (_, index) => input[index]);
    return operation(...given, { ...options, connection });
  };
}
