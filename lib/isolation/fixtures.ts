import { randomBytes, randomUUID } from "node:crypto";
import type { SqlClient } from "./sql-client";

export interface ProbePerson {
  userId: string;
  membershipId: string;
  sessionId: string;
}

/** A throw-away tenant that has at least one row in every tenant table, on both sides of an account restriction. */
export interface ProbeTenant {
  tenantId: string;
  slug: string;
  /** The account that restricted actors may reach, one below it, and one that they may not. */
  accounts: { allowed: string; below: string; other: string };
  member: ProbePerson;
  /** Reaches `accounts.allowed` and what is below it. */
  restrictedMember: ProbePerson;
  apiKeyId: string;
  /** Reaches the same accounts as the restricted member. */
  restrictedApiKeyId: string;
  invitationId: string;
  /** Invites to the same accounts. */
  restrictedInvitationId: string;
}

/** Everything that the probe works on. */
export interface ProbeWorld {
  /** The tenant that identities work in, and the one that they must not reach. */
  own: ProbeTenant;
  other: ProbeTenant;
  admin: { userId: string; sessionId: string };
  otherAdmin: { userId: string };
  templateId: string;
  /** A mail of no tenant, such as one with a new password. */
  mailId: string;
  /** A run of the isolation proof, which belongs to nobody. */
  proofId: string;
  /** A note of the platform's staff about the own tenant. */
  noteId: string;
}

type Row = Record<string, unknown>;

/** Inserts one row. */
async function insertRow(db: SqlClient, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await db.query(`insert into ${table} (${columns.join(", ")}) values (${places.join(", ")})`, Object.values(row));
}

/** Makes a person with a session that lives for an hour. */
export async function createPerson(db: SqlClient, name: string): Promise<{ userId: string; sessionId: string }> {
  const userId = randomUUID();
  const sessionId = randomUUID();
  await insertRow(db, "users", { id: userId, email: `${userId}@probe.invalid`, full_name: name });
  await insertRow(db, "user_credentials", { user_id: userId, password_hash: "$argon2id$probe" });
  await insertRow(db, "sessions", { id: sessionId, user_id: userId, expires_at: new Date(Date.now() + 3_600_000) });
  await insertRow(db, "user_pictures", {
    user_id: userId,
    content_type: "image/png",
    content_hash: randomBytes(32),
    bytes: randomBytes(8),
  });
  await insertRow(db, "notice_choices", { user_id: userId, kind: "export_ready" });
  await insertRow(db, "list_preferences", { user_id: userId, list: "accounts", columns: ["name"] });
  return { userId, sessionId };
}

async function createPlatformAdmin(db: SqlClient): Promise<{ userId: string; sessionId: string }> {
  const person = await createPerson(db, "Probe admin");
  await insertRow(db, "platform_admins", { user_id: person.userId });
  return person;
}

/** Makes two throw-away tenants, two platform admins and a template. */
export async function createProbeWorld(db: SqlClient): Promise<ProbeWorld> {
  const admin = await createPlatformAdmin(db);
  const own = await createProbeTenant(db, "Probe, own", admin);
  const other = await createProbeTenant(db, "Probe, other", admin);
  const otherAdmin = await createPlatformAdmin(db);
  const templateId = randomUUID();
  await insertRow(db, "templates", { id: templateId, name: `Probe ${templateId}`, definition: {} });
  const proofId = randomUUID();
  await insertRow(db, "isolation_proofs", {
    id: proofId,
    status: "unproven",
    requested_by_label: "Probe",
    finished_at: new Date(),
  });
  const mailId = randomUUID();
  await insertRow(db, "mails", { id: mailId, kind: "probe", recipient: "probe@probe.invalid", subject: "Probe" });
  const noteId = randomUUID();
  await insertRow(db, "tenant_notes", {
    id: noteId,
    about_tenant_id: own.tenantId,
    author_id: otherAdmin.userId,
    text: "Probe",
  });
  return { own, other, admin, otherAdmin, templateId, mailId, proofId, noteId };
}

/**
 * Makes a throw-away tenant. `db` is a superuser's connection, since no policy lets anybody else write across tenants.
 * @param visitor the platform admin who was there, so that a copy of the visit is one that this admin may make
 */
export async function createProbeTenant(
  db: SqlClient,
  name: string,
  visitor: { userId: string; sessionId: string } | null = null,
): Promise<ProbeTenant> {
  const tenantId = randomUUID();
  const slug = `probe-${tenantId.slice(0, 8)}-${randomBytes(4).toString("hex")}`;
  await insertRow(db, "tenants", { id: tenantId, slug, name });
  await insertRow(db, "tenant_configs", { tenant_id: tenantId });
  // Lifted, so that it stops nothing; the constraint wants somebody who lifted it.
  await insertRow(db, "refund_stops", {
    tenant_id: tenantId,
    id: randomUUID(),
    reason: "Probe",
    lifted_at: new Date(),
    lifted_by: randomUUID(),
  });
  const accounts = { allowed: randomUUID(), below: randomUUID(), other: randomUUID() };
  const account = (id: string, label: string, parent: string | null = null) =>
    insertRow(db, "accounts", {
      tenant_id: tenantId,
      id,
      name: label,
      currency: "EUR",
      parent_id: parent,
      metadata: { label },
    });
  await account(accounts.allowed, "Allowed");
  await account(accounts.below, "Below", accounts.allowed);
  await account(accounts.other, "Other");

  const roleId = randomUUID();
  await insertRow(db, "roles", { tenant_id: tenantId, id: roleId, name: "Probe" });
  await insertRow(db, "role_permissions", { tenant_id: tenantId, role_id: roleId, permission: "accounts:read" });
  const member = await createMember(db, tenantId, roleId, null);
  const restrictedMember = await createMember(db, tenantId, roleId, accounts.allowed);
  // Something that restricted actors must not see: a restriction that is not theirs.
  await createMember(db, tenantId, roleId, accounts.other);
  const invitationId = await createInvitation(db, tenantId, roleId, null);
  const restrictedInvitationId = await createInvitation(db, tenantId, roleId, accounts.allowed);
  await createInvitation(db, tenantId, roleId, accounts.other);
  const apiKeyId = await createKey(db, tenantId, null);
  const restrictedApiKeyId = await createKey(db, tenantId, accounts.allowed);
  await createKey(db, tenantId, accounts.other);

  for (const accountId of [accounts.allowed, accounts.below, accounts.other])
    await createPayment(db, tenantId, accountId, accountId === accounts.other ? apiKeyId : restrictedApiKeyId);
  for (const api_key_id of [apiKeyId, restrictedApiKeyId])
    await insertRow(db, "request_logs", {
      tenant_id: tenantId,
      api_key_id,
      method: "GET",
      path: "/probe",
      status: 200,
      duration_ms: 1,
      request_id: "probe",
    });
  for (const api_key_id of [apiKeyId, restrictedApiKeyId])
    await insertRow(db, "exports", {
      tenant_id: tenantId,
      list: "payment_intents",
      query: "",
      list_query: "{}",
      permission: "payment_intents:read",
      format: "csv",
      time_zone: "UTC",
      state: "FAILED",
      api_key_id,
      reach: api_key_id === apiKeyId ? null : [accounts.allowed, accounts.below],
    });
  await insertRow(db, "access_views", {
    tenant_id: tenantId,
    session_id: member.sessionId,
    user_id: member.userId,
    membership_id: restrictedMember.membershipId,
    label: "Probe",
  });
  const notice_id = randomUUID();
  const forPerson = { audience: null, recipient_id: member.userId, kind: "probe", subject_table: "exports" };
  await insertRow(db, "notices", { tenant_id: tenantId, id: notice_id, ...forPerson, subject_id: notice_id });
  await insertRow(db, "notice_marks", { tenant_id: tenantId, user_id: member.userId, notice_id });
  // Over, so that it shuts nobody in or out; by one of the tenant's own people, for want of an admin here.
  await insertRow(db, "tenant_visits", {
    tenant_id: tenantId,
    user_id: visitor?.userId ?? member.userId,
    ...(visitor && { session_id: visitor.sessionId, started_at: new Date(), ends_at: new Date() }),
    admin_name: "Probe",
    reason: "Probe",
    ended_at: new Date(),
    end_cause: "admin",
  });
  await insertRow(db, "idempotency_keys", {
    tenant_id: tenantId,
    principal: member.userId,
    key: "probe",
    operation: "probe",
    fingerprint: randomBytes(32),
    answer: "null",
    account_scope: "*",
    made_by: randomUUID(),
  });
  const exportId = randomUUID();
  // Of a tenant that was shut out, in the words of its trigger; both are over.
  await insertRow(db, "tenant_exports", { tenant_id: tenantId, id: exportId, reason: "Probe", status: "failed" });
  await insertRow(db, "tenant_deletions", {
    tenant_id: tenantId,
    id: randomUUID(),
    export_id: exportId,
    reason: "Probe",
    waiting_days: 7,
    status: "called_off",
    called_off_at: new Date(),
  });
  // The one that stops nothing the probe does.
  await insertRow(db, "tenant_switches", { tenant_id: tenantId, name: "exports", reason: "Probe" });
  return {
    tenantId,
    slug,
    accounts,
    member,
    restrictedMember,
    apiKeyId,
    restrictedApiKeyId,
    invitationId,
    restrictedInvitationId,
  };
}

async function createMember(
  db: SqlClient,
  tenantId: string,
  roleId: string,
  accountId: string | null,
): Promise<ProbePerson> {
  const person = await createPerson(db, accountId ? "Probe, restricted" : "Probe");
  const membershipId = randomUUID();
  await insertRow(db, "memberships", {
    tenant_id: tenantId,
    id: membershipId,
    user_id: person.userId,
    restricted_to_accounts: accountId !== null,
  });
  await insertRow(db, "membership_roles", { tenant_id: tenantId, membership_id: membershipId, role_id: roleId });
  const viewId = randomUUID();
  const view = { tenant_id: tenantId, membership_id: membershipId, list: "accounts" };
  await insertRow(db, "saved_views", {
    ...view,
    id: viewId,
    name: `Probe ${viewId}`,
    audience: "role",
    role_id: roleId,
  });
  await insertRow(db, "saved_view_defaults", { ...view, view_id: viewId });
  await insertRow(db, "saved_view_watches", { tenant_id: tenantId, membership_id: membershipId, view_id: viewId });
  if (accountId)
    await insertRow(db, "membership_accounts", {
      tenant_id: tenantId,
      membership_id: membershipId,
      account_id: accountId,
    });
  return { ...person, membershipId };
}

async function createInvitation(
  db: SqlClient,
  tenantId: string,
  roleId: string,
  accountId: string | null,
): Promise<string> {
  const id = randomUUID();
  const ofInvitation = { tenant_id: tenantId, invitation_id: id };
  await insertRow(db, "invitations", {
    tenant_id: tenantId,
    id,
    email: `${id}@probe.invalid`,
    token_hash: randomBytes(32),
    restricted_to_accounts: accountId !== null,
    expires_at: new Date(Date.now() + 3_600_000),
  });
  await insertRow(db, "invitation_roles", { ...ofInvitation, role_id: roleId });
  if (accountId) await insertRow(db, "invitation_accounts", { ...ofInvitation, account_id: accountId });
  return id;
}

async function createKey(db: SqlClient, tenantId: string, accountId: string | null): Promise<string> {
  const id = randomUUID();
  await insertRow(db, "tenant_api_keys", {
    tenant_id: tenantId,
    id,
    name: "Probe",
    key_hash: randomBytes(32),
    prefix: "bh_sk_test_probe",
    last_four: "0000",
    permissions: ["accounts:read"],
    restricted_to_accounts: accountId !== null,
  });
  if (accountId)
    await insertRow(db, "tenant_api_key_accounts", { tenant_id: tenantId, api_key_id: id, account_id: accountId });
  return id;
}

/** @param importedBy key whose import the payment came by */
async function createPayment(db: SqlClient, tenantId: string, accountId: string, importedBy: string): Promise<void> {
  const id = randomUUID();
  const importId = randomUUID();
  const scope = { tenant_id: tenantId, account_id: accountId };
  await insertRow(db, "payment_intents", {
    ...scope,
    id,
    billing_amount: 10_000,
    billing_currency: "EUR",
    status: "PROCESSED",
    metadata: { probe: true },
  });
  await insertRow(db, "refunds", { ...scope, id: randomUUID(), payment_intent_id: id, amount: 1, currency: "EUR" });
  await insertRow(db, "payment_events", {
    ...scope,
    id: randomUUID(),
    payment_intent_id: id,
    provider: "sandbox",
    event_id: id,
    type: "payment.succeeded",
    outcome: "applied",
    occurred_at: new Date(),
  });
  const documentId = randomUUID();
  await insertRow(db, "documents", {
    ...scope,
    id: documentId,
    series_id: documentId,
    payment_intent_id: id,
    title: "Probe",
    file_name: "probe.txt",
    content_hash: randomBytes(32),
    content_type: "text/plain",
    size_bytes: 1,
    storage_key: id,
    metadata: { probe: true },
  });
  await createWebhook(db, scope);
  await insertRow(db, "notices", {
    ...scope,
    id: randomUUID(),
    audience: "api_keys:write",
    kind: "probe",
    subject_table: "payment_intents",
    subject_id: id,
  });
  await insertRow(db, "imports", {
    tenant_id: tenantId,
    id: importId,
    resource: "payment_intents",
    source: "probe",
    file_name: "probe.csv",
    requested_by_key: importedBy,
  });
  await insertRow(db, "import_mappings", {
    tenant_id: tenantId,
    resource: "payment_intents",
    name: `Probe ${importId}`,
    mapping: {},
    created_by_key: importedBy,
  });
  await insertRow(db, "import_lines", {
    ...scope,
    source: "probe",
    line_key: randomBytes(32),
    import_id: importId,
    payment_intent_id: id,
  });
}

async function createWebhook(db: SqlClient, scope: { tenant_id: string; account_id: string }): Promise<void> {
  const endpointId = randomUUID();
  const deliveryId = randomUUID();
  const event = "account.created";
  await insertRow(db, "webhook_endpoints", {
    ...scope,
    id: endpointId,
    url: "https://probe.invalid/",
    event_types: ["probe.none"],
  });
  const ofEndpoint = { ...scope, endpoint_id: endpointId };
  await insertRow(db, "webhook_secrets", { ...ofEndpoint, id: randomUUID(), sealed_secret: randomBytes(80) });
  await insertRow(db, "webhook_messages", { ...scope, id: randomUUID(), type: event, snapshot: {} });
  await insertRow(db, "webhook_deliveries", {
    ...ofEndpoint,
    id: deliveryId,
    message_id: randomUUID(),
    event_type: event,
    body: "{}",
    status: "succeeded",
  });
  await insertRow(db, "webhook_attempts", {
    ...scope,
    id: randomUUID(),
    delivery_id: deliveryId,
    number: 1,
    url: "https://probe.invalid/",
    request_headers: {},
    duration_ms: 1,
  });
}
