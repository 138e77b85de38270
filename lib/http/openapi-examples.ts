import type { oas31 } from "zod-openapi";

type Schema = oas31.SchemaObject;

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
        for (const parameter of value as oas31.ParameterObject[]) {
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

/** True if the schema has an example itself, or is made of parts that are looked at on their own. */
function hasExample(schema: Schema | oas31.ReferenceObject): boolean {
  if (schema.$ref !== undefined || ("examples" in schema && schema.examples?.length)) return true;
  if (!("type" in schema || "anyOf" in schema || "oneOf" in schema)) return false;
  if (schema.properties && Object.keys(schema.properties).length > 0) return true;
  if (schema.items) return hasExample(schema.items);
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(hasExample);
}
