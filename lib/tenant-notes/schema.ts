import { z } from "zod";
import { defineList } from "../list-query";
import { multilineText, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const noteText = multilineText(5000).meta({
  examples: ["Asked for invoices by post. Their finance lead is Ann Smith."],
});

/** What somebody of the platform's staff wrote down about a tenant. No tenant sees it. */
export const tenantNote = z.object({
  id: uuid,
  tenant: z
    .object({ id: uuid, name: z.string() })
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000f", name: "Aurora Hotels" }] }),
  author: z.object({ user_id: uuid, name: z.string() }).meta({
    examples: [{ user_id: "0190a000-0000-7000-8000-00000000000c", name: "Petra Platform" }],
    description: "Who wrote it, and alone may change it",
  }),
  text: z.string().meta({ examples: ["Asked for invoices by post. Their finance lead is Ann Smith."] }),
  created_at: time,
  updated_at: time,
});
export type TenantNote = z.infer<typeof tenantNote>;

export const tenantNoteId = z.strictObject({ id: uuid });

export const createTenantNoteInput = z.strictObject({ tenant_id: uuid, text: noteText });
export type CreateTenantNoteInput = z.output<typeof createTenantNoteInput>;

export const updateTenantNoteInput = z.strictObject({ id: uuid, text: noteText.optional() });
export type UpdateTenantNoteInput = z.output<typeof updateTenantNoteInput>;

export const tenantNoteList = defineList({
  name: "tenant_notes",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    tenant: { kind: "uuid", column: "about_tenant_id", description: "Notes about these tenants" },
    author: { kind: "uuid", column: "author_id", description: "Notes that these people wrote" },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
