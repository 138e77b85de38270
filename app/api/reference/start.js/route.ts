import { REFERENCE_SCRIPT } from "@/lib/http/reference-page";

export const dynamic = "force-static";

export function GET(): Response {
  return new Response(REFERENCE_SCRIPT, { headers: { "content-type": "text/javascript; charset=utf-8" } });
}
