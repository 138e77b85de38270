import { readFileSync } from "node:fs";
import { type ImportMapping, importMapping } from "@/lib/imports/schema";
import { OperatorError } from "@/scripts/operator-error";

/** Reads and checks a mapping file. @throws OperatorError that names each wrong place by its path */
export function readMappingFile(file: string): ImportMapping {
  const parsed = importMapping.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [""];
    return keys.map((key) => {
      const path = [...issue.path, ...(key ? [key] : [])].join(".");
      return `  ${path || "the mapping"}: ${issue.message}`;
    });
  });
  throw new OperatorError(`${file} is not a mapping:\n${problems.join("\n")}`);
}

function readJson(file: string): unknown {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`The mapping cannot be read: ${reason}.`);
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new OperatorError(`${file} is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
