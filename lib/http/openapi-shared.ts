import type { oas31 } from "zod-openapi";
import { METHODS } from "./operation";

/** An enumeration from this length on is written once, and referred to. */
const LONG_ENUM = 20;

/**
 * Writes what many operations say alike once, under `components`: failures, headers of requests, long enumerations. The
 * document is half the size for it, and a page that shows it is ready sooner.
 */
export function shareParts(document: oas31.OpenAPIObject): void {
  const responses: Record<string, oas31.ResponseObject> = {};
  const parameters: Record<string, oas31.ParameterObject> = {};
  document.components = { ...document.components, responses, parameters };
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        if (Number(status) < 400 || !("description" in response)) continue;
        operation.responses = { ...operation.responses, [status]: sharedResponse(responses, status, response) };
      }
      operation.parameters = operation.parameters?.map((parameter) => {
        if (!("in" in parameter)) return parameter;
        if (parameter.in === "header") return shared(parameters, "parameters", parameter.name, parameter);
        shareLongEnum(document, parameter);
        return parameter;
      });
      if (!operation.parameters) delete operation.parameters;
    }
  }
}

/** Failures of one status differ by their codes: the first of a kind has the plain name. */
function sharedResponse(
  known: Record<string, oas31.ResponseObject>,
  status: string,
  response: oas31.ResponseObject,
): oas31.ReferenceObject {
  const text = JSON.stringify(response);
  for (let count = 1; ; count += 1) {
    const name = `Error${status}${count > 1 ? `Kind${count}` : ""}`;
    if (known[name] === undefined || JSON.stringify(known[name]) === text)
      return shared(known, "responses", name, response);
  }
}

/** The known currencies, countries and the like, under the name of the first parameter that takes one. */
function shareLongEnum(document: oas31.OpenAPIObject, { name, schema }: oas31.ParameterObject): void {
  if (!schema || !("items" in schema) || !schema.items || !("enum" in schema.items)) return;
  const { items } = schema;
  if (!items.enum || items.enum.length < LONG_ENUM) return;
  const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}Code`;
  document.components = { ...document.components, schemas: { ...document.components?.schemas } };
  const known = document.components.schemas?.[id];
  if (known && JSON.stringify(known) !== JSON.stringify(items)) return;
  document.components.schemas = { ...document.components.schemas, [id]: items };
  schema.items = { $ref: `#/components/schemas/${id}` };
}

function shared<T>(known: Record<string, T>, kind: string, name: string, part: T): oas31.ReferenceObject {
  known[name] = part;
  return { $ref: `#/components/${kind}/${name}` };
}
