import { askWriting } from "@/lib/visits/commands";
import { sampleAdmin } from "../api-tokens";
import { asOwner, createMember, createPlatformAdmin, type TestTenant } from "../fixtures";
import { failedJobOf, proofOf, waitForRequests } from "../system";
import { makeAskedVisit, makeVisit } from "../visits";
import { idFrom, list, REASON, reasonedBulk, type Samples } from "./sample";

const userOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant)).userId;

/** Somebody who is shut out. */
async function shutOutOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  const user = await userOf(tenant, id);
  if (!id) await asOwner(tenant.database, "update users set disabled_at = now() where id = $1", [user]);
  return user;
}

const jobOf = async (tenant: TestTenant, id: string | undefined) => id ?? failedJobOf(tenant);

async function makeVisitThatAsks(tenant: TestTenant): Promise<string> {
  const visitor = await createPlatformAdmin(tenant.database);
  const id = await makeVisit(tenant, visitor);
  await askWriting(visitor, { id, ...REASON });
  return id;
}

/** What the platform's staff does besides. */
export const platformSamples: Samples = {
  adminListUsers: list("/api/v1/admin/users"),
  adminGetUser: async (tenant, id) => ({
    address: `/api/v1/admin/user?id=${await userOf(tenant, id)}`,
  }),
  adminListUserSessions: async (tenant, id) => ({
    address: `/api/v1/admin/user_sessions?id=${await userOf(tenant, id)}`,
  }),
  adminDeactivateUser: async (tenant, id) => ({
    address: "/api/v1/admin/user/deactivate",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminReactivateUser: async (tenant, id) => ({
    address: "/api/v1/admin/user/reactivate",
    body: { id: await shutOutOf(tenant, id), ...REASON },
  }),
  adminEndUserSessions: async (tenant, id) => ({
    address: "/api/v1/admin/user/end_sessions",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminResetSecondFactor: async (tenant, id) => {
    const user = await userOf(tenant, id);
    const add = "insert into app.second_factors (user_id, sealed_secret, confirmed_at) values ($1, '', now())";
    if (!id) await asOwner(tenant.database, add, [user]);
    return { address: "/api/v1/admin/user/reset_second_factor", body: { id: user, ...REASON } };
  },
  adminSendPasswordReset: async (tenant, id) => ({
    address: "/api/v1/admin/user/send_password_reset",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminSearch: async (_tenant, id) => ({ address: `/api/v1/admin/search?q=${id ?? "aurora"}` }),
  adminGetAuditLog: async (tenant, id) => ({
    address: `/api/v1/admin/audit_log?id=${id ?? (await idFrom(tenant, "select id from audit_logs limit 1", []))}`,
  }),
  adminGetPlatformTotals: list("/api/v1/admin/platform_totals"),
  adminListVisits: list("/api/v1/admin/visits"),
  adminGetVisit: async (tenant, id) => ({ address: `/api/v1/admin/visit?id=${id ?? (await makeVisit(tenant))}` }),
  adminStartVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit",
    body: { tenant_id: id ?? tenant.id, ...REASON },
  }),
  adminBeginVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit/begin",
    body: { id: id ?? (await makeAskedVisit(tenant, "agreed", await sampleAdmin(tenant))) },
  }),
  adminEndVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit/end",
    body: { id: id ?? (await makeVisit(tenant)), ...REASON },
  }),
  adminAskVisitWriting: async (tenant, id) => ({
    address: "/api/v1/admin/visit/ask_writing",
    body: { id: id ?? (await makeVisit(tenant, await sampleAdmin(tenant))), ...REASON },
  }),
  adminAgreeVisitWriting: async (tenant, id) => ({
    address: "/api/v1/admin/visit/agree_writing",
    body: { id: id ?? (await makeVisitThatAsks(tenant)), ...REASON },
  }),
  adminListAuditLogs: list("/api/v1/admin/audit_logs"),
  adminGetSystem: list("/api/v1/admin/system"),
  adminListJobs: list("/api/v1/admin/jobs"),
  adminRetryJob: async (tenant, id) => ({
    address: "/api/v1/admin/job/retry",
    body: { id: await jobOf(tenant, id), ...REASON },
  }),
  adminRetryFailedJobs: async () => ({
    address: "/api/v1/admin/jobs/retry",
    body: { task: "jobs.ping", ...REASON },
  }),
  adminRemoveJob: async (tenant, id) => ({
    address: `/api/v1/admin/job?id=${await jobOf(tenant, id)}&reason=Sample`,
  }),
  adminBulkDeactivateUsers: reasonedBulk("users/bulk_deactivate", userOf),
  adminBulkReactivateUsers: reasonedBulk("users/bulk_reactivate", shutOutOf),
  adminBulkEndUserSessions: reasonedBulk("users/bulk_end_sessions", userOf),
  adminBulkRetryJobs: reasonedBulk("jobs/bulk_retry", jobOf),
  adminBulkRemoveJobs: reasonedBulk("jobs/bulk_remove", jobOf),
  adminListIsolationProofs: list("/api/v1/admin/isolation_proofs"),
  adminGetIsolationProof: async (tenant, id) => ({
    address: `/api/v1/admin/isolation_proof?id=${id ?? (await proofOf(tenant))}`,
  }),
  adminRequestIsolationProof: async (tenant) => {
    await waitForRequests(tenant);
    return { address: "/api/v1/admin/isolation_proof", body: {} };
  },
  adminGetIsolationReport: async (tenant, id) => ({
    address: `/api/v1/admin/isolation_proof/report?id=${id ?? (await proofOf(tenant))}`,
  }),
  adminGetIsolationProver: list("/api/v1/admin/isolation_prover"),
};
