import { readFileSync } from "node:fs";
import path from "node:path";
import { guidesText } from "@/lib/http/reference-guides";

export const dynamic = "force-static";

/** The guides, which the reference page shows in front of the operations. Read at build time. */
export function GET(): Response {
  const read = (name: string) => readFileSync(path.join(process.cwd(), "docs", name), "utf8");
  return Response.json({ text: guidesText(read("README.md"), read) });
}
