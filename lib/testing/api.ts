import { readdirSync } from "node:fs";
import path from "node:path";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { signSessionToken } from "@/lib/auth/session-token";
import type { OperationHandler } from "@/lib/http/route";

const APP_FOLDER = path.resolve(import.meta.dirname, "../../app");
const CATCH_ALL = "[[...path]]";

export const HTTP_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** What a route file exports: a function per verb, which has an operation where the verb is served. */
export type RouteModule = Record<
  HttpMethod,
  ((request: Request) => Promise<Response>) & Partial<Pick<OperationHandler, "operation">>
>;

/** The route files of the API by their address, such as `/api/v1/accounts`; without the one for unknown addresses. */
export async function apiRoutes(): Promise<Map<string, RouteModule>> {
  const files = readdirSync(path.join(APP_FOLDER, "api/v1"), { recursive: true, encoding: "utf8" });
  const folders = files.flatMap((file) => (path.basename(file) === "route.ts" ? [path.dirname(file)] : []));
  const entries = folders
    .filter((folder) => folder !== CATCH_ALL)
    .map(async (folder) => [`/api/v1/${folder.split(path.sep).join("/")}`, await load(folder)] as const);
  return new Map(await Promise.all(entries));
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed text, or the text itself where it is no JSON; null for none. */
  body: ApiBody;
}

/** Tests name the fields they expect; which ones there are is what they test. */
// biome-ignore lint/suspicious/noExplicitAny: answers of all shapes are looked into field by field
type ApiBody = any;

export interface ApiCall {
  /** Access key, session token, or an actor whose token is made here. */
  token?: string | MemberActor | PlatformAdminActor | { secret: string };
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as multipart. */
  form?: FormData;
  headers?: Record<string, string>;
}

/** Calls the API's handler for an address such as `/api/v1/account?id=…`, as Next would, without a server. */
export async function callApi(method: HttpMethod, address: string, call: ApiCall = {}): Promise<ApiAnswer> {
  const url = new URL(address, "http://localhost:3000");
  const handler = await apiHandler(method, url.pathname);
  const headers = new Headers(call.headers);
  if (call.token !== undefined) headers.set("authorization", `Bearer ${await tokenOf(call.token)}`);
  if (call.body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
  const body = call.form ?? (call.body === undefined ? null : JSON.stringify(call.body));
  const response = await handler(new Request(url, { method, headers, body }));
  const text = await response.text();
  const isJson = response.headers.get("content-type") === "application/json";
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text || null };
}

/** The function that answers this verb at this path. */
export async function apiHandler(
  method: HttpMethod,
  pathname: string,
): Promise<(request: Request) => Promise<Response>> {
  const routes = await loadedRoutes();
  return (routes.get(pathname) ?? (await load(CATCH_ALL)))[method];
}

let loaded: Promise<Map<string, RouteModule>> | undefined;

function loadedRoutes(): Promise<Map<string, RouteModule>> {
  loaded ??= apiRoutes();
  return loaded;
}

function load(folder: string): Promise<RouteModule> {
  return import(/* @vite-ignore */ path.join(APP_FOLDER, "api/v1", folder, "route.ts"));
}

async function tokenOf(token: NonNullable<ApiCall["token"]>): Promise<string> {
  if (typeof token === "string") return token;
  return "secret" in token ? token.secret : signSessionToken(token);
}
