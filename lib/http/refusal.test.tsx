import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { Refusal } from "./refusal";

const missing = new AppError("forbidden", undefined, { data: { permission: "refunds:create" } });
const giver = (name: string) => ({ user_id: name, name });
const html = (given: Partial<Parameters<typeof Refusal>[0]>) =>
  renderToStaticMarkup(<Refusal error={missing} requestId="request-1" givers={[]} viewedAs={undefined} {...given} />);

test("names the missing permission in words and by name, and whom to ask", () => {
  const text = html({ givers: [giver("Olivia"), giver("Adam"), giver("Felix")] });
  expect(text).toContain("refunds:create");
  expect(text).toContain("Refund payments");
  expect(text).toContain("Ask Olivia, Adam or Felix");
  expect(text).toContain("request-1");
  expect(html({})).toContain("Nobody in this tenant can give it");
});

test("through a view, says who it is that may not, and sends nobody to ask", () => {
  const text = html({ viewedAs: "Ann Smith", givers: [] });
  expect(text).toContain("Ann Smith may not see this");
  expect(text).not.toContain("Nobody in this tenant");
});

test("what the platform has closed says so, why, and whom to ask", () => {
  const off = new AppError("switched_off", "The dashboard is switched off for this tenant: Unpaid", {
    data: { switch: "dashboard" },
  });
  for (const text of [
    html({ error: off }),
    html({ error: new AppError("forbidden", "This tenant is suspended", { data: { tenant: "suspended" } }) }),
  ]) {
    expect(text).toMatch(/Unpaid|suspended/);
    expect(text).toContain("ask the support of this platform");
    expect(text).toContain('href="/me"');
  }
});

test("another refusal keeps its own sentence", () => {
  expect(html({ error: new AppError("conflict", "Not now") })).toContain("Not now");
});
