import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { freshPdf, makeDocument } from "@/lib/testing/documents";
import { createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { uploadOf } from "@/prisma/seed/sample-files";
import { createDocument, deleteDocument } from "./commands";
import { createDocumentInput } from "./schema";
import { documentStorage } from "./storage";
import { sweepOrphanDocuments } from "./sweep";

const database = doorsOfThisFile();

async function keys(tenantId: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of (await documentStorage()).list()) if (key.startsWith(tenantId)) found.push(key);
  return found;
}

async function orphan(tenantId: string): Promise<string> {
  const file = await uploadOf("orphan.pdf", freshPdf());
  const key = await (await documentStorage()).put(tenantId, file);
  await file.discard();
  return key;
}

test("files without a row go, those of living and deleted documents stay, in every tenant", async () => {
  const [one, other] = [await createTenant(database()), await createTenant(database())];
  for (const tenant of [one, other]) await makeDocument(tenant);
  await deleteDocument(one.system, { id: (await makeDocument(one)).id });
  const kept = [...(await keys(one.id)), ...(await keys(other.id))];
  expect(kept).toHaveLength(3);
  await orphan(one.id);
  await orphan(other.id);
  await orphan(randomUUID());
  expect(await sweepOrphanDocuments({ olderThanMs: -1000 })).toBeGreaterThanOrEqual(3);
  expect([...(await keys(one.id)), ...(await keys(other.id))].sort()).toEqual(kept.sort());
});

test("a file whose row may still be on its way is left alone", async () => {
  const tenant = await createTenant(database());
  const key = await orphan(tenant.id);
  await sweepOrphanDocuments();
  expect(await keys(tenant.id)).toEqual([key]);
});

test("an upload that cannot get its row leaves no bytes behind", async () => {
  const tenant = await createTenant(database());
  const storage = await documentStorage();
  const put = storage.put.bind(storage);
  // Somebody else sends the same file while this one is being stored.
  const bytes = freshPdf();
  const spy = vi.spyOn(storage, "put").mockImplementationOnce(async (tenantId, file) => {
    const key = await put(tenantId, file);
    await makeDocument(tenant, { bytes });
    return key;
  });
  const file = await uploadOf("late.pdf", bytes);
  expect(await createDocument(tenant.system, createDocumentInput.parse({ file }))).toMatchObject({
    is_duplicate: true,
  });
  spy.mockRestore();
  expect(await keys(tenant.id)).toHaveLength(1);
});
