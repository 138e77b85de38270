import { describe, expect, test } from "vitest";
import { importsOf } from "./imports";
import { FORM_PAGES, findHeavyPages } from "./page-weight";
import { findBreaches } from "./rules";
import { findPagesWithoutSkeleton } from "./skeletons";
import { readTree } from "./tree";

/** A small tree that keeps to the rules; a test plants one breach in it. */
const HOUSE = {
  "app/accounts/page.tsx":
    'import { page } from "@/lib/http/page";\nimport { listAccounts } from "@/lib/accounts/queries";',
  "app/accounts/form.tsx":
    '"use client";\nimport { save } from "./actions";\nimport { x } from "@/lib/accounts/schema";',
  "app/accounts/actions.ts": '"use server";\nimport { action } from "@/lib/http/action";',
  "components/table.tsx": 'import type { Account } from "@/lib/accounts/queries-type";\nimport { cn } from "@/lib/cn";',
  "lib/http/page.ts": 'import { actor } from "@/lib/auth/actor";',
  "lib/http/action.ts": 'import { logger } from "@/lib/logger";',
  "lib/auth/actor.ts": 'import { identity } from "../tenant-db";',
  "lib/accounts/queries.ts": 'import { tenantRead } from "@/lib/tenant-db";',
  "lib/accounts/schema.ts": 'import { z } from "zod";\nimport { name } from "../text";',
  "lib/refunds/queries.ts": "",
  "lib/tenant-db/index.ts": 'import pg from "pg";\nimport { PrismaClient } from "../generated/prisma/client";',
  "lib/logger.ts": 'import { pino } from "pino";',
  "lib/cn.ts": "",
  "lib/text.ts": "",
  "scripts/db.ts": 'import pg from "pg";',
};

const plant = (file: keyof typeof HOUSE, line: string) =>
  findBreaches(new Map(Object.entries({ ...HOUSE, [file]: `${HOUSE[file]}\n${line}` })));

test("the tree keeps to the import fence", () => {
  const tree = readTree();
  expect(tree.size).toBeGreaterThan(50);
  expect(findBreaches(tree)).toEqual([]);
});

describe("the fence", () => {
  test("lets a house pass that keeps to the rules", () => {
    expect(findBreaches(new Map(Object.entries(HOUSE)))).toEqual([]);
  });

  test.each([
    ["a page that goes around the adapters", "app/accounts/page.tsx", 'import { tenantRead } from "@/lib/tenant-db";'],
    ["a flat file that looks up", "lib/text.ts", 'import { actor } from "./auth/actor";'],
    ["a type that looks up", "lib/text.ts", 'import type { Actor } from "./auth/actor";'],
    ["a noun that imports another", "lib/accounts/queries.ts", 'import { listRefunds } from "../refunds/queries";'],
    ["a noun that imports an adapter", "lib/accounts/queries.ts", 'import { page } from "@/lib/http/page";'],
    ["the door that imports a noun", "lib/tenant-db/index.ts", 'export * from "../accounts/schema";'],
    ["a noun that speaks to pg", "lib/accounts/queries.ts", 'import pg from "pg";'],
    ["a noun that speaks to Prisma", "lib/accounts/queries.ts", 'const p = await import("@prisma/client");'],
    [
      "a page that takes the generated client",
      "app/accounts/page.tsx",
      'import { P } from "@/lib/generated/prisma/client";',
    ],
    [
      "a component that imports a query",
      "components/table.tsx",
      'import { listAccounts } from "@/lib/accounts/queries";',
    ],
    ["a component that brings the logger along", "components/table.tsx", 'import { logger } from "@/lib/logger";'],
    ["a schema that needs Node", "lib/accounts/schema.ts", 'import { hash } from "node:crypto";'],
    ["a schema whose helper needs Node", "lib/text.ts", 'export { hash } from "node:crypto";'],
    ["a client file that reads headers", "app/accounts/form.tsx", 'import { headers } from "next/headers";'],
    ["the application that imports a script", "lib/http/page.ts", 'import { x } from "@/scripts/db";'],
  ] as const)("stops %s", (_, file, line) => {
    expect(plant(file, line)).not.toEqual([]);
  });

  test("lets a type of Prisma pass, which is gone at run time", () => {
    expect(plant("lib/accounts/queries.ts", 'import type { Prisma } from "@prisma/client";')).toEqual([]);
  });
});

describe("pages that only show", () => {
  const pages = {
    "app/(dashboard)/[tenant]/things/page.tsx":
      'import { ListPage } from "@/components/shell/list-page";\nimport { Table } from "./table";\nimport { z } from "@/lib/things/schema";',
    "app/(dashboard)/[tenant]/things/table.tsx": '"use client";\nconst Form = dynamic(() => import("./form"));',
    "app/(dashboard)/[tenant]/things/form.tsx": '"use client";\nimport { z } from "@/lib/things/schema";',
    "components/shell/list-page.tsx": "",
    "lib/things/schema.ts": 'import { z } from "zod";',
  };

  test("send no code of forms", () => {
    const tree = readTree();
    expect([...tree.keys()].filter((file) => file.endsWith("/[id]/page.tsx")).length).toBeGreaterThan(10);
    expect(findHeavyPages(tree)).toEqual([]);
  });

  test("are all but those that are forms, and none is named a form that is none", () => {
    const heavy = findHeavyPages(readTree(), []);
    expect(FORM_PAGES.filter((page) => !heavy.some((way) => way.startsWith(`${page} →`)))).toEqual([]);
  });

  test("are found where they do, but not where it is fetched on demand or stays on the server", () => {
    const tree = new Map(Object.entries(pages));
    expect(findHeavyPages(tree)).toEqual([]);
    tree.set("app/(dashboard)/[tenant]/things/table.tsx", '"use client";\nimport { Form } from "./form";');
    expect(findHeavyPages(tree)).toHaveLength(1);
  });
});

describe("pages on their way", () => {
  const list = "export default tenantPage(async () => { return (<ListPage/>); });";
  const record = "export default tenantPage(async () => { return (<Card/>); });";
  const root = "app/(dashboard)/[tenant]";
  const find = (files: Record<string, string>) =>
    findPagesWithoutSkeleton(
      new Map(Object.entries({ [`${root}/loading.tsx`]: "", [`${root}/page.tsx`]: "", ...files })),
    );

  test("show their own shape", () => {
    const tree = readTree();
    expect([...tree.keys()].filter((file) => file.endsWith("/loading.tsx")).length).toBeGreaterThan(50);
    expect(findPagesWithoutSkeleton(tree)).toEqual([]);
  });

  test("are found where they have none, or one of another shape", () => {
    const things = `${root}/things`;
    expect(find({ [`${things}/page.tsx`]: list })).toEqual([`${things}/page.tsx: no loading.tsx`]);
    const withList = { [`${things}/page.tsx`]: list, [`${things}/loading.tsx`]: "<ListSkeleton />" };
    expect(find(withList)).toEqual([]);
    expect(find({ ...withList, [`${things}/loading.tsx`]: "<RecordSkeleton />" })).toHaveLength(1);
    expect(find({ ...withList, [`${things}/[id]/page.tsx`]: record })).toHaveLength(1);
    const withRecord = {
      ...withList,
      [`${things}/[id]/page.tsx`]: record,
      [`${things}/[id]/loading.tsx`]: "<RecordSkeleton />",
    };
    expect(find({ ...withRecord, [`${things}/[id]/versions/page.tsx`]: record })).toEqual([]);
    expect(find({ ...withRecord, [`${things}/[id]/edit/page.tsx`]: record })).toHaveLength(1);
    expect(find({ [`${root}/old/page.tsx`]: 'export default () => redirect("/new");' })).toEqual([]);
  });
});

test("imports of every form are found, and only they", () => {
  const source = `
    import a from "a"; import * as b from "b";
    import {
      c,
      type C,
    } from 'c';
    import "d";
    import type { E } from "e";
    export { f } from "f";
    export * from "g";
    export type { H } from "h";
    const i = await import("i");
    // import x from "comment";
    /* import y from "comment"; */
    const text = "https://example.com";
    export const j = "no import";`;
  const found = importsOf(source).map(({ specifier, isType }) => `${specifier}${isType ? " (type)" : ""}`);
  expect(found).toEqual(["a", "b", "c", "d", "e (type)", "f", "g", "h (type)", "i"]);
});
