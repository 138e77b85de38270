import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleRequest, sampleRequest } from "@/lib/testing/api-samples";
import { type ApiServer, startApiServer } from "@/lib/testing/api-server";
import { fullTokenFor } from "@/lib/testing/api-tokens";
import { codeSamplesOf, onRecordsOf } from "@/lib/testing/code-samples";
import { freshPdf } from "@/lib/testing/documents";
import { createKey, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { buildClient, CALLED_OPERATIONS } from "./build";

// The types of the client are looked at by its own compiler run, together with those who use it.
// biome-ignore lint/suspicious/noExplicitAny: the client does not exist when this file is checked
type AnyClient = any;

const database = doorsOfThisFile();
let server: ApiServer;
let folder: string;
let client: AnyClient;
let tenant: TestTenant;
let secret: string;

beforeAll(async () => {
  server = await startApiServer();
  folder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-client-"));
  await buildClient(path.join(folder, "client"));
  // As npm install would place it in somebody's project.
  mkdirSync(path.join(folder, "node_modules/@bulkhead"), { recursive: true });
  symlinkSync(path.join(folder, "client"), path.join(folder, "node_modules/@bulkhead/client"));
  client = await import(/* @vite-ignore */ path.join(folder, "client/dist/index.js"));
  tenant = await createTenant(database());
  ({ secret } = await createKey(tenant));
}, 240_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const connected = (given: object = {}) => client.connect({ baseUrl: server.url, token: secret, ...given });

describe("the client", () => {
  test("creates once for one idempotency key, reads, lists by page and by filter", async () => {
    const bulkhead = connected();
    const input = { name: "Hotel Lisboa", currency: "EUR", metadata: { stars: 4, tags: ["sea"] } };
    const created = await bulkhead.createAccount(input, { idempotencyKey: "first" });
    expect(await bulkhead.createAccount(input, { idempotencyKey: "first" })).toEqual(created);
    expect(await bulkhead.getAccount({ id: created.id })).toEqual(created);
    const found = await bulkhead.listAccounts({ currency: ["EUR", "USD"], metadata: { stars: "4", "tags[]": "sea" } });
    expect(found.items).toEqual([created]);
    expect((await bulkhead.listAccounts({ metadata: { stars: "5" } })).items).toEqual([]);
  });

  test("walks a list to its end, page by page", async () => {
    const own = await createTenant(database());
    const made = new Set<string>();
    for (let count = 0; count < 28; count += 1) made.add((await makeAccount(own)).id);
    const bulkhead = connected({ token: (await createKey(own)).secret });
    const walked: string[] = [];
    for await (const { id } of client.each(bulkhead.listAccounts, { size: 25, sort: "-created" })) walked.push(id);
    expect(walked).toHaveLength(28);
    expect(new Set(walked)).toEqual(made);
  });

  test("throws what the API answers, with the fields that are wrong", async () => {
    const refused = await connected()
      .createAccount({ name: "", currency: "EURO" })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(client.BulkheadError);
    expect(refused).toMatchObject({ status: 422, code: "validation_error", requestId: expect.any(String) });
    expect(refused.fields.map(({ loc }: { loc: string[] }) => loc.join("."))).toEqual(["body.name", "body.currency"]);
    const stranger = await connected({ token: "nonsense" })
      .whoami()
      .catch((error: unknown) => error);
    expect(stranger).toMatchObject({ status: 401, code: "token_invalid", message: "Token invalid" });
  });

  test("tries again while the API is busy, as often as it may, and only what can do no harm", async () => {
    let calls = 0;
    const busyTwice: typeof fetch = async (...request) => {
      calls += 1;
      return calls > 2
        ? fetch(...request)
        : Response.json({ detail: "Busy", code: "unavailable" }, { status: 503, headers: { "retry-after": "0" } });
    };
    const bulkhead = connected({ fetch: busyTwice });
    expect((await bulkhead.whoami()).kind).toBe("api_key");
    expect(calls).toBe(3);
    for (const [options, expected] of [
      [{}, 1],
      [{ idempotencyKey: "k", maxTries: 2 }, 2],
    ] as const) {
      calls = 0;
      await expect(bulkhead.createAccount({ name: "A", currency: "EUR" }, options)).rejects.toMatchObject({
        status: 503,
      });
      expect(calls).toBe(expected);
    }
  });

  test("is told apart from what is no address and no token", () => {
    for (const wrong of [{ baseUrl: "nonsense" }, { baseUrl: "ftp://example.com" }, { token: "two words" }])
      expect(() => connected(wrong)).toThrow(TypeError);
  });
});

describe("the TypeScript examples of the document", () => {
  const codeOf = async (operation: (typeof CALLED_OPERATIONS)[number], sample?: SampleRequest) => {
    const code = codeSamplesOf(server.url)(operation, "TypeScript");
    return sample ? onRecordsOf(code, sample) : code;
  };

  test("fit the client's types, as do the README's", async () => {
    const project = path.join(folder, "examples");
    mkdirSync(project);
    for (const operation of CALLED_OPERATIONS)
      writeFileSync(path.join(project, `${operation.operationId}.ts`), await codeOf(operation));
    const readme = readFileSync(path.join(REPOSITORY_DIR, "clients/typescript/README.md"), "utf8");
    const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1]);
    expect(blocks.length).toBeGreaterThan(0);
    for (const [index, block] of blocks.entries())
      writeFileSync(path.join(project, `readme-${index}.ts`), String(block));
    writeFileSync(
      path.join(project, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "ES2022",
          module: "nodenext",
          lib: ["ES2023", "dom", "dom.iterable"],
          strict: true,
          noEmit: true,
          moduleDetection: "force",
          types: ["node"],
          typeRoots: [path.join(REPOSITORY_DIR, "node_modules/@types")],
        },
        include: ["*.ts"],
      }),
    );
    writeFileSync(path.join(project, "package.json"), '{"type":"module"}');
    const tsc = path.join(REPOSITORY_DIR, "node_modules/typescript/bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--project", project]).catch((error) => error);
    expect(stdout).toBe("");
  }, 240_000);

  describe.each(CALLED_OPERATIONS.map((operation) => [operation.operationId, operation] as const))(
    "%s",
    (_name, operation) => {
      test("does what it says", async () => {
        const own = await createTenant(database());
        const code = await codeOf(operation, await sampleRequest(operation, own));
        process.env.BULKHEAD_TOKEN = await fullTokenFor(operation, own);
        // The examples are JavaScript besides their imports, which are handed in.
        const run = new (Object.getPrototypeOf(async () => {}).constructor)(
          "connect",
          "readFile",
          `${code.replace(/^import .*$/gm, "")}\nreturn answer;`,
        );
        const answer = await run(client.connect, async () => freshPdf());
        if (operation.repliesBytes) expect(answer.size).toBeGreaterThan(0);
        else operation.reply.parse(answer);
      });
    },
  );
});
