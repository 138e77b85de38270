import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "orval";
import { buildOpenApi } from "@/lib/http/openapi";
import { OPERATIONS } from "@/lib/http/operations";
import { VERSION } from "@/lib/version";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { run } from "@/scripts/run";

export const CLIENT_DIR = path.join(REPOSITORY_DIR, "clients/typescript");

/** Without those that only a payment provider can sign. */
export const CALLED_OPERATIONS = OPERATIONS.filter(({ encoding }) => encoding !== "signed");

/**
 * Makes the TypeScript client: functions and types from the OpenAPI document, beside the parts written by hand, compiled.
 * @param folder where to; the client's own folder unless told
 */
export async function buildClient(folder = CLIENT_DIR): Promise<void> {
  if (folder !== CLIENT_DIR) {
    for (const name of ["package.json", "tsconfig.json", "src"])
      cpSync(path.join(CLIENT_DIR, name), path.join(folder, name), { recursive: true });
  }
  const workDir = path.join(folder, ".openapi");
  mkdirSync(workDir, { recursive: true });
  const document = path.join(workDir, "openapi.json");
  writeFileSync(
    document,
    JSON.stringify(buildOpenApi(CALLED_OPERATIONS, { version: VERSION, serverUrl: "http://localhost:3000" })),
  );
  rmSync(path.join(folder, "dist"), { recursive: true, force: true });
  await generate(
    {
      input: { target: document },
      output: {
        target: path.join(folder, "src/generated.ts"),
        mode: "single",
        // Its functions hand parameters, body and options to ours, which sends them with fetch: no axios is involved.
        client: "axios-functions",
        override: { mutator: { path: path.join(folder, "src/request.ts"), name: "request", extension: ".js" } },
      },
    },
    folder,
  );
  rmSync(workDir, { recursive: true });
  await run("tsc", ["--project", folder]);
}
