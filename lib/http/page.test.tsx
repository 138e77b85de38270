import { beforeEach, expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { adminPage, personPage, tenantPage } from "./page";

// Nothing of proxy.ts is here: these are the answers that a request gets without it.

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));

vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));

const render = vi.fn(async (): Promise<string> => "the page");
const props = (tenant = "aurora") => ({ params: Promise.resolve({ tenant }), searchParams: Promise.resolve({}) });

beforeEach(() => {
  vi.clearAllMocks();
  request.headers = new Headers();
  request.cookies = new Map();
});

async function redirectOf(page: Promise<unknown>): Promise<string> {
  const error = await page.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error && "digest" in error)) throw new Error("It did not redirect", { cause: error });
  const [kind, , address] = String(error.digest).split(";");
  expect(kind).toBe("NEXT_REDIRECT");
  return String(address);
}

test.each([
  ["no cookie", undefined],
  ["a cookie that is no token", "x"],
  ["a token that we did not sign", "eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0."],
])("without the proxy, %s leads to sign-in and renders nothing", async (_, value) => {
  if (value) request.cookies.set("bulkhead.session", { value });
  expect(await redirectOf(tenantPage(render)(props()))).toBe("/sign-in");
  expect(await redirectOf(adminPage(render)({ params: Promise.resolve({}) }))).toBe("/sign-in");
  expect(await redirectOf(personPage(render)({ params: Promise.resolve({}) }))).toBe("/sign-in");
  expect(render).not.toHaveBeenCalled();
});

test("the way back is the path that the proxy noted, and never another origin", async () => {
  request.headers = new Headers({ "x-request-path": "/aurora/accounts?status=FAILED" });
  expect(await redirectOf(tenantPage(render)(props()))).toBe(
    `/sign-in?next=${encodeURIComponent("/aurora/accounts?status=FAILED")}`,
  );
  request.headers = new Headers({ "x-request-path": "//evil.example" });
  expect(await redirectOf(tenantPage(render)(props()))).toBe("/sign-in");
});

test("an unexpected error reaches Next under the request's id", async () => {
  request.headers = new Headers({ "x-request-id": "request-1" });
  const page = tenantPage(render)({ params: Promise.reject(new Error("a bug")) });
  await expect(page).rejects.toMatchObject({ message: "a bug", digest: "request-1" });
});

test("what is not there for the person becomes Next's not-found page", async () => {
  const page = tenantPage(render)({ params: Promise.reject(new AppError("not_found")) });
  await expect(page).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
});
