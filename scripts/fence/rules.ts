import { importsOf, packageOf, resolveImport, type SourceTree } from "./imports";

/** Rooms of the house; a noun's room is its folder, such as `noun:accounts`. */
type Room =
  | "app"
  | "components"
  | "http"
  | "auth"
  | "jobs"
  | "providers"
  | "outbound"
  | "sandbox"
  | "tenant-db"
  | "flat"
  | "generated"
  | "testing"
  | "scripts"
  | `noun:${string}`;

/** What only a server runs, from the adapters down to the generated client. */
const SERVER_ROOMS = "http auth jobs providers outbound sandbox noun tenant-db flat generated".split(" ");

/** Rooms that each room may import from, besides itself. Imports run down only, and nouns don't know each other. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ["components", "http", "auth", "jobs", "noun", "flat"],
  components: ["flat"],
  http: ["auth", "noun", "tenant-db", "components", "flat"],
  auth: ["noun", "tenant-db", "flat"],
  jobs: ["noun", "providers", "sandbox", "tenant-db", "flat"],
  noun: ["providers", "outbound", "tenant-db", "flat"],
  providers: ["sandbox", "flat"],
  outbound: ["flat"],
  // The sandbox provider stands for a system outside: only its client and its own jobs know it.
  sandbox: ["tenant-db", "flat"],
  "tenant-db": ["generated", "flat"],
  flat: [],
  generated: [],
  testing: [...SERVER_ROOMS, "scripts"],
  scripts: [...SERVER_ROOMS, "testing"],
};

/** Rooms that may speak to the database without the door: operators' commands and tests. */
const DATABASE_ROOMS: readonly Room[] = ["tenant-db", "generated", "scripts", "testing"];

const isDatabasePackage = (name: string) => name === "pg" || name === "prisma" || name.startsWith("@prisma/");

/** Files that the pages in the browser may import although their room is the server's. */
const BROWSER_SAFE = /^lib\/[^/]+\/(schema|lifecycle|names)\.ts$|^lib\/http\/action-result\.ts$/;

const SERVER_FILES = /^lib\/(env|env-settings|logger)\.ts$/;
const SERVER_PACKAGES = [
  "graphile-worker",
  "nodemailer",
  "otplib",
  "undici",
  "pg",
  "pino",
  "server-only",
  "next-auth",
  "@node-rs/argon2",
  "jose",
];

/** Folders of lib that are no nouns. */
const OWN_ROOMS = new Set<string>([
  "http",
  "auth",
  "jobs",
  "providers",
  "outbound",
  "sandbox",
  "tenant-db",
] satisfies Room[]);

function roomOf(file: string): Room | null {
  if (/^lib\/generated\//.test(file)) return "generated";
  if (/^lib\/(testing|isolation)\//.test(file)) return "testing";
  // Data that the sign-in page offers in demo mode.
  if (file === "prisma/seed/demo-sign-ins.ts") return "flat";
  if (file.startsWith("lib/messages/")) return "flat";
  if (/^(scripts|prisma\/seed|e2e)\//.test(file)) return "scripts";
  if (/^app\/|^(instrumentation|proxy)\.ts$/.test(file)) return "app";
  if (file.startsWith("components/")) return "components";
  const [, folder] = /^lib\/([^/]+)\//.exec(file) ?? [];
  if (folder && OWN_ROOMS.has(folder)) return folder as Room;
  if (folder) return `noun:${folder}`;
  return file.startsWith("lib/") ? "flat" : null;
}

/** Every breach of the fence as one line; tests may import what they like. */
export function findBreaches(tree: SourceTree): string[] {
  const checked = [...tree.keys()].filter((file) => !/\.(test|spec)\.tsx?$/.test(file));
  return checked.flatMap((file) => [
    ...directionBreaches(tree, file),
    ...databaseBreaches(tree, file),
    ...browserBreaches(tree, file),
  ]);
}

function directionBreaches(tree: SourceTree, file: string): string[] {
  const from = roomOf(file);
  if (!from) return [];
  return importsOf(tree.get(file) ?? "").flatMap(({ specifier }) => {
    const target = resolveImport(tree, file, specifier);
    const to = target && roomOf(target);
    if (!to || to === from) return [];
    if (/\.(test|spec)\.tsx?$/.test(target)) return [`${file} imports the test ${target}`];
    if (MAY_IMPORT[kindOf(from)]?.includes(kindOf(to))) return [];
    // Forms and tables share the schemas of the operations that they serve.
    if (from === "components" && BROWSER_SAFE.test(target)) return [];
    return [`${file} (${from}) must not import ${target} (${to})`];
  });
}

function databaseBreaches(tree: SourceTree, file: string): string[] {
  const room = roomOf(file);
  if (!room || DATABASE_ROOMS.includes(room)) return [];
  return importsOf(tree.get(file) ?? "")
    .filter(({ specifier, isType }) => !isType && isDatabasePackage(packageOf(specifier)))
    .map(({ specifier }) => `${file} imports ${specifier}: only lib/tenant-db speaks to the database`);
}

/** Follows what a browser file brings along, down to the last file; server actions are a border of their own. */
function browserBreaches(tree: SourceTree, file: string): string[] {
  const isRoot =
    file.startsWith("components/") || BROWSER_SAFE.test(file) || hasDirective(tree.get(file), "use client");
  if (!isRoot) return [];
  const breaches: string[] = [];
  const seen = new Set<string>();
  const follow = (current: string, way: string[]): void => {
    if (seen.has(current)) return;
    seen.add(current);
    for (const { specifier, isType } of importsOf(tree.get(current) ?? "")) {
      if (isType) continue;
      const target = resolveImport(tree, current, specifier);
      if (isServerOnly(target, specifier))
        breaches.push(`${[...way, current].join(" → ")} brings ${specifier} to the browser`);
      else if (target && !hasDirective(tree.get(target), "use server")) follow(target, [...way, current]);
    }
  };
  follow(file, []);
  return breaches;
}

function isServerOnly(target: string | null, specifier: string): boolean {
  if (target) return SERVER_FILES.test(target) || ["tenant-db", "generated"].includes(roomOf(target) ?? "");
  if (specifier === "next-auth/react") return false;
  const name = packageOf(specifier);
  if (specifier.startsWith("node:") || specifier === "next/headers" || isDatabasePackage(name)) return true;
  return SERVER_PACKAGES.includes(name);
}

/** True if a file begins with the directive, such as `use client`. */
export function hasDirective(source: string | undefined, directive: string): boolean {
  return new RegExp(`^\\s*["']${directive}["']`).test(source ?? "");
}

function kindOf(room: Room): string {
  return room.startsWith("noun:") ? "noun" : room;
}
