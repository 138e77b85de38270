import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { refuseVisit, toJson } from "./commands";
import type { CreateNamedMappingInput, NamedMapping, UpdateNamedMappingInput } from "./named-mapping";
import { MAX_NAMED_MAPPINGS, readNamedMapping } from "./named-mapping-queries";
import type { ImportResource } from "./schema";
import { shapeOf } from "./sketch";

const PERMISSION = "payment_intents:import";
const nameTaken = () => fieldError("name", "A mapping with this name already exists", "already_exists");
const constraints: ConstraintMessages = { import_mappings_name: nameTaken, import_mappings_own_name: nameTaken };
// Whoever restores names an id: what stands in the way is another mapping, no field of theirs.
const takenMeanwhile = () =>
  new AppError("already_exists", "Another mapping has this name by now: rename that one first");
const restoreConstraints: ConstraintMessages = {
  import_mappings_name: takenMeanwhile,
  import_mappings_own_name: takenMeanwhile,
};

/**
 * Keeps a mapping under a name, for whoever imports the next file of its kind.
 * @throws AppError `already_exists` for a taken name, `conflict` where there are enough
 */
export async function createNamedMapping(actor: TenantActor, input: CreateNamedMappingInput): Promise<NamedMapping> {
  refuseVisit(actor);
  const { name, mapping, header } = input;
  return tenantWrite(
    actor,
    PERMISSION,
    "import_mappings.create",
    async (db) => {
      const { resource } = mapping;
      await requireRoom(db, resource);
      const { id } = await db.importMapping.create({
        data: { tenantId: actor.tenantId, resource, name, mapping: toJson(mapping), ...shapeFields(resource, header) },
        select: { id: true },
      });
      return readNamedMapping(db, actor, id);
    },
    { constraints },
  );
}

/** Renames or overwrites a mapping: the fields that are present. @throws AppError `not_found`, `already_exists` */
export async function updateNamedMapping(actor: TenantActor, input: UpdateNamedMappingInput): Promise<NamedMapping> {
  refuseVisit(actor);
  const { id, name, mapping, header } = input;
  return tenantWrite(
    actor,
    PERMISSION,
    "import_mappings.update",
    async (db) => {
      await db.rows(
        sql`select 1 from import_mappings x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid for update`,
        "import_mappings_lock",
      );
      const { resource } = await readNamedMapping(db, actor, id);
      if (mapping && mapping.resource !== resource)
        throw fieldError("mapping.resource", `Must be ${resource}: the mapping was made for these`);
      await db.importMapping.updateMany({
        where: { id },
        data: { name, ...(mapping && { mapping: toJson(mapping) }), ...shapeFields(resource, header) },
      });
      return readNamedMapping(db, actor, id);
    },
    { constraints },
  );
}

/** Soft-deletes a mapping, so that it can be restored; imports that were done by it keep theirs. @throws AppError `not_found` */
export async function deleteNamedMapping(actor: TenantActor, input: { id: string }): Promise<NamedMapping> {
  refuseVisit(actor);
  return tenantWrite(actor, PERMISSION, "import_mappings.delete", async (db) => {
    const stored = await readNamedMapping(db, actor, input.id);
    await db.importMapping.updateMany({ where: { id: input.id }, data: { deletedAt: new Date() } });
    return stored;
  });
}

/**
 * Brings a deleted mapping back under its name, to those who had it.
 * @throws AppError `already_exists` if the name was taken meanwhile, `conflict` where there are enough, `not_found`
 */
export async function restoreNamedMapping(actor: TenantActor, input: { id: string }): Promise<NamedMapping> {
  refuseVisit(actor);
  return tenantWrite(
    actor,
    PERMISSION,
    "import_mappings.restore",
    async (db) => {
      const { resource } = await readNamedMapping(db, actor, input.id, true);
      await requireRoom(db, resource);
      await db.importMapping.updateMany({ where: { id: input.id }, data: { deletedAt: null } });
      return readNamedMapping(db, actor, input.id);
    },
    { constraints: restoreConstraints },
  );
}

async function requireRoom(db: WriteClient, resource: ImportResource): Promise<void> {
  const count = await db.importMapping.count({ where: { resource, deletedAt: null } });
  if (count >= MAX_NAMED_MAPPINGS)
    throw new AppError("conflict", `There are ${count} mappings: delete some that nobody needs any more`);
}

function shapeFields(resource: string, header: string[] | undefined) {
  return header && { header, shape: shapeOf(resource, header) };
}
