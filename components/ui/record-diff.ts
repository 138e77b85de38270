export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonRecord = { readonly [key: string]: JsonValue };

export interface FieldChange {
  /** Dotted path: `metadata.booking.nights`. */
  path: string;
  kind: "added" | "removed" | "changed" | "unchanged";
  /** `undefined` where the field did not exist. */
  before: JsonValue | undefined;
  after: JsonValue | undefined;
}

/**
 * Compares two states of a record field by field; objects are walked, arrays are compared whole. `null` as a record
 * means that it did not exist. A field that was `null` counts as existing.
 */
export function diffRecords(before: JsonRecord | null, after: JsonRecord | null): FieldChange[] {
  const changes: FieldChange[] = [];
  collect("", before ?? {}, after ?? {}, changes);
  return changes;
}

function collect(prefix: string, before: JsonRecord, after: JsonRecord, changes: FieldChange[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const path = prefix + key;
    const old = ownValue(before, key);
    const next = ownValue(after, key);
    const [oldFields, nextFields] = [fieldsOf(old), fieldsOf(next)];
    if (oldFields && nextFields && Object.keys({ ...oldFields, ...nextFields }).length > 0) {
      collect(`${path}.`, oldFields, nextFields, changes);
    } else {
      changes.push({ path, kind: kindOf(old, next), before: old, after: next });
    }
  }
}

function kindOf(old: JsonValue | undefined, next: JsonValue | undefined): FieldChange["kind"] {
  if (old === undefined) return "added";
  if (next === undefined) return "removed";
  return sameJson(old, next) ? "unchanged" : "changed";
}

function ownValue(record: JsonRecord, key: string): JsonValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The fields to walk into: none for what is not there, `null` for anything but an object. */
function fieldsOf(value: JsonValue | undefined): JsonRecord | null {
  if (value === undefined) return {};
  return isRecord(value) ? value : null;
}

function isRecord(value: JsonValue): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True if two JSON values are equal; the order of an object's keys does not matter. */
function sameJson(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.size) return false;
  return left.every(([key, value]) => {
    const other = right.get(key);
    return other !== undefined && sameJson(value, other);
  });
}
