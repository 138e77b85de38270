import { env } from "@/lib/env";
import { buildOpenApi } from "@/lib/http/openapi";
import { OPERATIONS } from "@/lib/http/operations";
import { publicOperations } from "@/lib/http/operations/public";
import { otherMethods, route } from "@/lib/http/route";
import { VERSION } from "@/lib/version";

let document: Record<string, unknown> | undefined;

export const GET = route(publicOperations.openapi, () => {
  document ??= { ...buildOpenApi(OPERATIONS, { version: VERSION, serverUrl: env().appUrl }) };
  return document;
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
