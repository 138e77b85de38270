import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeImport, SAMPLE_MAPPING } from "@/lib/testing/imports";
import { createNamedMappingInput, namedMappingList } from "./named-mapping";
import {
  createNamedMapping,
  deleteNamedMapping,
  restoreNamedMapping,
  updateNamedMapping,
} from "./named-mapping-commands";
import { getNamedMapping, listMappingsOf, listNamedMappings, MAX_NAMED_MAPPINGS } from "./named-mapping-queries";
import { importMapping } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const keep = (actor: TenantActor, given: Record<string, unknown> = {}) =>
  createNamedMapping(actor, createNamedMappingInput.parse({ name: "PMS export", mapping: SAMPLE_MAPPING, ...given }));
const { query } = parseListParams(namedMappingList, {}, { mode: "strict" });
const namesFor = async (actor: TenantActor) => {
  const { items } = await listNamedMappings(actor, query);
  const names = items.map(({ name }) => name).sort();
  const menu = await listMappingsOf(actor, "payment_intents");
  expect(menu.map(({ name }) => name).sort(), "menu and list agree").toEqual(names);
  return names;
};

describe("a named mapping", () => {
  test("is kept whole, with who named it, renamed, overwritten, deleted and restored, each with one row in the log", async () => {
    const made = await keep(owner, { header: ["hotel", "amount"] });
    expect(made).toMatchObject({
      resource: "payment_intents",
      name: "PMS export",
      header: ["hotel", "amount"],
      mapping: { ...SAMPLE_MAPPING, delimiter: "," },
      created_by: { id: owner.userId },
    });
    expect(await getNamedMapping(owner, { id: made.id })).toEqual(made);
    const colleague = await createMember(database(), tenant);
    expect(await updateNamedMapping(colleague, { id: made.id, name: "Monthly" })).toMatchObject({
      name: "Monthly",
      mapping: made.mapping,
      created_by: { id: owner.userId },
    });
    const other = importMapping.parse({ ...SAMPLE_MAPPING, delimiter: ";" });
    expect(await updateNamedMapping(owner, { id: made.id, mapping: other })).toMatchObject({
      name: "Monthly",
      header: ["hotel", "amount"],
      mapping: { delimiter: ";" },
    });
    await deleteNamedMapping(owner, { id: made.id });
    expect(await namesFor(owner)).toEqual([]);
    await expect(getNamedMapping(owner, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await restoreNamedMapping(colleague, { id: made.id })).toMatchObject({
      name: "Monthly",
      header: ["hotel", "amount"],
      mapping: { delimiter: ";" },
      created_by: { id: owner.userId },
    });
    expect(await namesFor(owner)).toEqual(["Monthly"]);
    await expect(restoreNamedMapping(owner, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    const rows = await asOwner<{ operation: string }>(
      database(),
      "select operation from audit_logs where tenant_id = $1 and table_name = 'import_mappings' order by id",
      [tenant.id],
    );
    expect(rows.map(({ operation }) => operation)).toEqual([
      "import_mappings.create",
      "import_mappings.update",
      "import_mappings.update",
      "import_mappings.delete",
      "import_mappings.restore",
    ]);
  });

  test("is just what was guessed, if that is what is kept", async () => {
    const bytes = Buffer.from("hotel,amount,currency,status,date\nLisboa,120,EUR,paid,2026-01-31\n");
    const guessed = await makeImport(tenant, { actor: owner, bytes });
    const kept = await keep(owner, { mapping: guessed.mapping, header: guessed.header });
    expect(kept.mapping).toEqual(guessed.mapping);
    expect(kept.header).toEqual(guessed.header);
  });

  test("has its name alone among the living of its resource, whatever the case", async () => {
    const first = await keep(owner);
    const second = await keep(owner, { name: "Second" });
    const taken = { code: "already_exists", issues: [expect.objectContaining({ loc: ["body", "name"] })] };
    await expect(keep(owner, { name: "pms EXPORT" })).rejects.toMatchObject(taken);
    await expect(updateNamedMapping(owner, { id: second.id, name: "PMS export" })).rejects.toMatchObject(taken);
    const ofAccounts = { source: "hotels", resource: "accounts", fields: { name: { column: "hotel" } } };
    await keep(owner, { mapping: ofAccounts });
    await deleteNamedMapping(owner, { id: first.id });
    const successor = await keep(owner);
    await expect(restoreNamedMapping(owner, { id: first.id })).rejects.toMatchObject({
      code: "already_exists",
      message: "Another mapping has this name by now: rename that one first",
    });
    await updateNamedMapping(owner, { id: successor.id, name: "Successor" });
    expect(await restoreNamedMapping(owner, { id: first.id })).toMatchObject({ id: first.id, name: "PMS export" });
  });

  test("does not come back where there are as many as there may be", async () => {
    const { id } = await keep(owner);
    await deleteNamedMapping(owner, { id });
    await asOwner(
      database(),
      `insert into import_mappings (tenant_id, resource, name, mapping)
       select $1, 'payment_intents', 'Mapping ' || n, '{}' from generate_series(1, $2::int) n`,
      [tenant.id, MAX_NAMED_MAPPINGS],
    );
    await expect(restoreNamedMapping(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    await asOwner(database(), "delete from import_mappings where tenant_id = $1 and name = 'Mapping 1'", [tenant.id]);
    expect(await restoreNamedMapping(owner, { id })).toMatchObject({ id });
  });

  test("stays for what it was made for", async () => {
    const { id } = await keep(owner);
    const mapping = importMapping.parse({ source: "x", resource: "accounts", fields: { name: { column: "hotel" } } });
    await expect(updateNamedMapping(owner, { id, mapping })).rejects.toMatchObject({
      issues: [expect.objectContaining({ loc: ["body", "mapping", "resource"] })],
    });
  });

  test("is proposed to a file of just its columns, before what was last imported", async () => {
    const bytes = Buffer.from("hotel,amount,status\nLisboa,120,paid\n");
    const header = ["hotel", "amount", "status"];
    const named = await keep(owner, { header, mapping: { ...SAMPLE_MAPPING, source: "pms" } });
    const { name } = named;
    expect(await makeImport(tenant, { actor: owner, bytes })).toMatchObject({
      named_mapping: { id: named.id, name },
      mapping_from: null,
      mapping: named.mapping,
    });
    const otherColumns = Buffer.from("hotel,amount,status,note\nLisboa,120,paid,x\n");
    expect(await makeImport(tenant, { actor: owner, bytes: otherColumns })).toMatchObject({ named_mapping: null });
    await deleteNamedMapping(owner, { id: named.id });
    expect(await makeImport(tenant, { actor: owner, bytes })).toMatchObject({ named_mapping: null });
    await restoreNamedMapping(owner, { id: named.id });
    expect(await makeImport(tenant, { actor: owner, bytes })).toMatchObject({ named_mapping: { id: named.id, name } });
  });
});

describe("who may", () => {
  test("is whoever may import: a reader is refused everything", async () => {
    const { id } = await keep(owner);
    const gone = await keep(owner, { name: "Gone" });
    await deleteNamedMapping(owner, { id: gone.id });
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    for (const attempt of [
      () => keep(viewer, { name: "Mine" }),
      () => listNamedMappings(viewer, query),
      () => listMappingsOf(viewer, "payment_intents"),
      () => getNamedMapping(viewer, { id }),
      () => updateNamedMapping(viewer, { id, name: "Mine" }),
      () => deleteNamedMapping(viewer, { id }),
      () => restoreNamedMapping(viewer, { id: gone.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    expect(await namesFor(owner)).toEqual(["PMS export"]);
  });

  test("another tenant finds nothing, and has names of its own", async () => {
    const { id } = await keep(owner, { header: ["hotel", "amount"] });
    const other = await createTenant(database());
    const stranger = await createMember(database(), other);
    expect(await namesFor(stranger)).toEqual([]);
    for (const attempt of [getNamedMapping, deleteNamedMapping, updateNamedMapping])
      await expect(attempt(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await keep(stranger);
    const gone = await keep(owner, { name: "Gone" });
    await deleteNamedMapping(owner, { id: gone.id });
    await expect(restoreNamedMapping(stranger, { id: gone.id })).rejects.toMatchObject({ code: "not_found" });
    const bytes = Buffer.from("hotel,amount\nLisboa,120\n");
    expect(await makeImport(other, { actor: stranger, bytes })).toMatchObject({ named_mapping: null });
    expect(await namesFor(owner)).toEqual(["PMS export"]);
  });

  test("restricted members and keys have the own ones only, for a mapping may name any account", async () => {
    const account = await makeAccount(tenant);
    const { id } = await keep(owner);
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    const key = await createKey(tenant, { accountIds: [account.id] });
    for (const actor of [restricted, key]) {
      expect(await namesFor(actor)).toEqual([]);
      for (const attempt of [getNamedMapping, deleteNamedMapping, updateNamedMapping])
        await expect(attempt(actor, { id })).rejects.toMatchObject({ code: "not_found" });
    }
    const gone = await keep(owner, { name: "Gone" });
    await deleteNamedMapping(owner, { id: gone.id });
    for (const actor of [restricted, key])
      await expect(restoreNamedMapping(actor, { id: gone.id })).rejects.toMatchObject({ code: "not_found" });
    // Nor are they told by a refusal what there is.
    const own = await keep(restricted);
    await expect(keep(restricted)).rejects.toMatchObject({ code: "already_exists" });
    await deleteNamedMapping(restricted, { id: own.id });
    await restoreNamedMapping(restricted, { id: own.id });
    await updateNamedMapping(restricted, { id: own.id, name: "Mine" });
    expect(await namesFor(restricted)).toEqual(["Mine"]);
    expect(await namesFor(owner)).toEqual(["Mine", "PMS export"]);
  });
});
