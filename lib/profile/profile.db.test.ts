import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/lib/actor";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { identity } from "../tenant-db";
import { updateProfile } from "./commands";
import { getPicture, getProfile, getSignInWays } from "./queries";
import { updateProfileInput } from "./schema";

const database = doorsOfThisFile();
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/** Somebody else's server, with pictures and other things. */
const server = createServer((request, response) => {
  const sizes: Record<string, Buffer> = {
    "/ann.png": PNG,
    "/other.png": Buffer.concat([PNG, Buffer.from("other")]),
    "/large.png": Buffer.concat([PNG, Buffer.alloc(300_000)]),
    "/page.html": Buffer.from("<!doctype html><script>alert(1)</script>"),
    "/vector.svg": Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };
  asked.push(request.url ?? "");
  const body = sizes[request.url ?? ""];
  if (body) response.writeHead(200, { "content-type": "image/png" }).end(body);
  else if (request.url === "/moved.png") response.writeHead(302, { location: "/ann.png" }).end();
  else response.writeHead(404).end();
});
const asked: string[] = [];
let origin: string;
let tenant: TestTenant;
let ann: PersonActor;
let bob: PersonActor;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  tenant = await createTenant(database());
});
afterAll(() => void server.close());

beforeEach(async () => {
  ann = personOf(await createMember(database(), tenant, { role: "viewer" }));
  bob = personOf(await createMember(database(), tenant));
});

function personOf({
  userId,
  sessionId,
  requestId,
}: {
  userId: string;
  sessionId: string;
  requestId: string;
}): PersonActor {
  return { kind: "person", userId, sessionId, requestId, ipAddress: "127.0.0.1", userAgent: "test" };
}

const auditOf = (table: string, person: PersonActor) =>
  asOwner(
    database(),
    `select tenant_id, action, operation, actor_kind, user_id, request_id, old_values, new_values from audit_logs
     where table_name = $1 and record_id = $2 and actor_kind = 'user' order by id`,
    [table, person.userId],
  );

describe("the profile", () => {
  test("is the person's own, and changes in the parts that are given", async () => {
    const before = await getProfile(ann);
    expect(before).toMatchObject({ id: ann.userId, full_name: "Ann Example", time_zone: "UTC", avatar_url: null });
    const changed = await updateProfile(ann, { time_zone: "Europe/Lisbon", date_format: "YYYY-MM-DD", clock: "12h" });
    expect(changed).toMatchObject({
      full_name: "Ann Example",
      time_zone: "Europe/Lisbon",
      date_format: "YYYY-MM-DD",
      clock: "12h",
    });
    expect(await getProfile(ann)).toEqual(changed);
    expect(await getProfile(bob)).toMatchObject({ time_zone: "UTC", date_format: "D MMM YYYY", clock: "24h" });
  });

  test("keeps the language of the pages, which a new session of the person finds, and no other's", async () => {
    expect((await getProfile(ann)).locale).toBeNull();
    expect((await updateProfile(ann, { locale: "de" })).locale).toBe("de");
    expect(await identity.findSessionLocale(ann.sessionId)).toBe("de");
    expect(await identity.findSessionLocale(bob.sessionId)).toBeNull();
    await updateProfile(ann, { full_name: "Ann" });
    expect((await getProfile(ann)).locale).toBe("de");
    expect((await updateProfile(ann, { locale: null })).locale).toBeNull();
    expect(updateProfileInput.safeParse({ locale: "xx" }).success).toBe(false);
  });

  test("leaves one audit row of a change, in the person's name and of no tenant", async () => {
    await updateProfile(ann, { full_name: "Ann Lee" });
    const rows = await auditOf("users", ann);
    expect(rows).toEqual([
      expect.objectContaining({
        tenant_id: "00000000-0000-0000-0000-000000000000",
        action: "update",
        operation: "profile.update",
        user_id: ann.userId,
        request_id: ann.requestId,
        old_values: expect.objectContaining({ full_name: "Ann Example" }),
        new_values: expect.objectContaining({ full_name: "Ann Lee" }),
      }),
    ]);
    await updateProfile(ann, { full_name: "Ann Lee" });
    expect(await auditOf("users", ann)).toHaveLength(1);
  });

  test("is there for the platform's staff, who are in no tenant", async () => {
    const admin = personOf(await createPlatformAdmin(database()));
    expect(await updateProfile(admin, { time_zone: "Asia/Tokyo" })).toMatchObject({ time_zone: "Asia/Tokyo" });
  });

  test("tells by which ways its person signs in, and no secret", async () => {
    await asOwner(database(), "insert into user_credentials (user_id, password_hash) values ($1, '$argon2id$x')", [
      ann.userId,
    ]);
    expect(await getSignInWays(ann)).toEqual({
      email: expect.stringContaining("@"),
      password_changed_at: expect.any(String),
      has_google: false,
      last_login: expect.any(String),
    });
    expect(await getSignInWays(bob)).toMatchObject({ password_changed_at: null });
  });
});

describe("a picture", () => {
  const bytesOf = async (actor: PersonActor, userId: string) => {
    const { open, ...rest } = await getPicture(actor, { user_id: userId });
    return { ...rest, bytes: Buffer.from(await new Response(await open(null)).arrayBuffer()) };
  };

  test("is copied once from its address, shown from here, and gone with it", async () => {
    asked.length = 0;
    const url = `${origin}/ann.png`;
    expect(await updateProfile(ann, { avatar_url: url })).toMatchObject({ avatar_url: url });
    await updateProfile(ann, { avatar_url: url, full_name: "Ann Lee" });
    expect(asked).toEqual(["/ann.png"]);
    expect(await bytesOf(ann, ann.userId)).toMatchObject({
      contentType: "image/png",
      sizeBytes: PNG.length,
      bytes: PNG,
    });
    await updateProfile(ann, { avatar_url: `${origin}/other.png` });
    expect((await bytesOf(ann, ann.userId)).bytes.toString("latin1")).toContain("other");
    await updateProfile(ann, { avatar_url: null });
    await expect(bytesOf(ann, ann.userId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is seen by colleagues, also of a past one, and by nobody else", async () => {
    await updateProfile(ann, { avatar_url: `${origin}/ann.png` });
    const stranger = personOf(await createMember(database(), await createTenant(database())));
    expect((await bytesOf(bob, ann.userId)).bytes).toEqual(PNG);
    await expect(bytesOf(stranger, ann.userId)).rejects.toMatchObject({ code: "not_found" });
    await asOwner(database(), "update memberships set deleted_at = now() where user_id = $1", [ann.userId]);
    expect((await bytesOf(bob, ann.userId)).bytes).toEqual(PNG);
    await asOwner(database(), "update memberships set deleted_at = now() where user_id = $1", [bob.userId]);
    await expect(bytesOf(bob, ann.userId)).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["/large.png", "The file has more than 256 kB"],
    ["/page.html", "There is no PNG, JPEG, GIF or WebP at this address"],
    ["/vector.svg", "There is no PNG, JPEG, GIF or WebP at this address"],
    ["/moved.png", "The address answered with the status 302"],
    ["/nothing.png", "The address answered with the status 404"],
  ])("%s is refused by its field, and nothing is changed", async (path, msg) => {
    const attempt = updateProfile(ann, { avatar_url: origin + path, full_name: "Never" });
    await expect(attempt).rejects.toMatchObject({
      code: "validation_error",
      issues: [{ loc: ["body", "avatar_url"], msg }],
    });
    expect(await getProfile(ann)).toMatchObject({ full_name: "Ann Example", avatar_url: null });
  });

  test("is not fetched from inside the network", async () => {
    for (const url of ["https://169.254.169.254/latest", "https://10.0.0.1/a.png", "https://intranet/a.png"])
      await expect(updateProfile(ann, { avatar_url: url })).rejects.toMatchObject({ code: "validation_error" });
  });

  test("leaves audit rows without its bytes", async () => {
    await updateProfile(ann, { avatar_url: `${origin}/ann.png` });
    const [row] = await auditOf("user_pictures", ann);
    expect(row).toMatchObject({ action: "insert", operation: "profile.update" });
    expect(JSON.stringify(row)).not.toContain("bytes");
  });
});
