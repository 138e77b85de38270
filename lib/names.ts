/** A schema's name as the API and the database write it: `customerEmail` → `customer_email`. Leaves snake_case alone. */
export function toSnakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
