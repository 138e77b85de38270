import { z } from "zod";
import { defineList } from "../list-query";
import { NOTICE_KINDS, type NoticeKind } from "../notice-kinds";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** Kinds of notices, each with the sentence that its details complete. */
const SENTENCES = {
  api_key_leaked: ({ name, last_four }: NoticeDetails) =>
    `The access key “${name ?? "?"}” (…${last_four ?? "?"}) was reported as leaked and has been revoked. Make a new one for those who use it, and find out how it got out.`,
  api_key_unused: ({ name, last_four, days }: NoticeDetails) =>
    `The access key “${name ?? "?"}” (…${last_four ?? "?"}) was not used for ${days ?? "many"} days and has been revoked, as the settings ask. Make a new one if somebody needs it.`,
  export_ready: ({ list }: NoticeDetails) =>
    `Your export of ${list ?? "a list"} is ready. The file can be fetched for a day.`,
  refund_awaits_approval: ({ amount, account, requested_by }: NoticeDetails) =>
    `${requested_by ?? "Somebody"} asked to refund ${amount ?? "a payment"} at ${account ?? "an account"}: a second person has to approve it.`,
  view_not_empty: ({ view, list }: NoticeDetails) =>
    `Your watched view “${view ?? "?"}” of ${list ?? "a list"} is no longer empty.`,
  visit_asks: ({ admin, reason }: NoticeDetails) =>
    `${admin ?? "A platform admin"} asks to step into this tenant: “${reason ?? "?"}”. Agree or decline under Settings, Security.`,
  webhook_endpoint_failing: ({ url, last_error }: NoticeDetails) =>
    `Nothing has arrived at the webhook endpoint ${url ?? "?"} for three days (${last_error || "no answer"}), so it was switched off. Events are held: mend it, switch it on, and send them again.`,
  webhook_endpoint_gone: ({ url }: NoticeDetails) =>
    `The webhook endpoint ${url ?? "?"} answered that it wants no more (410), so it was switched off.`,
} as const satisfies Record<NoticeKind, (details: NoticeDetails) => string>;

/** What a notice's row names; each kind has its own. */
export type NoticeDetails = Readonly<Record<string, string | undefined>>;

/** What people read of a notice. */
export function noticeSentence(kind: NoticeKind, details: NoticeDetails): string {
  return SENTENCES[kind](details);
}

/** Something that the people of a tenant have to be told. */
export const notice = z.object({
  id: uuid,
  kind: z.enum(NOTICE_KINDS).meta({ examples: ["api_key_leaked"] }),
  message: z
    .string()
    .meta({ examples: [noticeSentence("api_key_leaked", { name: "Booking engine", last_four: "x9Qd" })] }),
  audience: z
    .enum(ALL_PERMISSIONS as [Permission, ...Permission[]])
    .nullable()
    .meta({
      examples: ["api_keys:write"],
      description: "Whoever holds this permission gets the notice; null: it is for whoever asks, alone",
    }),
  subject: z
    .object({ table: z.string(), id: uuid })
    .meta({ examples: [{ table: "tenant_api_keys", id: "0190a000-0000-7000-8000-00000000000d" }] }),
  read_at: time
    .nullable()
    .meta({ examples: [null], description: "When the first of its readers put it away, for all" }),
  is_unread: z
    .boolean()
    .meta({ examples: [true], description: "Neither put away by anybody nor marked as read by whoever asks" }),
  created_at: time,
});
export type Notice = z.infer<typeof notice>;

export const noticeId = z.strictObject({ id: uuid });

export const noInput = z.strictObject({});

/** How many notices of a person are unread, counted up to a hundred. */
export const unreadNotices = z.object({
  unread: z
    .int()
    .min(0)
    .max(100)
    .meta({ examples: [3] }),
});
export type UnreadNotices = z.infer<typeof unreadNotices>;

/** What the bell opens on. */
export interface NewestNotices extends UnreadNotices {
  notices: Notice[];
}

export const noticeList = defineList({
  name: "notices",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    read: { kind: "boolean", column: "read_at", description: "false: only those that nobody has put away" },
    unread: { kind: "boolean", column: "read_at", description: "true: only what whoever asks has not read yet" },
    kind: { kind: "enum", column: "kind", values: NOTICE_KINDS },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
