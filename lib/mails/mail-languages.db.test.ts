import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { resendInvitation } from "@/lib/invitations/commands";
import type { Locale } from "@/lib/locale";
import { askApprovalByMail } from "@/lib/refunds/approval-mail";
import { createRefund } from "@/lib/refunds/commands";
import { createRefundInput } from "@/lib/refunds/schema";
import { sql, tenantRead } from "@/lib/tenant-db";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { mailsTo } from "@/lib/testing/mails";
import { makeInvitation } from "@/lib/testing/people";
import { changeSettings, makeProcessedPayment } from "@/lib/testing/refunds";
import { endUserSessions } from "@/lib/users/commands";

const database = doorsOfThisFile();
let tenant: TestTenant;

beforeEach(async () => {
  tenant = await createTenant(database());
});

/** A member who reads in a language; null: chose none. */
async function readerOf(locale: Locale | null): Promise<MemberActor & { email: string }> {
  const member = await createMember(database(), tenant);
  const [row] = await asOwner<{ email: string }>(
    database(),
    "update users set locale = $2 where id = $1 returning email",
    [member.userId, locale],
  );
  if (!row) throw new Error("no person was found");
  return { ...member, email: row.email };
}

async function lastMailTo(email: string) {
  const mail = (await mailsTo(database(), email)).at(-1);
  if (!mail) throw new Error("no mail");
  return mail;
}

test("each is written to in the own language, in one go; who chose none, in English", async () => {
  const asker = await createMember(database(), tenant);
  const [german, english, unsaid, turned] = [
    await readerOf("de"),
    await readerOf("en"),
    await readerOf(null),
    await readerOf("ar-XB"),
  ];
  const account = await makeAccount(tenant);
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 5_000 }] });
  const payment = await makeProcessedPayment(tenant, account.id);
  const refund = await createRefund(asker, createRefundInput.parse({ payment_intent_id: payment.id, amount: 5_001 }));
  await askApprovalByMail({ tenant_id: tenant.id, refund_id: refund.id });

  const toGerman = await lastMailTo(german.email);
  expect(toGerman.subject).toBe("Eine Erstattung von 50,01\u00a0€ wartet auf Freigabe");
  expect(toGerman.body_text).toContain("-- \nDiese E-Mail wurde von Bulkhead gesendet.");
  expect(toGerman.body_html).toContain('<html lang="de">');
  for (const { email } of [english, unsaid]) {
    const mail = await lastMailTo(email);
    expect(mail.subject).toBe("A refund of €50.01 waits for approval");
    expect(mail.body_text).toContain("-- \nThis mail was sent by Bulkhead.");
    expect(mail.body_html).toContain('<html lang="en">');
    expect(mail.body_html).toContain("Or open this address: <a");
  }
  const toTurned = await lastMailTo(turned.email);
  expect(toTurned.body_html).toContain('<html lang="ar-XB" dir="rtl">');
  expect(toTurned.body_text).not.toContain("This mail was sent");
  expect(toTurned.body_text).toContain(`/${tenant.slug}/refunds/${refund.id}`);
});

test("what the platform does to a person is told in the person's language, not in the admin's", async () => {
  const admin = await createPlatformAdmin(database());
  const person = await readerOf("de");
  await endUserSessions(admin, { id: person.userId, reason: "A lost laptop" });
  const mail = await lastMailTo(person.email);
  expect(mail.subject).toBe("Sie wurden von Bulkhead abgemeldet");
  expect(mail.body_text).toContain("eine Ihrer Sitzungen beendet");
});

describe("an invitation", () => {
  test("of somebody new is in the language of who invites, also when it is sent anew by another", async () => {
    const [german, english] = [await readerOf("de"), await readerOf("en")];
    const { invitation } = await makeInvitation(tenant, { by: german });
    expect((await lastMailTo(invitation.email)).subject).toContain("lädt Sie zu");
    await resendInvitation(english, { id: invitation.id });
    expect((await lastMailTo(invitation.email)).subject).toContain("invites you to");
  });

  test("of somebody who is here already is in that person's own", async () => {
    const elsewhere = await createTenant(database());
    const guest = await createMember(database(), elsewhere);
    const [{ email } = { email: "" }] = await asOwner<{ email: string }>(
      database(),
      "update users set locale = 'de' where id = $1 returning email",
      [guest.userId],
    );
    await makeInvitation(tenant, { by: await readerOf("en"), email: email.toUpperCase() });
    expect((await lastMailTo(email.toUpperCase())).subject).toContain("lädt Sie zu");
  });

  test("of another tenant tells nothing, nor does a person who is no member", async () => {
    const [german, other] = [await readerOf("de"), await createTenant(database())];
    const { invitation } = await makeInvitation(tenant, { by: german });
    const asked = (system: TestTenant["system"]) =>
      tenantRead(system, null, (db) =>
        db.rows(
          sql`select app.invitation_locale(${invitation.id}::uuid) as invitation, app.reading_locale(${german.userId}::uuid) as person`,
        ),
      );
    expect(await asked(tenant.system)).toEqual([{ invitation: "de", person: "de" }]);
    expect(await asked(other.system)).toEqual([{ invitation: null, person: null }]);
  });
});
