import { readFile } from "node:fs/promises";
import path from "node:path";

export const dynamic = "force-static";

/** Scalar as its package ships it for browsers. It is read at build time, and no page's bundle holds it. */
export async function GET(): Promise<Response> {
  const file = path.join(process.cwd(), "node_modules/@scalar/api-reference/dist/browser/standalone.js");
  return new Response(await readFile(file), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      // Its address holds the version.
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
