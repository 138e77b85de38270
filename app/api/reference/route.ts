import { REFERENCE_PAGE } from "@/lib/http/reference-page";

export const dynamic = "force-static";

export function GET(): Response {
  return new Response(REFERENCE_PAGE, { headers: { "content-type": "text/html; charset=utf-8" } });
}
