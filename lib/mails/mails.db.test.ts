import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import * as envModule from "@/lib/env";
import { parseListParams } from "@/lib/list-query";
import { layOutMail } from "@/lib/mail-layout";
import { mailTexts } from "@/lib/messages/mail-texts";
import { type NewMail, queueMail, sql, tenantRead, tenantWrite, type WriteClient } from "@/lib/tenant-db";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { mailsTo } from "@/lib/testing/mails";
import { getMail, listMails } from "./queries";
import { mailList } from "./schema";
import { sendMail } from "./send";

vi.mock("@/lib/env", { spy: true });

const database = doorsOfThisFile();
let tenant: TestTenant;
const servers: Server[] = [];

beforeAll(async () => {
  tenant = await createTenant(database());
});
afterEach(() => {
  vi.mocked(envModule.env).mockReset();
  for (const server of servers.splice(0)) server.close();
});

const newAddress = () => `${crypto.randomUUID()}@example.com`;

async function queued(given: Partial<NewMail> = {}) {
  const to = newAddress();
  const words = layOutMail(mailTexts(null), {
    heading: "Hello",
    paragraphs: ["A line"],
    link: { label: "Open", href: "https://x.example/?token=t" },
  });
  await tenantWrite(tenant.system, null, "test.mail", (db) =>
    queueMail(db, { to, subject: "Hello", kind: "test", ...words, ...given }),
  );
  const [mail] = await mailsTo(database(), given.to ?? to);
  if (!mail) throw new Error("no mail");
  return { ...mail, to };
}

const stored = async (id: string) => (await asOwner(database(), "select * from mails where id = $1", [id]))[0];
const send = (id: string) => sendMail({ mail_id: id, tenant_id: null });

/** A mail server that answers each command with what it is told; what it received is kept. */
async function smtpServer(answers: Record<string, string> = {}): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((socket: Socket) => {
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      for (const line of chunk.toString().split("\r\n")) {
        if (line === "") continue;
        received.push(line);
        if (inData && line !== ".") continue;
        const command = inData ? "END" : (line.split(/[ :]/)[0] ?? "").toUpperCase();
        inData = command === "DATA" && !answers.DATA;
        socket.write(`${answers[command] ?? (command === "DATA" ? "354 go on" : "250 fine")}\r\n`);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

function useSmtp(smtpUrl: string): void {
  const real = envModule.parseEnv(process.env);
  vi.mocked(envModule.env).mockReturnValue({ ...real, mail: { smtpUrl, from: "Bulkhead <no-reply@example.com>" } });
}

test("a mail is stored with its transaction and its job, and not at all where that is rolled back", async () => {
  const mail = await queued();
  const jobs = await asOwner(
    database(),
    "select 1 from graphile_worker._private_jobs where payload ->> 'mail_id' = $1",
    [mail.id],
  );
  expect(jobs).toHaveLength(1);
  const to = newAddress();
  const work = tenantWrite(tenant.system, null, "test.mail", async (db) => {
    await queueMail(db, { to, subject: "Hello", text: "x", kind: "test" });
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await mailsTo(database(), to)).toEqual([]);
});

test("no mail goes out while reading, nor in the name of a tenant that somebody made up", async () => {
  const mail = { to: newAddress(), subject: "Hello", text: "x", kind: "test" };
  await expect(tenantRead(tenant.system, null, (db) => queueMail(db as WriteClient, mail))).rejects.toThrow();
  const forging = tenantWrite(tenant.system, null, "test.mail", async (db) => {
    await db.rows(sql`select set_config('app.current_tenant', ${crypto.randomUUID()}, true)`);
    await queueMail(db, mail);
  });
  await expect(forging).rejects.toThrow("a mail needs a context for writing");
  expect(await mailsTo(database(), mail.to)).toEqual([]);
});

test("a subject of several lines is refused: it could bring headers of its own", async () => {
  await expect(queued({ subject: "Hello\r\nBcc: everybody@example.com" })).rejects.toThrow();
});

test("without a mail server a mail stays in the outbox, where platform admins read it", async () => {
  const admin = await createPlatformAdmin(database());
  const mail = await queued();
  expect(await getMail(admin, { id: mail.id })).toMatchObject({ status: "queued", body_text: null });
  await send(mail.id);
  const shown = await getMail(admin, { id: mail.id });
  expect(shown).toMatchObject({ status: "kept", tries: 0, tenant_name: expect.stringContaining(tenant.slug) });
  expect(shown.body_text).toContain("https://x.example/?token=t");
  expect(shown.body_html).toContain("<h1");
});

test("the list of mails narrows by part of recipient or subject and by status, without bodies", async () => {
  const admin = await createPlatformAdmin(database());
  const [one, other] = [await queued({ subject: "Rare subject" }), await queued()];
  const find = async (params: Record<string, string>) => {
    const { query } = parseListParams(mailList, params, { mode: "strict", timeZone: "UTC" });
    return (await listMails(admin, query)).items;
  };
  expect((await find({ search: "rare" })).map(({ id }) => id)).toEqual([one.id]);
  expect((await find({ search: other.to.toUpperCase() })).map(({ id }) => id)).toEqual([other.id]);
  expect((await find({ status: "queued" })).map(({ id }) => id)).toContain(one.id);
  expect((await find({ search: "rare" }))[0]).not.toHaveProperty("body_text");
});

test("a tenant's role reads no mail, neither its own tenant's nor by SQL of its own", async () => {
  const mail = await queued();
  const owner = await createMember(database(), tenant);
  await expect(tenantRead(owner, null, (db) => db.rows(sql`select id from mails`))).rejects.toThrow(
    /permission denied/,
  );
  await expect(
    tenantRead(owner, null, (db) => db.rows(sql`select * from app.mail_body(${mail.id}::uuid)`)),
  ).rejects.toThrow(/permission denied/);
});

test("with a mail server it is sent once, and its body is gone", async () => {
  const smtp = await smtpServer();
  useSmtp(smtp.url);
  const mail = await queued();
  await send(mail.id);
  await send(mail.id);
  expect(await stored(mail.id)).toMatchObject({
    status: "sent",
    tries: 1,
    error: null,
    body_text: null,
    body_html: null,
  });
  expect(smtp.received.filter((line) => line.startsWith("RCPT TO:"))).toEqual([`RCPT TO:<${mail.to}>`]);
  expect(smtp.received).toContain("Subject: Hello");
  expect(smtp.received).toContain("From: Bulkhead <no-reply@example.com>");
});

test("a server that is busy is tried again, with the reason noted, until it was tried often enough", async () => {
  useSmtp((await smtpServer({ RCPT: "451 come back later" })).url);
  const mail = await queued();
  await expect(send(mail.id)).rejects.toThrow("451 come back later");
  expect(await stored(mail.id)).toMatchObject({ status: "queued", tries: 1, error: expect.stringContaining("451") });
  await asOwner(database(), "update mails set tries = 11 where id = $1", [mail.id]);
  await send(mail.id);
  expect(await stored(mail.id)).toMatchObject({ status: "failed", tries: 12, body_text: null });
});

test("a server that refuses the recipient is not asked again, and one that is not there is", async () => {
  useSmtp((await smtpServer({ RCPT: "550 no such user" })).url);
  const refused = await queued();
  await send(refused.id);
  expect(await stored(refused.id)).toMatchObject({
    status: "failed",
    error: expect.stringContaining("550"),
    body_text: null,
  });
  useSmtp("smtp://127.0.0.1:1");
  const waiting = await queued();
  await expect(send(waiting.id)).rejects.toThrow("ECONNREFUSED");
  expect(await stored(waiting.id)).toMatchObject({ status: "queued", tries: 1 });
});

test("a server that does not take our password is tried again: mails must not be lost for a wrong setting", async () => {
  const { url } = await smtpServer({ EHLO: "250 AUTH PLAIN", AUTH: "535 wrong password" });
  useSmtp(url.replace("smtp://", "smtp://bulkhead:hidden@"));
  const mail = await queued();
  await expect(send(mail.id)).rejects.toThrow("535");
  const row = await stored(mail.id);
  expect(row).toMatchObject({ status: "queued", tries: 1, body_text: expect.any(String) });
  expect(JSON.stringify(row)).not.toContain("hidden");
});

test("a mail's words are escaped in its HTML, and plain in its text", () => {
  const { text, html } = layOutMail(mailTexts(null), {
    heading: "Join <b>Aurora</b>",
    paragraphs: ['"Ann" & Bob'],
    link: { label: "Open", href: "https://x.example/?a=1&b=\"'>" },
  });
  expect(text).toContain("Join <b>Aurora</b>");
  expect(html).not.toContain("<b>");
  expect(html).toContain("&quot;Ann&quot; &amp; Bob");
  expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;&#39;&gt;"');
});
