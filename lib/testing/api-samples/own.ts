import { randomUUID } from "node:crypto";
import { hashApiKey } from "@/lib/api-key-secret";
import { identity } from "@/lib/tenant-db";
import { samplePerson } from "../api-tokens";
import { createKey, type TestTenant } from "../fixtures";
import { makeSavedView } from "../saved-views";
import { idFrom, list, type Samples } from "./sample";

/** A notice about a key that was reported as leaked. */
async function noticeOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  if (id) return id;
  const { apiKeyId, secret, ...origin } = await createKey(tenant);
  await identity.reportLeakedKey(hashApiKey(secret), origin);
  return idFrom(tenant, "select id from notices where tenant_id = $1 and subject_id = $2", [tenant.id, apiKeyId]);
}

/** Another session of the person whom samples are about. */
const sessionOf = async (tenant: TestTenant) =>
  identity.openSession((await samplePerson(tenant)).userId, "203.0.113.9", "sample", 3600);

/** What belongs to the person who asks: profile, sessions, notices and views. */
export const ownSamples: Samples = {
  listNotices: list("/api/v1/notices"),
  countUnreadNotices: list("/api/v1/notices/unread"),
  seeNotice: async (tenant, id) => ({ address: "/api/v1/notice/seen", body: { id: await noticeOf(tenant, id) } }),
  seeAllNotices: async () => ({ address: "/api/v1/notices/seen", body: {} }),
  readNotice: async (tenant, id) => ({ address: "/api/v1/notice/read", body: { id: await noticeOf(tenant, id) } }),
  getProfile: list("/api/v1/profile"),
  updateProfile: async () => ({ address: "/api/v1/profile", body: { time_zone: "Europe/Lisbon" } }),
  listListPreferences: list("/api/v1/list_preferences"),
  saveListPreference: async () => ({
    address: "/api/v1/list_preference",
    body: { list: "payment_intents", columns: ["reference", "amount"], widths: { reference: 240 }, density: "compact" },
  }),
  listSessions: list("/api/v1/sessions"),
  endSession: async (tenant, id) => ({ address: `/api/v1/session?id=${id ?? (await sessionOf(tenant))}` }),
  endSessions: async () => ({ address: "/api/v1/session/end_all", body: { keep_current: true } }),
  listNoticeChoices: list("/api/v1/notice_choices"),
  saveNoticeChoice: async () => ({
    address: "/api/v1/notice_choice",
    body: { kind: "export_ready", in_app: false, mail: true },
  }),
  listSavedViews: list("/api/v1/saved_views"),
  getSavedView: async (tenant, id) => ({ address: `/api/v1/saved_view?id=${id ?? (await makeSavedView(tenant))}` }),
  createSavedView: async () => ({
    address: "/api/v1/saved_view",
    body: { list: "accounts", name: randomUUID(), query: "currency=EUR" },
  }),
  updateSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view",
    body: { id: id ?? (await makeSavedView(tenant)), name: randomUUID() },
  }),
  deleteSavedView: async (tenant, id) => ({ address: `/api/v1/saved_view?id=${id ?? (await makeSavedView(tenant))}` }),
  restoreSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/restore",
    body: { id: id ?? (await makeSavedView(tenant, { isDeleted: true })) },
  }),
  watchSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/watch",
    body: { id: id ?? (await makeSavedView(tenant)) },
  }),
  unwatchSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/unwatch",
    body: { id: id ?? (await makeSavedView(tenant)) },
  }),
  getDefaultView: async () => ({ address: "/api/v1/saved_view/default?list=accounts" }),
  setDefaultView: async (tenant) => ({
    address: "/api/v1/saved_view/default",
    body: { list: "payment_intents", view_id: await makeSavedView(tenant) },
  }),
  search: async (_tenant, id) => ({ address: `/api/v1/search?q=${id ?? "sample"}` }),
  whoami: list("/api/v1/whoami"),
};
