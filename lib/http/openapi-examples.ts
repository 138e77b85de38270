import type { oas31 } from "zod-openapi";

type Schema = oas31.SchemaObject;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** True for the id of a record, as examples have them. */
const isUuidText = (value: unknown) => typeof value === "string" && UUID.test(value);

/**
 * The example of a schema: its own, or made of those of its parts. Of an input, fields that may be left out and lead to
 * another record are left out.
 */
export function exampleOf(
  document: oas31.OpenAPIObject,
  given: Schema | oas31.ReferenceObject,
  { forInput = false } = {},
): unknown {
  const schema = resolved(document, given);
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternative = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])][0];
  if (alternative) return exampleOf(document, alternative, { forInput });
  if (schema.type === "array") return schema.items ? [exampleOf(document, schema.items, { forInput })] : [];
  if (!schema.properties) return schema.default;
  const fields = Object.entries<Schema | oas31.ReferenceObject>(schema.properties).flatMap(([name, field]) => {
    const value = exampleOf(document, field, { forInput });
    const isNeeded = !forInput || schema.required?.includes(name);
    const isIdle = value === undefined || value === null || [value].flat().some(isUuidText);
    return isNeeded || !isIdle ? [[name, value] as const] : [];
  });
  return Object.fromEntries(fields);
}

/** The schema itself where the document names it under its components. */
export function resolved(document: oas31.OpenAPIObject, schema: Schema | oas31.ReferenceObject): Schema {
  if (!("$ref" in schema) || schema.$ref === undefined) return schema as Schema;
  const target = document.components?.schemas?.[schema.$ref.replace("#/components/schemas/", "")];
  if (!target) throw new Error(`The document has no ${schema.$ref}`);
  return resolved(document, target);
}

/** Places in the document (as paths) where a field or parameter has no example, for the test that wants none. */
export function fieldsWithoutExample(document: oas31.OpenAPIObject): string[] {
  const missing: string[] = [];
  const visit = (node: unknown, path: string): void => {
    // Whoever shows an example of the whole has shown its parts.
    if (typeof node !== "object" || node === null || ("examples" in node && Array.isArray(node.examples))) return;
    for (const [key, value] of Object.entries(node)) {
      const here = `${path}/${key}`;
      if (key === "properties") {
        for (const [name, field] of Object.entries<Schema>(value))
          if (!hasExample(field)) missing.push(`${here}/${name}`);
      }
      if (key === "parameters" && Array.isArray(value)) {
        for (const given of value as (oas31.ParameterObject | oas31.ReferenceObject)[]) {
          const parameter = resolvedParameter(document, given);
          const found = parameter.example !== undefined || (parameter.schema && hasExample(parameter.schema));
          if (!found) missing.push(`${here}/${parameter.name}`);
        }
      }
      // Examples are data: a field named "properties" in one is nobody's schema.
      if (key !== "example" && key !== "examples") visit(value, here);
    }
  };
  visit(document, "");
  return missing;
}

function resolvedParameter(
  document: oas31.OpenAPIObject,
  given: oas31.ParameterObject | oas31.ReferenceObject,
): oas31.ParameterObject {
  if (!("$ref" in given)) return given;
  const target = document.components?.parameters?.[given.$ref.replace("#/components/parameters/", "")];
  if (!target) throw new Error(`The document has no ${given.$ref}`);
  return resolvedParameter(document, target);
}

/** True if the schema has an example itself, or is made of parts that are looked at on their own. */
function hasExample(schema: Schema | oas31.ReferenceObject): boolean {
  if (schema.$ref !== undefined || ("examples" in schema && schema.examples?.length)) return true;
  if (!("type" in schema || "anyOf" in schema || "oneOf" in schema)) return false;
  if (schema.properties && Object.keys(schema.properties).length > 0) return true;
  if (schema.items) return hasExample(schema.items);
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(hasExample);
}
