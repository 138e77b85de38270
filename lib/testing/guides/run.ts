import { spawn } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { type Block, blocksOf, type Step, stepsOf } from "./blocks";
import { Placeholders, readShownJson } from "./compare";

export interface GuideWorld {
  /** Folder in which the guide's files are; its `node_modules` has what its examples import. */
  folder: string;
  /** Environment of the commands, besides the path. */
  environment: Readonly<Record<string, string>>;
  /** Words of the guide, and what is in their place here, such as a port. */
  words: ReadonlyMap<string, string>;
}

interface Ran {
  exitCode: number | null;
  output: string;
  errors: string;
  /** Statuses that curl was answered with. */
  statuses: number[];
}

const EVENTUAL_MS = 20_000;
const BLOCK_MS = 60_000;
const TSX = path.join(REPOSITORY_DIR, "node_modules/tsx/dist/cli.mjs");
const STATUS_LINE = /^\[status (\d{3})\]$/gm;

/** What `.curlrc` of the folder must say: how a block's statuses are learnt. */
export const CURLRC = 'silent\nshow-error\nmax-time = 30\nwrite-out = "%{stderr}\\n[status %{http_code}]\\n"\n';

/**
 * Does what a guide says, from its first block to its last, and holds every answer against what the guide shows.
 * @returns a function that ends what the guide left running
 * @throws Error that names the line at which the guide is not true
 */
export async function followGuide(markdown: string, world: GuideWorld): Promise<() => void> {
  const placeholders = new Placeholders();
  const groups: number[] = [];
  const here = (text: string) => [...world.words].reduce((all, [word, real]) => all.replaceAll(word, real), text);
  const end = () => {
    for (const group of groups) endGroup(group);
  };
  try {
    for (const step of stepsOf(blocksOf(here(markdown)))) {
      if (step.kind === "write") write(world, step.block, placeholders);
      else await runStep(step, world, placeholders, groups);
    }
  } catch (error) {
    end();
    throw error;
  }
  return end;
}

function write({ folder }: GuideWorld, { words, code }: Block, placeholders: Placeholders): void {
  const name = words.find((word) => word.includes(".")) ?? "";
  writeFileSync(path.join(folder, path.basename(name)), placeholders.fill(code));
}

async function runStep(step: Step, world: GuideWorld, placeholders: Placeholders, groups: number[]): Promise<void> {
  const { block, answer, isEventual } = step;
  const startedAt = Date.now();
  for (;;) {
    const ran = await run(block, placeholders.fill(block.code), world, groups);
    const compared = placeholders.copy();
    const problems = answer ? differences(answer, ran, compared) : [];
    const refused = ran.statuses.filter((status) => status >= 300);
    if (ran.exitCode !== 0) problems.push(`it ended with ${ran.exitCode}`);
    else if (answer?.language !== "http" && refused.length > 0) problems.push(`it was answered with ${refused}`);
    if (problems.length === 0) return placeholders.adopt(compared);
    if (!isEventual || Date.now() - startedAt > EVENTUAL_MS)
      throw new Error(
        [`line ${block.line}: ${problems.join("\n")}`, block.code, ran.output, ran.errors].join("\n").trimEnd(),
      );
    await sleep(200);
  }
}

function differences({ language, code, line }: Block, ran: Ran, placeholders: Placeholders): string[] {
  const output = ran.output.trim();
  try {
    if (language === "http") return compareHttp(code, output, placeholders);
    if (language !== "console") return placeholders.compareJson(readShownJson(code), JSON.parse(output));
  } catch (error) {
    return [`the answer shown at line ${line} cannot be compared: ${error}`];
  }
  return placeholders.matches(code.trim(), output) ? [] : [`it printed\n${output}\nand the guide shows\n${code}`];
}

/** Status line, the headers that are shown, and the body, if one is shown. */
function compareHttp(shown: string, real: string, placeholders: Placeholders): string[] {
  const [expected, actual] = [partsOf(shown), partsOf(real)];
  const problems = expected.status === actual.status ? [] : [`shown ${expected.status}, is ${actual.status}`];
  for (const [name, value] of expected.headers) {
    const found = actual.headers.get(name);
    if (found === undefined || !placeholders.matches(value, found, { anyNumbers: true }))
      problems.push(`${name}: shown ${value}, is ${found ?? "not there"}`);
  }
  if (expected.body) problems.push(...placeholders.compareJson(readShownJson(expected.body), JSON.parse(actual.body)));
  return problems;
}

function partsOf(message: string): { status: string; headers: Map<string, string>; body: string } {
  const [head = "", ...rest] = message.replaceAll("\r\n", "\n").trim().split("\n\n");
  const [status = "", ...lines] = head.split("\n");
  const headers = lines.map((line): [string, string] => {
    const [name = "", ...value] = line.split(":");
    return [name.toLowerCase(), value.join(":").trim()];
  });
  return { status, headers: new Map(headers), body: rest.join("\n\n") };
}

/** Output goes to files: what a block starts in the background would hold a pipe open. */
async function run(block: Block, code: string, { folder, environment }: GuideWorld, groups: number[]): Promise<Ran> {
  const files = [path.join(folder, ".output"), path.join(folder, ".errors")] as const;
  const script = path.join(folder, `.block-${block.line}.${block.language === "ts" ? "mts" : "sh"}`);
  writeFileSync(script, code);
  const command = block.language === "ts" ? [process.execPath, TSX, script] : ["bash", "-eu", script];
  const child = spawn(command[0] ?? "", command.slice(1), {
    cwd: folder,
    // A group of its own, with which all that it started ends.
    detached: true,
    stdio: ["ignore", openSync(files[0], "w"), openSync(files[1], "w")],
    env: { PATH: process.env.PATH, NODE_ENV: "test", HOME: folder, CURL_HOME: folder, NO_PROXY: "*", ...environment },
    timeout: BLOCK_MS,
  });
  if (child.pid) groups.push(child.pid);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const errors = readFileSync(files[1], "utf8");
  return {
    exitCode,
    output: readFileSync(files[0], "utf8"),
    errors,
    statuses: [...errors.matchAll(STATUS_LINE)].map(([, status]) => Number(status)),
  };
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGTERM");
  } catch {
    // Nothing of it runs any more.
  }
}
