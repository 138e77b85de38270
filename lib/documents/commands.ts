import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { reportError } from "../logger";
import { keepMasked } from "../personal-data";
import type { UploadedFile } from "../stored-bytes";
import { type ConstraintMessages, type ReadClient, sql, tenantRead, tenantWrite, type WriteClient } from "../tenant-db";
import { detectContentType, fittingFileName } from "./content-type";
import type { ContentType } from "./names";
import { ACCEPTED_FILES } from "./names";
import { type Place, placeOf, samePlace } from "./place";
import { readDocument, readStoredDocument } from "./queries";
import type { CreateDocumentInput, Document, UpdateDocumentInput, UploadedDocument } from "./schema";
import { documentStorage } from "./storage";

const MAX_TITLE_LENGTH = 200;

/**
 * Stores an uploaded file as a document, and takes the file over. A document of the same title in the same place gets it
 * as its next version. The same bytes in the same place are stored once: the answer is then the document that was there.
 * @throws AppError `validation_error` for a type that is not taken or an unknown account or payment intent
 */
export async function createDocument(actor: TenantActor, input: CreateDocumentInput): Promise<UploadedDocument> {
  const { file } = input;
  try {
    const found = await tenantRead(actor, "documents:write", async (db) =>
      findDuplicate(db, actor, file, await placeOf(db, actor, input)),
    );
    if (found) return found;
    const contentType = await detectContentType(file);
    if (!contentType) throw fieldError("file", `Must be a file of one of these types: ${ACCEPTED_FILES}`);
    return await storeDocument(actor, input, contentType);
  } finally {
    await file.discard();
  }
}

/** Bytes first, row then: a row always has its bytes. Bytes that get no row go at once, or with the next sweep. */
async function storeDocument(
  actor: TenantActor,
  input: CreateDocumentInput,
  contentType: ContentType,
): Promise<UploadedDocument> {
  const storage = await documentStorage();
  const key = await storage.put(actor.tenantId, input.file);
  let isStored = false;
  try {
    const stored = await tenantWrite(actor, "documents:write", "documents.create", async (db) => {
      const place = await placeOf(db, actor, input);
      const title = input.title ?? titleOf(input.file.fileName);
      await lockTitle(db, actor, title);
      // Whoever sent the same file a moment ago has let go of the lock by now, and the row is there.
      const found = await findDuplicate(db, actor, input.file, place);
      if (found) return found;
      const id = await insertDocument(db, actor, { ...input, title, contentType, key, place });
      return { ...(await readDocument(db, actor, id)), is_duplicate: false };
    });
    isStored = !stored.is_duplicate;
    return stored;
  } finally {
    // A commit whose answer got lost counts as failed here, although its row may be there: then the bytes must stay.
    if (!isStored) await dropBytes(actor, key);
  }
}

interface NewDocument extends CreateDocumentInput {
  title: string;
  contentType: ContentType;
  key: string;
  place: Place;
}

async function insertDocument(db: WriteClient, actor: TenantActor, given: NewDocument): Promise<string> {
  const { title, place, file, contentType, key } = given;
  const [made] = await db.rows<{ id: string }>(sql`select app.uuid_v7() as id`, "documents_new_id");
  if (!made) throw new Error("the database made no id");
  const series = await seriesOf(db, actor, title, place);
  await db.document.create({
    data: {
      tenantId: actor.tenantId,
      id: made.id,
      seriesId: series?.id ?? made.id,
      version: (series?.version ?? 0) + 1,
      accountId: place.account_id,
      paymentIntentId: place.payment_intent_id,
      title,
      fileName: fittingFileName(file.fileName, contentType),
      contentType,
      contentHash: Buffer.from(file.sha256, "hex"),
      sizeBytes: file.sizeBytes,
      storageKey: key,
      metadata: toJson(given.metadata),
    },
    select: { id: true },
  });
  return made.id;
}

/** Changes the fields that are present. Title and place are those of all versions; metadata is of this one. */
export async function updateDocument(actor: TenantActor, input: UpdateDocumentInput): Promise<Document> {
  const constraints: ConstraintMessages = {
    documents_content: () => fieldError("account_id", "The same file is there already", "already_exists"),
  };
  return tenantWrite(
    actor,
    "documents:write",
    "documents.update",
    async (db) => {
      const current = await readStoredDocument(db, actor, input.id);
      if (current.deleted_at) throw new AppError("not_found", "Document not found");
      await moveSeries(db, actor, current, input);
      if (input.metadata) {
        const metadata = toJson(keepMasked(actor, current.metadata, input.metadata));
        await db.document.updateMany({ where: { id: input.id }, data: { metadata } });
      }
      return readDocument(db, actor, input.id);
    },
    { constraints },
  );
}

async function moveSeries(db: WriteClient, actor: TenantActor, current: Document, input: UpdateDocumentInput) {
  const title = keepMasked(actor, current.title, input.title) ?? current.title;
  const old: Place = {
    account_id: current.account?.id ?? null,
    payment_intent_id: current.payment_intent?.id ?? null,
  };
  const isMoving = input.account_id !== undefined || input.payment_intent_id !== undefined;
  const place = isMoving ? await placeOf(db, actor, input, old) : old;
  if (title === current.title && samePlace(place, old)) return;
  await lockTitle(db, actor, title);
  const other = await seriesOf(db, actor, title, place);
  if (other && other.id !== current.series_id)
    throw fieldError("title", "A document with this title is there already", "already_exists");
  await db.document.updateMany({
    where: { seriesId: current.series_id },
    data: { title, accountId: place.account_id, paymentIntentId: place.payment_intent_id },
  });
}

/** Soft-deletes one version; the one before it takes its place. */
export async function deleteDocument(actor: TenantActor, input: { id: string }): Promise<Document> {
  return tenantWrite(actor, "documents:write", "documents.delete", async (db) => {
    const { count } = await db.document.updateMany({
      where: { id: input.id, deletedAt: null },
      data: { deletedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "Document not found");
    return readDocument(db, actor, input.id);
  });
}

/** Brings a deleted version back. @throws AppError `already_exists` if its file or its title is there again meanwhile. */
export async function restoreDocument(actor: TenantActor, input: { id: string }): Promise<Document> {
  const constraints: ConstraintMessages = {
    documents_content: () => new AppError("already_exists", "The same file has been uploaded there again meanwhile"),
  };
  return tenantWrite(
    actor,
    "documents:write",
    "documents.restore",
    async (db) => {
      const found = await readStoredDocument(db, actor, input.id);
      if (!found.deleted_at) throw new AppError("not_found", "Document not found");
      await lockTitle(db, actor, found.title);
      const place = { account_id: found.account?.id ?? null, payment_intent_id: found.payment_intent?.id ?? null };
      const other = await seriesOf(db, actor, found.title, place);
      if (other && other.id !== found.series_id)
        throw new AppError("already_exists", "Another document has this title there now: rename that one first");
      await db.document.updateMany({ where: { id: input.id }, data: { deletedAt: null } });
      return readDocument(db, actor, input.id);
    },
    { constraints },
  );
}

/** One title of a tenant at a time: two uploads at once become versions 1 and 2, not two documents. */
async function lockTitle(db: WriteClient, actor: TenantActor, title: string): Promise<void> {
  await db.rows(
    sql`select pg_advisory_xact_lock(hashtextextended('documents ' || ${actor.tenantId} || lower(${title}), 0))::text`,
    "documents_lock",
  );
}

/** The living document of this title in this place, with its highest version, deleted ones counted. */
async function seriesOf(db: ReadClient, actor: TenantActor, title: string, place: Place) {
  const [series] = await db.rows<{ id: string; version: number }>(
    sql`select x.series_id as id, (select max(v.version) from documents v
          where v.tenant_id = x.tenant_id and v.series_id = x.series_id) as version
        from documents x where x.tenant_id = ${actor.tenantId}::uuid and x.title_key = lower(${title}) and x.deleted_at is null
          and x.account_id is not distinct from ${place.account_id}::uuid
          and x.payment_intent_id is not distinct from ${place.payment_intent_id}::uuid
        order by x.id desc limit 1`,
    "documents_series",
  );
  return series ?? null;
}

async function findDuplicate(
  db: ReadClient,
  actor: TenantActor,
  file: UploadedFile,
  place: Place,
): Promise<UploadedDocument | null> {
  const [found] = await db.rows<{ id: string }>(
    sql`select x.id from documents x where x.tenant_id = ${actor.tenantId}::uuid and x.deleted_at is null
        and x.content_hash = ${Buffer.from(file.sha256, "hex")}
        and x.account_id is not distinct from ${place.account_id}::uuid
        and x.payment_intent_id is not distinct from ${place.payment_intent_id}::uuid`,
    "documents_duplicate",
  );
  return found ? { ...(await readDocument(db, actor, found.id)), is_duplicate: true } : null;
}

/** Takes bytes away that no row names. What fails here is left to the sweep, and is not the sender's trouble. */
async function dropBytes(actor: TenantActor, key: string): Promise<void> {
  try {
    const rows = await tenantRead(actor, null, (db) =>
      db.document.count({ where: { storageKey: key, tenantId: actor.tenantId } }),
    );
    if (rows === 0) await (await documentStorage()).delete(key);
  } catch (error) {
    reportError(error, { requestId: actor.requestId, work: "documents.create" });
  }
}

function titleOf(fileName: string): string {
  return [...fileName.trim()].slice(0, MAX_TITLE_LENGTH).join("").trim() || "Document";
}

// zod has checked that it is a plain JSON object; Prisma's type wants every member spelled out.
function toJson(metadata: Record<string, unknown>) {
  return metadata as Record<string, never>;
}
