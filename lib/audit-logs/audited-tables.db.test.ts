import { expect, test } from "vitest";
import { asOwner, doorsOfThisFile } from "@/lib/testing/fixtures";
import { AUDITED_TABLES } from "./names";

const database = doorsOfThisFile();

test("the log can be filtered by every table of tenants whose changes are in it", async () => {
  const audited = await asOwner<{ name: string }>(
    database(),
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgname = 'audit_insert' and n.nspname = 'public' and (c.relname = 'tenants' or exists (
       select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))`,
  );
  expect([...AUDITED_TABLES].sort()).toEqual(audited.map(({ name }) => name).sort());
});
