import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/lib/http/operations";
import { sampleRequest } from "@/lib/testing/api-samples";
import { type ApiServer, startApiServer } from "@/lib/testing/api-server";
import { fullTokenFor } from "@/lib/testing/api-tokens";
import { codeSamplesOf, onRecordsOf } from "@/lib/testing/code-samples";
import { freshPdf } from "@/lib/testing/documents";
import { createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let server: ApiServer;
let folder: string;
let sampleOf: ReturnType<typeof codeSamplesOf>;

beforeAll(async () => {
  server = await startApiServer();
  sampleOf = codeSamplesOf(server.url);
  folder = await mkdtemp(path.join(os.tmpdir(), "bulkhead-samples-"));
  // The status after the answer, and no meter beside it.
  await writeFile(path.join(folder, ".curlrc"), 'silent\nshow-error\nmax-time = 30\nwrite-out = "\\n%{http_code}"\n');
  await writeFile(path.join(folder, "contract.pdf"), freshPdf());
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function runInShell(command: string, token: string): Promise<{ status: number; answer: string }> {
  const { PATH, NODE_ENV } = process.env;
  const environment = { PATH, NODE_ENV, CURL_HOME: folder, HOME: folder, NO_PROXY: "*", BULKHEAD_TOKEN: token };
  const { stdout } = await promisify(execFile)("bash", ["-euc", command], {
    cwd: folder,
    env: environment,
    // The document itself is one of the answers.
    maxBuffer: 16 * 1024 * 1024,
  });
  const [, answer = "", status] = /^(.*)\n(\d{3})$/s.exec(stdout) ?? [];
  return { status: Number(status), answer };
}

const called = OPERATIONS.filter(({ encoding }) => encoding !== "signed");

describe.each(called.map((operation) => [operation.operationId, operation] as const))("%s", (_name, operation) => {
  test("its curl example does what it says", async () => {
    const tenant = await createTenant(database());
    const command = onRecordsOf(sampleOf(operation, "Shell"), await sampleRequest(operation, tenant));
    const { status, answer } = await runInShell(command, await fullTokenFor(operation, tenant));
    expect(status, `${command}\n${answer}`).toBe(operation.status ?? 200);
    if (!operation.repliesBytes) operation.reply.parse(JSON.parse(answer));
  });
});
