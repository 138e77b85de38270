import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";
import { MAIL_STATUSES } from "./names";

/** A mail as the platform's admins see it in the list. */
export const mail = z.object({
  id: uuid,
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  status: z.enum(MAIL_STATUSES),
  tries: z.int(),
  /** Why the last try failed. */
  error: z.string().nullable(),
  /** Tenant whose work caused it; null: none. */
  tenant_name: z.string().nullable(),
  sent_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});
export type Mail = z.infer<typeof mail>;

/** One mail; the body is there only while it stays here for want of a mail server. */
export const mailDetail = mail.extend({ body_text: z.string().nullable(), body_html: z.string().nullable() });
export type MailDetail = z.infer<typeof mailDetail>;

export const mailList = defineList({
  name: "mails",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    search: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "recipient",
      description: "Part of the recipient or subject",
      example: "ann@",
    },
    status: { kind: "enum", column: "status", values: MAIL_STATUSES },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
