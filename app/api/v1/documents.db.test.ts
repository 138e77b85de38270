import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import os from "node:os";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ApiKeyActor } from "@/lib/actor";
import { env } from "@/lib/env";
import { setErrorReporter } from "@/lib/logger";
import { UPLOAD_PREFIX } from "@/lib/stored-bytes";
import { callApi } from "@/lib/testing/api";
import { freshPdf, uploadForm } from "@/lib/testing/documents";
import { createKey, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { pngOf } from "@/prisma/seed/sample-files";

const database = doorsOfThisFile();
const reported = vi.fn();
let tenant: TestTenant;
let token: ApiKeyActor & { secret: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  token = await createKey(tenant);
  setErrorReporter(reported);
});

const post = (form: FormData) => callApi("POST", "/api/v1/document", { token, form });
const pdf = (name = "file.pdf") => ({ name, bytes: freshPdf() });
/** A body written by hand, as broken as it needs to be. */
const raw = async (body: BodyInit, contentType = "multipart/form-data; boundary=xx") => {
  const { POST } = await import("./document/route");
  const headers = { authorization: `Bearer ${token.secret}`, "content-type": contentType };
  const answer = await POST(new Request("http://localhost/api/v1/document", { method: "POST", headers, body }));
  return { status: answer.status, body: await answer.json() };
};
const part = (head: string, content: string) => `--xx\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;

async function download(id: string, headers: Record<string, string> = {}) {
  const { GET } = await import("./document/content/route");
  const address = `http://localhost/api/v1/document/content?id=${id}`;
  const answer = await GET(new Request(address, { headers: { authorization: `Bearer ${token.secret}`, ...headers } }));
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test("a document is uploaded, read, changed, downloaded, deleted and restored", async () => {
  const account = await makeAccount(tenant);
  const file = pdf("Vertrag für März.pdf");
  const form = uploadForm({ title: "Contract", account_id: account.id, metadata: '{"year": 2026}' }, file);
  const made = await post(form);
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    title: "Contract",
    file_name: "Vertrag für März.pdf",
    content_type: "application/pdf",
    content_hash: createHash("sha256").update(file.bytes).digest("hex"),
    account: { id: account.id, name: account.name },
    uploaded_by: { id: null, name: "Test key" },
    metadata: { year: 2026 },
    is_duplicate: false,
  });
  const { id } = made.body;
  const { is_duplicate: _new, ...stored } = made.body;
  expect((await callApi("GET", `/api/v1/document?id=${id}`, { token })).body).toEqual(stored);
  const changed = await callApi("PATCH", "/api/v1/document", { token, body: { id, title: "Terms", account_id: null } });
  expect(changed.body).toMatchObject({ title: "Terms", account: null, metadata: { year: 2026 } });
  expect((await download(id)).bytes).toEqual(file.bytes);
  expect((await callApi("DELETE", `/api/v1/document?id=${id}`, { token })).body.deleted_at).not.toBeNull();
  expect((await callApi("GET", `/api/v1/document/content?id=${id}`, { token })).status).toBe(409);
  const restored = await callApi("POST", "/api/v1/document/restore", { token, body: { id } });
  expect(restored.body).toMatchObject({ id, deleted_at: null });
});

test("the same file sent again is the document that is there, with 200", async () => {
  const file = pdf();
  const first = await post(uploadForm({}, file));
  const again = await post(uploadForm({}, { ...file, name: "other-name.pdf" }));
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual({ ...first.body, is_duplicate: true });
});

describe("a download", () => {
  let id: string;
  let file: ReturnType<typeof pdf>;

  beforeAll(async () => {
    file = pdf('a "quoted" näme;%.pdf');
    id = (await post(uploadForm({}, file))).body.id;
  });

  test("is saved under its name, never run, kept by nobody, and can be checked", async () => {
    const { answer, bytes } = await download(id);
    const digest = createHash("sha256").update(file.bytes);
    expect(bytes).toEqual(file.bytes);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(file.bytes.length),
      "content-disposition":
        "attachment; filename=\"a _quoted_ n_me;_.pdf\"; filename*=UTF-8''a%20%22quoted%22%20n%C3%A4me%3B%25.pdf",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
      etag: `"${digest.copy().digest("hex")}"`,
      "repr-digest": `sha-256=:${digest.digest("base64")}:`,
    });
  });

  test.each([
    ["bytes=0-3", 206, [0, 4]],
    ["bytes=4-", 206, [4]],
    ["bytes=-5", 206, [-5]],
    ["bytes=2-99999999", 206, [2]],
    ["bytes=9-2", 200, [0]],
    ["bytes=99999999-", 200, [0]],
    ["bytes=0-1,3-4", 200, [0]],
    ["lines=1-2", 200, [0]],
  ])("of %s is %i with those bytes", async (range, status, [from, to]) => {
    const { answer, bytes } = await download(id, { range });
    expect(answer.status).toBe(status);
    expect(bytes).toEqual(file.bytes.subarray(from, to));
    if (status === 206) expect(answer.headers.get("content-range")).toMatch(/^bytes \d+-\d+\/\d+$/);
  });

  test("of a range of another file is the whole file", async () => {
    const { answer } = await download(id, { range: "bytes=0-3", "if-range": '"other"' });
    expect(answer.status).toBe(200);
  });
});

describe("an upload is refused by field", () => {
  const detail = (loc: string, msg: unknown) => [expect.objectContaining({ loc: ["body", loc], msg })];

  test.each<[string, () => FormData, string, unknown]>([
    ["no file", () => uploadForm({ title: "x" }), "file", "Must be a file"],
    ["text for a file", () => uploadForm({ file: "text" }), "file", "Must be a file"],
    ["an empty file", () => uploadForm({}, { name: "a.pdf", bytes: Buffer.alloc(0) }), "file", "Must not be empty"],
    ["an unknown field", () => uploadForm({ colour: "red" }, pdf()), "colour", "Unknown field"],
    ["a path", () => uploadForm({}, pdf("../../etc/passwd.pdf")), "file", /without a path/],
    ["a path of Windows", () => uploadForm({}, pdf("C:\\a.pdf")), "file", /without a path/],
    ["a bad account", () => uploadForm({ account_id: "7" }, pdf()), "account_id", "Must be a UUID"],
    ["metadata that is no JSON", () => uploadForm({ metadata: "{a}" }, pdf()), "metadata", "Must be an object"],
    ["metadata that is a list", () => uploadForm({ metadata: "[]" }, pdf()), "metadata", "Must be an object"],
    ["a blank control in the title", () => uploadForm({ title: "a\u0007b" }, pdf()), "title", /control/],
  ])("for %s", async (_name, form, field, msg) => {
    const answer = await post(form());
    expect(answer.status, answer.text).toBe(422);
    expect(answer.body.detail).toEqual(detail(field, msg instanceof RegExp ? expect.stringMatching(msg) : msg));
  });

  test("for two files, a field twice and a file in another field", async () => {
    const two = uploadForm({}, pdf());
    two.append("file", new File(["x"], "b.txt"));
    expect((await post(two)).body.detail).toEqual(detail("file", "Must be given once"));
    const twice = uploadForm({ title: "a" }, pdf());
    twice.append("title", "b");
    expect((await post(twice)).body.detail).toEqual(detail("title", "Must be given once"));
    const elsewhere = uploadForm({}, pdf());
    elsewhere.append("other", new File(["x"], "b.txt"));
    expect((await post(elsewhere)).body.detail).toEqual(detail("other", "Unknown field"));
  });

  test("for a name that is no UTF-8", async () => {
    const body = Buffer.concat([
      Buffer.from('--xx\r\nContent-Disposition: form-data; name="file"; filename="'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.pdf"\r\n\r\n%PDF-1.4\r\n--xx--\r\n'),
    ]);
    expect((await raw(body)).body.detail).toEqual(detail("file", expect.stringMatching(/UTF-8/)));
  });

  test("for programs, pages and pictures with scripts, whatever they are called", async () => {
    for (const content of [
      "<html><script>1</script>",
      "\ufeff <svg xmlns='x'/>",
      "#!/bin/sh\n",
      "MZ\x90\0\x03",
      "\0\0\0",
    ]) {
      const answer = await post(
        uploadForm({}, { name: "a.pdf", bytes: Buffer.from(content), type: "application/pdf" }),
      );
      expect(answer.status, content).toBe(422);
      expect(answer.body.detail).toEqual(
        detail("file", expect.stringMatching(/^Must be a file of one of these types/)),
      );
    }
  });
});

test("what a body is not is said in its own status", async () => {
  expect((await callApi("POST", "/api/v1/document", { token, body: {} })).status).toBe(415);
  expect((await raw("x", "multipart/form-data")).status).toBe(400);
  expect((await raw("")).status).toBe(400);
  expect((await raw(part('name="file"; filename="a.pdf"', "%PDF-1.4 cut off"))).status).toBe(400);
  expect((await raw("nothing of the kind")).status).toBe(400);
  const fields = Array.from({ length: 40 }, (_, n) => part(`name="f${n}"`, "x")).join("");
  expect((await raw(`${fields}--xx--\r\n`)).body.detail).toMatch(/too many parts/);
});

test("a file above the limit is 413, whether or not its length was said", async () => {
  const limit = env().documentLimitBytes;
  const bytes = Buffer.alloc(limit + 1, "a");
  expect((await post(uploadForm({}, { name: "a.txt", bytes: bytes.subarray(1) }))).status).toBe(201);
  expect((await post(uploadForm({}, { name: "a.txt", bytes }))).status).toBe(413);
  const lying = await raw(`${part('name="file"; filename="a.txt"', bytes.toString("latin1"))}--xx--\r\n`);
  expect(lying.status).toBe(413);
  expect(lying.body.code).toBe("payload_too_large");
});

test("any body is answered without a fault, and leaves nothing in the temporary folder", async () => {
  const temporary = async () => (await readdir(os.tmpdir())).filter((name) => name.startsWith(UPLOAD_PREFIX));
  const before = new Set(await temporary());
  const line = fc.oneof(
    fc.constantFrom(
      ...["--xx\r\n", "--xx--\r\n", "--xx--", "\r\n", "\r\n\r\n", "Content-Type: text/plain; charset=utf-7\r\n"],
      ...['Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n', "%PDF-1.4\r\n", "\0", "\ud800"],
      ...[
        'Content-Disposition: form-data; name="title"\r\n\r\n',
        'Content-Disposition: form-data; name="__proto__"\r\n\r\n',
      ],
      ...[
        'Content-Disposition: form-data; name="metadata"\r\n\r\n{"a":{"__proto__":1}}\r\n',
        "Content-Disposition: x\r\n\r\n",
      ],
    ),
    fc.string({ unit: "binary", maxLength: 10 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const answer = await raw(lines.join(""));
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
  expect(reported).not.toHaveBeenCalled();
  expect((await temporary()).filter((name) => !before.has(name))).toEqual([]);
});

test("the type comes from the bytes, and the name follows it", async () => {
  const named = async (name: string, bytes: Buffer, type?: string) =>
    (await post(uploadForm({}, { name, bytes, ...(type && { type }) }))).body;
  expect(await named("a.pdf", pngOf([1, 2, 3], 4, 4))).toMatchObject({
    content_type: "image/png",
    file_name: "a.pdf.png",
  });
  expect(await named("page.html", Buffer.from("hello <script>"), "text/html")).toMatchObject({
    content_type: "text/plain",
    file_name: "page.html.txt",
  });
  expect(await named("rows.csv", Buffer.from("a,b\n1,2\n"))).toMatchObject({ content_type: "text/csv" });
});
