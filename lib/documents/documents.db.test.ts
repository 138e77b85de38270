import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { freshPdf, makeDocument } from "@/lib/testing/documents";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { uploadOf } from "@/prisma/seed/sample-files";
import { createDocument, deleteDocument, restoreDocument, updateDocument } from "./commands";
import { getDocument, getDocumentContent, listDocuments, listDocumentVersions } from "./queries";
import { createDocumentInput, documentList, uploadedDocument } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  owner = await createMember(database(), tenant);
});

async function upload(actor: MemberActor | TestTenant["system"], given: Record<string, unknown>, bytes = freshPdf()) {
  const { fileName = "file.pdf", ...fields } = given;
  return createDocument(
    actor,
    createDocumentInput.parse({ file: await uploadOf(String(fileName), bytes), title: null, ...fields }),
  );
}

const query = (given: ParameterInput) => parseListParams(documentList, given, { mode: "strict" }).query;
const titles = async (actor: MemberActor, given: ParameterInput = {}) =>
  (await listDocuments(actor, query(given))).items.map(({ title }) => title);
const bytesOf = async (actor: MemberActor, id: string) =>
  Buffer.from(await new Response(await (await getDocumentContent(actor, { id })).open(null)).arrayBuffer());

test("a stored document comes back as declared, with its bytes and who brought it", async () => {
  const bytes = freshPdf();
  const account = await makeAccount(tenant);
  const made = await upload(owner, { title: "Contract", account_id: account.id, metadata: { year: 2026 } }, bytes);
  expect(uploadedDocument.parse(made)).toEqual(made);
  expect(made).toMatchObject({
    title: "Contract",
    file_name: "file.pdf",
    content_type: "application/pdf",
    size_bytes: bytes.length,
    account: { id: account.id },
    payment_intent: null,
    uploaded_by: { id: owner.userId, name: "Ann Example" },
    version: 1,
    is_latest: true,
    is_duplicate: false,
    metadata: { year: 2026 },
  });
  expect(await bytesOf(owner, made.id)).toEqual(bytes);
});

test("the temporary file is gone after a success, a refusal and a fault", async () => {
  const good = await uploadOf("a.pdf", freshPdf());
  const wrong = await uploadOf("a.exe", Buffer.from([0x4d, 0x5a, 0x90, 0]));
  const placeless = await uploadOf("a.pdf", freshPdf());
  await createDocument(owner, createDocumentInput.parse({ file: good }));
  await expect(createDocument(owner, createDocumentInput.parse({ file: wrong }))).rejects.toMatchObject({
    issues: [{ loc: ["body", "file"] }],
  });
  const nowhere = { file: placeless, account_id: "0190a000-0000-7000-8000-00000000000a" };
  await expect(createDocument(owner, createDocumentInput.parse(nowhere))).rejects.toMatchObject({
    issues: [{ loc: ["body", "account_id"] }],
  });
  for (const { path } of [good, wrong, placeless]) await expect(readFile(path)).rejects.toThrow("ENOENT");
});

describe("the same bytes", () => {
  test("in the same place are one document, however many uploads bring them at once", async () => {
    const bytes = freshPdf();
    const account = await makeAccount(tenant);
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => upload(owner, { account_id: account.id }, bytes)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent.filter(({ is_duplicate }) => !is_duplicate)).toHaveLength(1);
    const rows = await asOwner(database(), "select 1 from documents where account_id = $1", [account.id]);
    expect(rows).toHaveLength(1);
  });

  test("in another place, or after a delete, are another document", async () => {
    const bytes = freshPdf();
    const account = await makeAccount(tenant);
    const first = await upload(owner, {}, bytes);
    const there = await upload(owner, { account_id: account.id }, bytes);
    expect(there).toMatchObject({ is_duplicate: false, content_hash: first.content_hash });
    await deleteDocument(owner, { id: first.id });
    const again = await upload(owner, {}, bytes);
    expect(again.id).not.toBe(first.id);
    await expect(restoreDocument(owner, { id: first.id })).rejects.toMatchObject({ code: "already_exists" });
  });
});

describe("versions", () => {
  test("come from the same title in the same place, whatever its case, and count on", async () => {
    const account = await makeAccount(tenant);
    const first = await upload(owner, { title: "Terms", account_id: account.id });
    const second = await upload(owner, { title: "TERMS", account_id: account.id });
    const elsewhere = await upload(owner, { title: "Terms" });
    expect(second).toMatchObject({ series_id: first.id, version: 2, is_latest: true });
    expect(elsewhere).toMatchObject({ series_id: elsewhere.id, version: 1 });
    expect(await getDocument(owner, { id: first.id })).toMatchObject({ version: 1, is_latest: false });
    const versions = await listDocumentVersions(owner, { series_id: first.id });
    expect(versions.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await titles(owner, { account: account.id })).toEqual(["TERMS"]);
    expect(await titles(owner, { account: account.id, versions: "all" })).toEqual(["TERMS", "Terms"]);
    expect(await titles(owner, { series: first.id })).toHaveLength(2);
  });

  test("that come at once get a number each", async () => {
    const account = await makeAccount(tenant);
    const made = await Promise.all([1, 2, 3, 4].map(() => upload(owner, { title: "Race", account_id: account.id })));
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(made.map(({ series_id }) => series_id)).size).toBe(1);
  });

  test("step back when the latest is deleted, and forth when it is restored", async () => {
    const account = await makeAccount(tenant);
    const first = await upload(owner, { title: "Rates", account_id: account.id });
    const second = await upload(owner, { title: "Rates", account_id: account.id });
    await deleteDocument(owner, { id: second.id });
    expect(await getDocument(owner, { id: first.id })).toMatchObject({ is_latest: true });
    const third = await upload(owner, { title: "Rates", account_id: account.id });
    expect(third.version).toBe(3);
    await restoreDocument(owner, { id: second.id });
    const versions = await listDocumentVersions(owner, { series_id: first.id });
    expect(versions.map(({ is_latest }) => is_latest)).toEqual([true, false, false]);
  });

  test("move and are renamed together, and never onto another document", async () => {
    const [from, to] = [await makeAccount(tenant), await makeAccount(tenant)];
    const first = await upload(owner, { title: "Old", account_id: from.id });
    const second = await upload(owner, { title: "Old", account_id: from.id });
    await upload(owner, { title: "Taken", account_id: to.id });
    await updateDocument(owner, { id: second.id, title: "New", account_id: to.id, metadata: { a: 1 } });
    expect(await getDocument(owner, { id: first.id })).toMatchObject({
      title: "New",
      account: { id: to.id },
      metadata: {},
    });
    await expect(updateDocument(owner, { id: first.id, title: "taken" })).rejects.toMatchObject({
      code: "already_exists",
      issues: [{ loc: ["body", "title"] }],
    });
  });
});

describe("a place", () => {
  test("by payment intent brings its account, and must fit it", async () => {
    const [account, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const payment = await makePaymentIntent(tenant, account.id, { reference: "R-1" });
    const made = await upload(owner, { payment_intent_id: payment.id, title: "Evidence" });
    expect(made).toMatchObject({ account: { id: account.id }, payment_intent: { id: payment.id, reference: "R-1" } });
    expect(await titles(owner, { payment_intent: payment.id })).toEqual([made.title]);
    await expect(upload(owner, { payment_intent_id: payment.id, account_id: foreign.id })).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_id"] }],
    });
    await expect(updateDocument(owner, { id: made.id, account_id: null })).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_id"] }],
    });
    const free = await updateDocument(owner, { id: made.id, account_id: null, payment_intent_id: null });
    expect(free).toMatchObject({ account: null, payment_intent: null });
    const back = await updateDocument(owner, { id: made.id, payment_intent_id: payment.id });
    expect(back).toMatchObject({ account: { id: account.id } });
  });

  test("where the same file lies already is refused", async () => {
    const bytes = freshPdf();
    const account = await makeAccount(tenant);
    await upload(owner, { account_id: account.id, title: "One" }, bytes);
    const loose = await upload(owner, { title: "Two" }, bytes);
    await expect(updateDocument(owner, { id: loose.id, account_id: account.id })).rejects.toMatchObject({
      code: "already_exists",
      issues: [{ loc: ["body", "account_id"] }],
    });
  });
});

test("a deleted document keeps its facts, refuses its bytes, and comes back", async () => {
  const made = await upload(owner, {});
  const deleted = await deleteDocument(owner, { id: made.id });
  expect(deleted.deleted_at).not.toBeNull();
  expect(await getDocument(owner, { id: made.id })).toEqual(deleted);
  await expect(getDocumentContent(owner, { id: made.id })).rejects.toMatchObject({ code: "conflict" });
  await expect(deleteDocument(owner, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(updateDocument(owner, { id: made.id, title: "x" })).rejects.toMatchObject({ code: "not_found" });
  expect((await listDocuments(owner, query({ deleted: "true" }))).items.map(({ id }) => id)).toContain(made.id);
  expect(await restoreDocument(owner, { id: made.id })).toMatchObject({ deleted_at: null });
  await expect(restoreDocument(owner, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
  expect((await bytesOf(owner, made.id)).length).toBe(made.size_bytes);
});

test("a viewer reads and may not write", async () => {
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  const made = await makeDocument(tenant);
  expect(await getDocument(viewer, { id: made.id })).toMatchObject({ title: made.title });
  const refused = { code: "forbidden", data: { permission: "documents:write" } };
  await expect(upload(viewer, {})).rejects.toMatchObject(refused);
  await expect(updateDocument(viewer, { id: made.id, title: "No" })).rejects.toMatchObject(refused);
  await expect(deleteDocument(viewer, { id: made.id })).rejects.toMatchObject(refused);
  await expect(restoreDocument(viewer, { id: made.id })).rejects.toMatchObject(refused);
});

test("another tenant's document is not there, and nothing hangs on another tenant's records", async () => {
  const theirs = await makeDocument(other, { title: "Theirs" });
  const account = await makeAccount(other);
  const payment = await makePaymentIntent(other, account.id);
  const missing = { code: "not_found", message: "Document not found" };
  await expect(getDocument(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(getDocumentContent(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(updateDocument(owner, { id: theirs.id, title: "Mine" })).rejects.toMatchObject(missing);
  await expect(deleteDocument(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  await expect(restoreDocument(owner, { id: theirs.id })).rejects.toMatchObject(missing);
  expect(await listDocumentVersions(owner, { series_id: theirs.series_id })).toEqual([]);
  expect(await titles(owner, { title: "theirs" })).toEqual([]);
  await expect(upload(owner, { account_id: account.id })).rejects.toMatchObject({
    issues: [{ loc: ["body", "account_id"] }],
  });
  await expect(upload(owner, { payment_intent_id: payment.id })).rejects.toMatchObject({
    issues: [{ loc: ["body", "payment_intent_id"] }],
  });
});

test("a restricted member and a restricted key see the documents of their branch, and no others", async () => {
  const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
  const below = await makeAccount(tenant, { parent_id: mine.id });
  const payment = await makePaymentIntent(tenant, below.id);
  const inside = await makeDocument(tenant, { payment_intent_id: payment.id });
  const outside = await makeDocument(tenant, { account_id: foreign.id });
  const loose = await makeDocument(tenant);
  const restricted = await createMember(database(), tenant, { accountIds: [mine.id] });
  const key = await createKey(tenant, { accountIds: [mine.id] });
  for (const actor of [restricted, key]) {
    expect((await listDocuments(actor, query({}))).items.map(({ id }) => id)).toEqual([inside.id]);
    for (const { id } of [outside, loose]) {
      await expect(getDocument(actor, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(getDocumentContent(actor, { id })).rejects.toMatchObject({ code: "not_found" });
      await expect(deleteDocument(actor, { id })).rejects.toMatchObject({ code: "not_found" });
    }
  }
  const refused = { issues: [{ loc: ["body", "account_id"] }] };
  await expect(upload(restricted, {})).rejects.toMatchObject(refused);
  await expect(upload(restricted, { account_id: foreign.id })).rejects.toMatchObject(refused);
  await expect(
    updateDocument(restricted, { id: inside.id, account_id: null, payment_intent_id: null }),
  ).rejects.toMatchObject(refused);
  expect(await upload(restricted, { account_id: below.id })).toMatchObject({ account: { id: below.id } });
});

test("every change leaves one audit row without the place of the bytes; a download leaves none", async () => {
  const made = await upload(owner, { title: "Audited" });
  await bytesOf(owner, made.id);
  await updateDocument(owner, { id: made.id, title: "Audited twice" });
  await deleteDocument(owner, { id: made.id });
  const rows = await asOwner<{ operation: string; user_id: string; new_values: Record<string, unknown> }>(
    database(),
    "select operation, user_id, new_values from audit_logs where record_id = $1 order by id",
    [made.id],
  );
  expect(rows.map(({ operation }) => operation)).toEqual(["documents.create", "documents.update", "documents.delete"]);
  for (const { user_id, new_values } of rows) {
    expect(user_id).toBe(owner.userId);
    expect(Object.keys(new_values)).not.toContain("storage_key");
  }
});

test("filters, orders and paging hold the same rows", async () => {
  const fresh = await createTenant(database());
  const actor = await createMember(database(), fresh);
  for (const n of [1, 2, 3])
    await createDocument(
      actor,
      createDocumentInput.parse({
        file: await uploadOf(`list-${n}.csv`, Buffer.from(`a,b\n${"1".repeat(n)},2\n`)),
        title: `List ${n}`,
        metadata: { n, tags: ["x"] },
      }),
    );
  await makeDocument(fresh, { title: "Contract" });
  expect(await titles(actor, { title: "LIST*" })).toEqual(["List 3", "List 2", "List 1"]);
  expect(await titles(actor, { title: "list 2" })).toEqual(["List 2"]);
  expect(await titles(actor, { content_type: "application/pdf" })).toEqual(["Contract"]);
  expect(await titles(actor, { uploaded_by: actor.userId, sort: "title" })).toEqual(["List 1", "List 2", "List 3"]);
  expect(await titles(actor, { "metadata[n]": "3" })).toEqual(["List 3"]);
  expect(await titles(actor, { content_type: "text/csv", sort: "-size" })).toEqual(["List 3", "List 2", "List 1"]);
  expect(await listDocuments(actor, query({}))).toMatchObject({ total: 4, pages: 1 });
});
