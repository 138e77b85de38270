import { beforeEach, expect, test, vi } from "vitest";
import { env } from "../env";
import { notePageRequest } from "./page-requests";

vi.mock("../env", () => ({ env: vi.fn() }));

beforeEach(() => {
  vi.mocked(env).mockReturnValue({ trustedProxies: 0 } as ReturnType<typeof env>);
});

/** What the page reads, and what its answer says. */
function noted(url: string, headers: Record<string, string> = {}) {
  const answer = new Map<string, unknown>();
  const request = { url, headers: { ...headers } as Record<string, string> };
  notePageRequest(request, { setHeader: (name: string, value: unknown) => answer.set(name, value) as never });
  return { id: request.headers["x-request-id"], path: request.headers["x-request-path"], answer };
}

const forged = { "x-request-id": "someone-elses-id", "x-request-path": "//evil.example" };

test("each request for a page gets an id of its own, and its path; neither is taken from the sender", () => {
  const { id, path, answer } = noted("/aurora?x=1", forged);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.get("x-request-id")).toBe(id);
  expect(path).toBe("/aurora?x=1");
  expect(noted("/aurora").id).not.toBe(id);
});

test("behind an own proxy its id is kept, if it is one", () => {
  vi.mocked(env).mockReturnValue({ trustedProxies: 1 } as ReturnType<typeof env>);
  expect(noted("/aurora", forged).id).toBe("someone-elses-id");
  expect(noted("/aurora", { "x-request-id": "a b" }).id).toMatch(/^[0-9a-f-]{36}$/);
});

test("the path is what people see: without the parameter of the browser's router", () => {
  expect(noted("/aurora?_rsc=1abc").path).toBe("/aurora");
  expect(noted("/aurora?a=b?c&_rsc=1abc&d=").path).toBe("/aurora?a=b?c&d=");
  expect(noted("/aurora?").path).toBe("/aurora");
});

test.each(["/api/v1/accounts", "/health/ready", "/_next/static/a.js", "/icon.svg"])("%s is no page", (url) => {
  expect(noted(url, forged)).toEqual({ id: "someone-elses-id", path: "//evil.example", answer: new Map() });
});
