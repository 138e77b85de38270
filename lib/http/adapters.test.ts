import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const APP_DIR = path.resolve(import.meta.dirname, "../../app");

const MADE_UP = "components with made-up data, in development only";

/** Pages that everybody may open, or that show nothing of anybody, with the reason. */
const OPEN_TO_ALL = new Map([
  ["layout.tsx", "frame of all pages, without data"],
  ["(auth)/layout.tsx", "frame of the pages before sign-in"],
  ["(auth)/sign-in/page.tsx", "sign-in itself"],
  ["(auth)/forgot-password/page.tsx", "asks whoever comes for an address"],
  ["(auth)/reset-password/page.tsx", "lets whoever has the secret of a mailed link choose a password"],
  ["(auth)/invitation/page.tsx", "shows an invitation to whoever has the secret of its link"],
  ["gallery/(framed)/layout.tsx", MADE_UP],
  ["gallery/(framed)/page.tsx", MADE_UP],
  ["gallery/(framed)/charts/page.tsx", MADE_UP],
  ["gallery/(framed)/controls/page.tsx", MADE_UP],
  ["gallery/(framed)/feedback/page.tsx", MADE_UP],
  ["gallery/(framed)/forms/page.tsx", MADE_UP],
  ["gallery/(framed)/list/page.tsx", MADE_UP],
  ["gallery/(framed)/list/empty/page.tsx", MADE_UP],
  ["gallery/(framed)/overlays/page.tsx", MADE_UP],
  ["gallery/(framed)/primitives/page.tsx", MADE_UP],
  ["gallery/(framed)/records/page.tsx", MADE_UP],
  ["gallery/(framed)/tables/page.tsx", MADE_UP],
  ["gallery/frame/page.tsx", MADE_UP],
  ["gallery/layout.tsx", MADE_UP],
]);

const files = readdirSync(APP_DIR, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({
    name: file.split(path.sep).join("/"),
    source: readFileSync(path.join(APP_DIR, file), "utf8"),
  }));

const guardOf = (name: string) =>
  name.startsWith("admin/") ? "adminPage" : name.startsWith("(dashboard)/[tenant]/") ? "tenantPage" : "personPage";

/** Pages that several records have alike, and where they are made: by the same guard. */
const MAKERS = new Map([["versionsPage", "(dashboard)/[tenant]/_versions/versions-page.tsx"]]);

/** What a page is made by: a guard, also where a function of the section applies it. */
function madeBy(source: string): string | undefined {
  const name = source.match(/export default (\w+)/)?.[1];
  const maker = files.find((file) => file.name === MAKERS.get(name ?? ""))?.source;
  return maker ? maker.match(new RegExp(`^export function ${name}\\([^]*?^ {2}return (\\w+)`, "m"))?.[1] : name;
}

const routes = files.filter(({ name }) => /(^|\/)(page|layout|template|default)\.tsx$/.test(name));

test.each(routes.filter(({ name }) => !OPEN_TO_ALL.has(name)))(
  "$name finds out who asks before anything is shown",
  ({ name, source }) => {
    expect(madeBy(source)).toBe(guardOf(name));
  },
);

test("the pages that are open to all exist, and take part in no tenant's data", () => {
  const open = routes.filter(({ name }) => OPEN_TO_ALL.has(name));
  expect(open.map(({ name }) => name).sort()).toEqual([...OPEN_TO_ALL.keys()].sort());
  for (const { source } of open) expect(source).not.toMatch(/lib\/tenant-db|\/queries"/);
});

const actionFiles = files.filter(({ source }) => /["']use server["']/.test(source));

/** Only the pages before sign-in have actions for people of whom nothing is known. */
const ACTION = /^export const \w+ = (?:tenantAction(?:Once)?|ownTenantAction|personAction)\(/;
/** The admin section has those of its own only. */
const ADMINS_ACTION = /^export const \w+ = adminAction\(/;
const STRANGERS_ACTION = /^export const \w+ = (?:visitorAction|personAction)\(/;

test.each(actionFiles)("every export of $name is an action that checks origin and actor", ({ name, source }) => {
  expect(source.startsWith('"use server"')).toBe(true);
  const exports = source.match(/^export .*/gm) ?? [];
  expect(exports.length).toBeGreaterThan(0);
  const kind = name.startsWith("(auth)/") ? STRANGERS_ACTION : name.startsWith("admin/") ? ADMINS_ACTION : ACTION;
  for (const line of exports) expect(line).toMatch(kind);
});

test("there are pages and actions to look at", () => {
  expect(routes.length).toBeGreaterThan(OPEN_TO_ALL.size);
  expect(actionFiles.length).toBeGreaterThan(0);
});
