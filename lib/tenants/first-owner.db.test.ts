import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor, PlatformAdminActor } from "@/lib/actor";
import { acceptInvitation, acceptInvitationAsNew, findInvitation } from "@/lib/auth/accept-invitation";
import { identity, platformWrite, sql } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import { asOwner, createMember, createPlatformAdmin, createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { linkIn, mailsTo } from "@/lib/testing/mails";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
});

const ORIGIN = { requestId: "test", ipAddress: null, userAgent: null };
const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const freshAddress = () => `${randomUUID()}@example.com`;
const making = (given: object = {}) => ({
  slug: `n-${randomBytes(5).toString("hex")}`,
  name: "Boreal Lodges",
  template: "Hospitality",
  reason: "Contract 4711",
  ...given,
});
async function newestTokenTo(address: string): Promise<string> {
  const mail = (await mailsTo(database(), address)).at(-1);
  if (!mail) throw new Error(`no mail to ${address}`);
  return linkIn(mail).searchParams.get("token") ?? "";
}
const accept = (token: string) =>
  acceptInvitationAsNew({ token, full_name: "Olivia Owner", password: "seven green lamps burn" }, ORIGIN);
const complaints = ({ status, body }: Awaited<ReturnType<typeof api>>) =>
  status === 422 ? body.detail.map(({ loc }: { loc: string[] }) => loc.slice(1).join(".")) : status;

describe("the first owner", () => {
  test("is invited in the transaction that makes the tenant, and by the mail becomes its owner", async () => {
    const owner_email = freshAddress();
    const { status, body } = await api("POST", "tenant", making({ owner_email, owner_name: "Olivia Owner" }));
    expect(status).toBe(201);
    expect(body.owners).toEqual([]);
    expect(body.owner_invitation).toMatchObject({ email: owner_email, full_name: "Olivia Owner", state: "open" });

    const [mail] = await mailsTo(database(), owner_email);
    expect(mail).toMatchObject({ subject: "Petra Platform invites you to Boreal Lodges" });
    expect(mail?.body_text).toContain("Hello Olivia Owner,");
    const token = await newestTokenTo(owner_email);
    expect(await findInvitation(token)).toMatchObject({
      tenant_slug: body.slug,
      full_name: "Olivia Owner",
      inviter_name: "Petra Platform",
      role_names: ["Company Access"],
      state: "open",
    });
    // The secret is nowhere but in the mail.
    expect(JSON.stringify(body)).not.toContain(token);

    await accept(token);
    const after = (await api("GET", `tenant?id=${body.id}`)).body;
    expect(after.owners).toMatchObject([{ name: "Olivia Owner", email: owner_email }]);
    expect(after.owner_invitation.state).toBe("accepted");
    expect(after.member_count).toBe(1);
  });

  test("leaves rows with the reason in the tenant's own log, and no hash of the link", async () => {
    const { body } = await api("POST", "tenant", making({ owner_email: freshAddress() }));
    const rows = await asOwner<{
      table_name: string;
      operation: string;
      actor_kind: string;
      reason: string;
      text: string;
    }>(
      database(),
      "select table_name, operation, actor_kind, reason, new_values::text as text from audit_logs where tenant_id = $1",
      [body.id],
    );
    const [invitation] = rows.filter(({ table_name }) => table_name === "invitations");
    expect(invitation).toMatchObject({
      operation: "tenants.create",
      actor_kind: "platform_admin",
      reason: "Contract 4711",
    });
    expect(rows.every(({ reason }) => reason === "Contract 4711")).toBe(true);
    expect(invitation?.text).not.toContain("token_hash");
  });

  test("is not invited, and no tenant made, where anything of it fails", async () => {
    const owner_email = freshAddress();
    const taken = await createTenant(database());
    expect((await api("POST", "tenant", making({ slug: taken.slug, owner_email }))).status).toBe(400);
    expect(await mailsTo(database(), owner_email)).toEqual([]);
    const wrong = { owner_email: "nobody", owner_name: "x".repeat(201), with_sample_accounts: "yes" };
    expect(complaints(await api("POST", "tenant", making(wrong))).sort()).toEqual(Object.keys(wrong).sort());
    expect(complaints(await api("POST", "tenant", making({ owner_name: "Nobody" })))).toEqual(["owner_email"]);
  });

  test("can be invited anew until there is one, then the platform puts nobody in any more", async () => {
    const { body: made } = await api("POST", "tenant", making({ owner_email: freshAddress() }));
    const first = await newestTokenTo(made.owner_invitation.email);
    const second = freshAddress();
    const invite = (owner_email: string, id = made.id) =>
      api("POST", "tenant/invite_owner", { id, owner_email, owner_name: null, reason: "The first one left" });
    expect((await invite(second)).body.owner_invitation).toMatchObject({ email: second, state: "open" });
    // The earlier link serves no more: one way in at a time.
    expect((await findInvitation(first))?.state).toBe("revoked");
    await accept(await newestTokenTo(second));
    const refused = await invite(freshAddress());
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "This tenant has an owner: its owners invite people themselves",
    ]);
    expect((await invite(freshAddress(), randomUUID())).status).toBe(404);
    // By SQL of somebody's own neither.
    const bySql = platformWrite(admin, "test", (db) =>
      db.rows(
        sql`select app.invite_owner(${made.id}::uuid, 'eve@example.com', null, ${Buffer.alloc(32)}::bytea, interval '1 day')`,
      ),
    );
    await expect(bySql).rejects.toThrow();
  });

  test("can no more be made by an invitation that is still open once somebody else is the owner", async () => {
    const tenant = await createTenant(database());
    const address = freshAddress();
    await api("POST", "tenant/invite_owner", { id: tenant.id, owner_email: address, reason: "Set up" });
    const token = await newestTokenTo(address);
    expect((await findInvitation(token))?.state).toBe("open");
    await createMember(database(), tenant, { role: "owner" });
    expect((await findInvitation(token))?.state).toBe("void");
    await expect(accept(token)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is not made by the invitation of somebody who is no platform admin any more", async () => {
    const tenant = await createTenant(database());
    const leaver = await createPlatformAdmin(database());
    const address = freshAddress();
    await api("POST", "tenant/invite_owner", { id: tenant.id, owner_email: address, reason: "Set up" }, leaver);
    const token = await newestTokenTo(address);
    await asOwner(database(), "delete from platform_admins where user_id = $1", [leaver.userId]);
    expect((await findInvitation(token))?.state).toBe("void");
  });

  test("is one person: of two invitations that are sent at once one is open", async () => {
    const tenant = await createTenant(database());
    const [one, other] = [freshAddress(), freshAddress()];
    const answers = await Promise.all(
      [one, other].map((owner_email) =>
        api("POST", "tenant/invite_owner", { id: tenant.id, owner_email, reason: "Set up" }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const states = await Promise.all(
      [one, other].map(async (address) => (await findInvitation(await newestTokenTo(address)))?.state),
    );
    expect(states.sort()).toEqual(["open", "revoked"]);
  });

  test("may be somebody who is known already, who signs in to accept", async () => {
    const elsewhere = await createTenant(database());
    const known = await createMember(database(), elsewhere);
    const [person] = await asOwner<{ email: string }>(database(), "select email from users where id = $1", [
      known.userId,
    ]);
    const { body } = await api("POST", "tenant", making({ owner_email: person?.email }));
    const sessionId = await identity.openSession(known.userId, null, null, 3600);
    const actor: PersonActor = { ...ORIGIN, kind: "person", userId: known.userId, sessionId };
    await acceptInvitation(actor, { token: await newestTokenTo(person?.email ?? "") });
    expect((await api("GET", `tenant?id=${body.id}`)).body.owners).toMatchObject([{ user_id: known.userId }]);
  });
});

describe("sample accounts", () => {
  const DEFINITION = {
    roles: [{ key: "owner", name: "Company Access", grants_all: true }],
    accounts: [
      {
        name: "North",
        display_name: "North region",
        currency: "EUR",
        country: "FI",
        children: [
          { name: "Helsinki", currency: "EUR", country: "FI", children: [{ name: "Harbour", currency: "EUR" }] },
        ],
      },
      { name: "South", currency: "EUR" },
    ],
  };

  test("of the template are made as its tree, if they are wanted", async () => {
    const template = `Tree ${randomUUID()}`;
    await asOwner(database(), "insert into templates (name, definition) values ($1, $2)", [template, DEFINITION]);
    const { body } = await api("POST", "tenant", making({ template }));
    expect(body).toMatchObject({ account_count: 4, template: { name: template, version: 1 } });
    const tree = await asOwner<{ line: string }>(
      database(),
      `select a.name || coalesce(' < ' || p.name, '') as line from accounts a
        left join accounts p on p.tenant_id = a.tenant_id and p.id = a.parent_id where a.tenant_id = $1 order by a.path`,
      [body.id],
    );
    expect(tree.map(({ line }) => line).sort()).toEqual(["Harbour < Helsinki", "Helsinki < North", "North", "South"]);
    expect((await api("POST", "tenant", making({ template, with_sample_accounts: false }))).body.account_count).toBe(0);
  });

  test("are left out of a template that has none", async () => {
    const template = `Bare ${randomUUID()}`;
    await asOwner(database(), "insert into templates (name, definition) values ($1, $2)", [
      template,
      { roles: DEFINITION.roles },
    ]);
    expect((await api("POST", "tenant", making({ template }))).body.account_count).toBe(0);
  });
});
