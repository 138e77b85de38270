import { useMemo, useRef, useState } from "react";
import { type FilterField, isPending, type PendingField } from "./filter-fields";

export interface LoadedFields {
  /** Those given, with what was loaded in its place. */
  fields: readonly FilterField[];
  state: "idle" | "loading" | "failed";
  /** Loads what is missing, if anything is; null where that failed. */
  load: () => Promise<readonly FilterField[] | null>;
}

/** What was loaded, by the names of the fields that lacked it. */
type Parts = ReadonlyMap<string, Awaited<ReturnType<PendingField["load"]>>>;

/** Gives a list's fields the parts that are loaded when somebody turns to the filters. */
export function useLoadedFields(given: readonly FilterField[]): LoadedFields {
  const [parts, setParts] = useState<Parts>(new Map());
  const [state, setState] = useState<LoadedFields["state"]>("idle");
  const underWay = useRef<Promise<Parts> | null>(null);
  const fields = useMemo(() => given.map((field) => completed(field, parts)), [given, parts]);

  async function load(): Promise<readonly FilterField[] | null> {
    const missing = fields.filter(isPending);
    if (missing.length === 0) return fields;
    setState("loading");
    underWay.current ??= partsOf(missing).finally(() => {
      underWay.current = null;
    });
    try {
      const found = await underWay.current;
      setParts((before) => new Map([...before, ...found]));
      setState("idle");
      return fields.map((field) => completed(field, found));
    } catch {
      setState("failed");
      return null;
    }
  }

  return { fields, state, load };
}

async function partsOf(fields: readonly PendingField[]): Promise<Parts> {
  return new Map(await Promise.all(fields.map(async (field) => [field.name, await field.load()] as const)));
}

function completed(field: FilterField, parts: Parts): FilterField {
  const part = parts.get(field.name);
  if (!part || !isPending(field)) return field;
  const { load: _load, ...whole } = field;
  // What a field loads is of its own kind.
  return { ...whole, ...part } as FilterField;
}
