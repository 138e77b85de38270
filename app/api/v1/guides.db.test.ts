import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signSessionToken } from "@/lib/auth/session-token";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { type ApiServer, startApiServer } from "@/lib/testing/api-server";
import { createKey, createMember, createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { blocksOf } from "@/lib/testing/guides/blocks";
import { CURLRC, followGuide } from "@/lib/testing/guides/run";
import { buildClient } from "@/scripts/client/build";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { freePort } from "@/scripts/ports";

// As an installation of one's own: the demo's keys, the limits that hold unless set, and the sandbox's webhooks to itself.
const port = await freePort();
Object.assign(process.env, {
  APP_URL: `http://127.0.0.1:${port}`,
  DEMO_MODE: "on",
  RATE_LIMIT_PER_KEY: "1200",
  RATE_LIMIT_PER_TENANT: "6000",
  RATE_LIMIT_PER_ADDRESS: "120",
});

const DOCS = path.join(REPOSITORY_DIR, "docs");
const GUIDES = readdirSync(DOCS).filter((name) => name.endsWith(".md"));
const markdownOf = (guide: string) => readFileSync(path.join(DOCS, guide), "utf8");

const database = doorsOfThisFile({ poolMax: 8 });
let server: ApiServer;
let worker: Worker;
let root: string;

beforeAll(async () => {
  server = await startApiServer(port);
  worker = await startWorker({ connectionString: database().jobsUrl, pollIntervalMs: 50, withCrontab: false });
  root = mkdtempSync(path.join(os.tmpdir(), "bulkhead-guides-"));
  // What a reader has installed, as npm would place it.
  mkdirSync(path.join(root, "node_modules/@bulkhead"), { recursive: true });
  await buildClient(path.join(root, "client"));
  symlinkSync(path.join(root, "client"), path.join(root, "node_modules/@bulkhead/client"));
  for (const name of ["standardwebhooks", "@types", "undici-types"])
    symlinkSync(path.join(REPOSITORY_DIR, "node_modules", name), path.join(root, "node_modules", name));
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

/** A folder with what a reader of a guide has at hand. */
function folderOf(guide: string): string {
  const folder = path.join(root, path.basename(guide, ".md"));
  mkdirSync(folder);
  writeFileSync(path.join(folder, ".curlrc"), CURLRC);
  // The commands of the repository, from a folder of their own.
  const command = `node ${REPOSITORY_DIR}/node_modules/tsx/dist/cli.mjs --tsconfig ${REPOSITORY_DIR}/tsconfig.json`;
  const scripts = { import: `${command} ${REPOSITORY_DIR}/scripts/import.ts` };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, type: "module", scripts }));
  return folder;
}

test.each(GUIDES)(
  "docs/%s says what is true",
  async (guide) => {
    const tenant = await createTenant(database());
    const member = await createMember(database(), tenant);
    const end = await followGuide(markdownOf(guide), {
      folder: folderOf(guide),
      environment: {
        BULKHEAD_URL: server.url,
        BULKHEAD_TOKEN: (await createKey(tenant)).secret,
        BULKHEAD_SESSION: await signSessionToken(member),
        DATABASE_URL: database().ownerUrl,
        APP_SECRET: process.env.APP_SECRET ?? "",
        LOG_LEVEL: "silent",
      },
      words: new Map([
        ["aurora", tenant.slug],
        ["Aurora Hotels", `Tenant ${tenant.slug}`],
        ["4100", String(await freePort())],
      ]),
    });
    end();
  },
  120_000,
);

test("the TypeScript of the guides fits the client's types", async () => {
  const project = path.join(root, "types");
  mkdirSync(project);
  const examples = GUIDES.flatMap((guide) => blocksOf(markdownOf(guide)).filter(({ language }) => language === "ts"));
  expect(examples.length).toBeGreaterThan(0);
  for (const [index, { code }] of examples.entries()) writeFileSync(path.join(project, `example-${index}.mts`), code);
  const compilerOptions = {
    target: "ES2022",
    module: "nodenext",
    lib: ["ES2023", "dom", "dom.iterable"],
    strict: true,
    noEmit: true,
    moduleDetection: "force",
    types: ["node"],
  };
  writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mts"] }));
  const tsc = path.join(REPOSITORY_DIR, "node_modules/typescript/bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "--project", project]).catch((error) => error);
  expect(stdout).toBe("");
});

test("the index names every guide, and every link between guides leads somewhere", () => {
  const linksOf = (guide: string) =>
    [...markdownOf(guide).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1]);
  expect(linksOf("README.md")).toEqual(expect.arrayContaining(GUIDES.filter((name) => name !== "README.md")));
  const known = new Set([...GUIDES, ...readdirSync(REPOSITORY_DIR).map((name) => `../${name}`)]);
  const dead = GUIDES.flatMap((guide) =>
    linksOf(guide).filter((link) => !known.has(String(link).replace(/^(\.\.\/[^/]+).*/, "$1"))),
  );
  expect(dead).toEqual([]);
});
