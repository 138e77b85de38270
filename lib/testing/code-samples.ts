import { buildOpenApi } from "@/lib/http/openapi";
import type { Operation } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import type { SampleRequest } from "./api-samples";

type Language = "Shell" | "TypeScript";

type Described = NonNullable<NonNullable<ReturnType<typeof buildOpenApi>["paths"]>[string]["get"]>;

/** Extensions have no types of their own in a document. */
function samplesIn(described: Described): { lang: Language; source: string }[] {
  return "x-codeSamples" in described ? (described["x-codeSamples"] as { lang: Language; source: string }[]) : [];
}

/** An operation's code samples as the document of a server has them. */
export function codeSamplesOf(serverUrl: string): (operation: Operation, language: Language) => string {
  const document = buildOpenApi(OPERATIONS, { version: "1.2.3", serverUrl });
  return (operation, language) => {
    const described = document.paths?.[operation.path]?.[operation.method];
    const sample = described && samplesIn(described).find(({ lang }) => lang === language);
    if (!sample) throw new Error(`${operation.operationId} has no sample in ${language}`);
    return sample.source;
  };
}

const HASH = "[0-9a-f]{64}";
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** The same code, on records that exist: ids, versions, hashes and keys are taken over from a request that is known to work. */
export function onRecordsOf(code: string, { address, body }: SampleRequest): string {
  const known = [...new URL(address, "http://localhost").searchParams, ...Object.entries(body ?? {})];
  return known.reduce((changed, [name, given]) => {
    // A list of ids stands for its first one.
    const value = [given].flat()[0];
    const isId = new RegExp(`^(${UUID}|${HASH})$`).test(String(value));
    if (!isId && name !== "version") return changed;
    return changed.replace(new RegExp(`(\\b${name}\\b["=:\\s[]+)(${UUID}|${HASH}|\\d+)`), `$1${value}`);
  }, code);
}
