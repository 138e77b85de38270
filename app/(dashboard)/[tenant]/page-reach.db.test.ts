import { isValidElement, type ReactElement, type ReactNode } from "react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { endView, startView } from "@/lib/access/commands";
import { updateAccount } from "@/lib/accounts/commands";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { memberActor } from "@/lib/auth/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { asOwner, createMember, createPlatformAdmin, doorsOfThisFile } from "@/lib/testing/fixtures";
import { CUSTOMER, FOREIGN, makeReachWorld, type ReachWorld, secretIds } from "@/lib/testing/reach";
import { startVisit } from "@/lib/visits/commands";

// A restriction and the mask hold on every page that there is: a new one is held to them without a word here.

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => request.cookies }));

type Props = { params: Promise<{ tenant: string; id?: string }>; searchParams: Promise<Record<string, string>> };
type Page = { default: (props: Props) => Promise<ReactNode> };

const PAGES = import.meta.glob<Page>("./**/page.tsx");
const LISTS = Object.keys(PAGES).filter((path) => !path.includes("[id]"));
const DETAILS = Object.keys(PAGES).filter((path) => path.includes("[id]"));

const database = doorsOfThisFile();
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(database());
}, 120_000);

async function signIn(member: MemberActor | PlatformAdminActor): Promise<void> {
  request.cookies.set(SESSION_COOKIE, { value: await signSessionToken(member) });
}

/** Every text and number that a page hands to the browser: what it shows, and the props of its client components. */
async function* textsOf(node: unknown, seen = new Set<object>()): AsyncGenerator<string> {
  if (typeof node === "string" || typeof node === "number") yield String(node);
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  if (isValidElement(node)) {
    const { type, props } = node as ReactElement<Record<string, ReactNode>>;
    if (typeof type === "function" && type.constructor.name === "AsyncFunction")
      yield* textsOf(await (type as (given: typeof props) => Promise<ReactNode>)(props), seen);
    yield* textsOf(props, seen);
    return;
  }
  const parts = node instanceof Map || node instanceof Set ? [...node] : Object.values(node);
  for (const part of parts) yield* textsOf(part, seen);
}

/** All texts of a page; null where it answers that there is nothing. */
async function open(path: string, id?: string): Promise<string | null> {
  const load = PAGES[path];
  if (!load) throw new Error(`there is no page ${path}`);
  const { default: page } = await load();
  try {
    const node = await page({
      params: Promise.resolve({ tenant: world.tenant.slug, ...(id && { id }) }),
      searchParams: Promise.resolve({}),
    });
    const texts: string[] = [];
    for await (const text of textsOf(node)) texts.push(text);
    return texts.join("\n");
  } catch (error) {
    if (error instanceof Error && "digest" in error && String(error.digest).endsWith(";404")) return null;
    throw error;
  }
}

/** Records by the folder whose pages show them. */
function recordOf(path: string, records: ReachWorld["top"]): string | null {
  const folders: Record<string, string> = {
    accounts: records.account,
    "payment-intents": records.payment,
    refunds: records.refund,
    documents: records.document,
    "api-keys": records.key,
    webhooks: records.endpoint,
    deliveries: records.delivery,
  };
  return folders[path.split("/[id]")[0]?.split("/").at(-1) ?? ""] ?? null;
}

describe.each(["branch", "account by itself"])("for a member who is restricted to a %s", (kind) => {
  beforeAll(async () => {
    const ids = [world.top.account];
    await signIn(
      await createMember(database(), world.tenant, kind === "branch" ? { accountIds: ids } : { onlyAccountIds: ids }),
    );
  });

  test.each(LISTS)("%s tells nothing of what is out of reach", async (path) => {
    const text = (await open(path)) ?? "";
    for (const id of secretIds(world)) expect(text).not.toContain(id);
    expect(text).not.toContain(FOREIGN);
  });

  test.each(DETAILS)("%s is not there for what is out of reach", async (path) => {
    for (const records of world.foreign) {
      const id = recordOf(path, records);
      if (id) expect(await open(path, id)).toBeNull();
    }
    const own = recordOf(path, world.top);
    const isOfBranch = path.includes("webhooks") && kind !== "branch";
    if (!own || isOfBranch) return;
    const text = await open(path, own);
    expect(text).not.toBeNull();
    for (const id of secretIds(world)) expect(text).not.toContain(id);
    expect(text).not.toContain(FOREIGN);
  });
});

describe("for a member without customers:read_personal_data", () => {
  beforeAll(async () => {
    const permissions = ALL_PERMISSIONS.filter((name) => name !== "customers:read_personal_data");
    await signIn(await createMember(database(), world.tenant, { permissions }));
  });

  test.each(Object.keys(PAGES))("%s shows no customer's address or number", async (path) => {
    const ids = path.includes("[id]") ? [recordOf(path, world.top)] : [undefined];
    for (const id of ids) {
      if (id === null) continue;
      const text = (await open(path, id)) ?? "";
      expect(text).not.toContain(CUSTOMER.email);
      expect(text).not.toContain(CUSTOMER.phone);
    }
  });

  test("an entry of the log about a payment shows masks", async () => {
    const [entry] = await asOwner<{ id: string }>(
      database(),
      "select id from audit_logs where table_name = 'payment_intents' and record_id = $1 order by id limit 1",
      [world.top.payment],
    );
    const text = await open("./audit-logs/[id]/page.tsx", entry?.id ?? "");
    expect(text).toContain("g•••@secret.example");
    expect(text).not.toContain(CUSTOMER.email);
  });
});

describe("for a platform admin on a visit", () => {
  beforeAll(async () => {
    const admin = await createPlatformAdmin(database());
    await startVisit(admin, { tenant_id: world.tenant.id, reason: "Test", minutes: 60 });
    await signIn(admin);
  });

  test.each(Object.keys(PAGES))("%s shows no customer's address or number", async (path) => {
    const ids = path.includes("[id]") ? [recordOf(path, world.top)] : [undefined];
    for (const id of ids) {
      if (id === null) continue;
      const text = (await open(path, id)) ?? "";
      expect(text).not.toContain(CUSTOMER.email);
      expect(text).not.toContain(CUSTOMER.phone);
    }
  });

  test("payments are there, in full but for their customers, and documents are not", async () => {
    expect(await open("./payment-intents/page.tsx")).toContain(FOREIGN);
    expect(await open("./documents/page.tsx")).toContain("documents:read");
    expect(await open("./documents/[id]/page.tsx", world.top.document)).toContain("documents:read");
  });

  test("every action is refused until another platform admin agrees", async () => {
    const { actor } = await memberActor(world.tenant.slug);
    expect(actor.visit).toMatchObject({ isWriting: false });
    const change = updateAccount(actor, { id: world.top.account, display_name: "Hacked" });
    await expect(change).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("there was something to see and to hide: the owner's pages hold both", async () => {
  await signIn(world.owner);
  const payments = await open("./payment-intents/page.tsx");
  expect(payments).toContain(FOREIGN);
  expect(payments).toContain(CUSTOMER.email);
  expect(await open("./accounts/[id]/page.tsx", world.foreign[0]?.account)).toContain(FOREIGN);
});

test("through a view the pages are those of its subject, with a banner; every action is refused; its end gives all back", async () => {
  const clerk = await createMember(database(), world.tenant, { role: "viewer", accountIds: [world.top.account] });
  await signIn(world.owner);
  const { id } = await startView(world.owner, { member_id: clerk.membershipId });
  request.cookies.set("bulkhead-view", { value: id });
  try {
    const seen = await open("./payment-intents/page.tsx");
    expect(seen).toContain("Reach");
    expect(seen).not.toContain(FOREIGN);
    expect(seen).not.toContain(CUSTOMER.email);
    expect(await open("./accounts/[id]/page.tsx", world.foreign[0]?.account)).toBeNull();
    expect(await open("./api-keys/page.tsx")).toContain("Ann Example");
    const { actor } = await memberActor(world.tenant.slug);
    expect(actor.view).toMatchObject({ id, label: "Ann Example" });
    await expect(updateAccount(actor, { id: world.top.account, display_name: "Hacked" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await endView(world.owner);
    expect(await open("./payment-intents/page.tsx")).toContain(FOREIGN);
  } finally {
    request.cookies.delete("bulkhead-view");
  }
});

test("a refused page names the missing permission and who can give it", async () => {
  await signIn(await createMember(database(), world.tenant, { role: "viewer" }));
  await asOwner(database(), "update users set full_name = 'Olivia Owner' where id = $1", [world.owner.userId]);
  const text = await open("./api-keys/new/page.tsx");
  expect(text).toContain("api_keys:write");
  expect(text).toContain("Olivia Owner");
});
