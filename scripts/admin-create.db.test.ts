import { expect, test } from "vitest";
import { verifyPassword } from "@/lib/auth/passwords";
import { identity } from "@/lib/tenant-db";
import { runScript } from "@/lib/testing/command";
import { asOwner, doorsOfThisFile } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
const run = (...args: string[]) => runScript(database(), "admin-create.ts", args);
const adminCount = async () => (await asOwner(database(), "select 1 from platform_admins")).length;

test("the first platform admin is made where there is none, with a password that nobody else has", async () => {
  expect(await identity.hasPlatformAdmins()).toBe(false);
  const passwords: string[] = [];
  for (const email of ["petra@example.com", "paul@example.com"]) {
    const { code, stdout } = await run("--email", email);
    expect(code).toBe(0);
    const [, password = ""] = /^Password, shown this once: (\S+)$/m.exec(stdout) ?? [];
    expect(password).toMatch(/^[\w-]{24}$/);
    const credentials = await identity.findCredentials(email);
    expect(await verifyPassword(credentials?.passwordHash ?? null, password)).toBe(true);
    passwords.push(password);
  }
  expect(new Set(passwords).size).toBe(2);
  expect(await identity.hasPlatformAdmins()).toBe(true);
  const admins = await asOwner(database(), "select u.email from platform_admins p join users u on u.id = p.user_id");
  expect(admins.map(({ email }) => email).sort()).toEqual(["paul@example.com", "petra@example.com"]);
}, 60_000);

test.each([
  ["no address", [], "--email is missing"],
  ["what is no address", ["--email", "petra"], "--email petra is not an e-mail address"],
  ["a password as an argument", ["--email", "new@example.com", "--password", "x"], "Unknown option '--password'"],
])(
  "%s is refused, and nobody is made",
  async (_, args, message) => {
    const before = await adminCount();
    const { code, stderr } = await run(...args);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
    expect(await adminCount()).toBe(before);
  },
  60_000,
);

test("an address that somebody has already is refused, and the person is made no admin", async () => {
  const [person] = await asOwner<{ id: string }>(
    database(),
    "select app.create_user('ann@example.com', 'Ann', null) as id",
  );
  const { code, stderr } = await run("--email", "ann@example.com");
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining("Somebody with the address ann@example.com exists already"),
  ]);
  expect(await asOwner(database(), "select 1 from platform_admins where user_id = $1", [person?.id])).toEqual([]);
}, 60_000);
