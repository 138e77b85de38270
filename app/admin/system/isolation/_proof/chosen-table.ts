import { isolationProofQuery } from "@/lib/isolation-proofs/schema";

/** The table whose attempts the address asks for one by one; nothing for what is no table's name. */
export function chosenTable(value: string | string[] | undefined): string | undefined {
  const parsed = isolationProofQuery.shape.table.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
