import { findAccountIdsByName } from "@/lib/accounts/by-name";
import type { TenantActor } from "@/lib/actor";
import { createApiKey } from "@/lib/api-keys/commands";
import { createApiKeyInput } from "@/lib/api-keys/schema";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { closeDoors } from "@/lib/tenant-db";
import { isUuid } from "@/lib/text";
import { runCommand, withDatabase } from "./cli";
import { parseExpiry } from "./key-expiry";
import { OperatorError } from "./operator-error";
import { tenantActor } from "./tenant-actor";

const READ_PERMISSIONS = ALL_PERMISSIONS.filter((name) => name.endsWith(":read"));

const HELP = `
npm run key:create -- --tenant SLUG [--name NAME] [--permissions a,b] [--accounts a,b] [--expires 90d]

Makes an access key for the API and prints it once: only the key goes to the standard output.

  --tenant SLUG        whose key it is
  --name NAME          shown in the list of keys (default: Command line)
  --permissions a,b    what it may do (default: everything that only reads)
                       ${ALL_PERMISSIONS.join("\n                       ")}
  --accounts a,b       names or ids of accounts: the key reaches these and all below them (default: all accounts)
  --expires WHEN       90d, 12h, a day (2027-01-31, its beginning in UTC) or a time (2027-01-31T09:30:00Z)
  --help               this text

Example: npm run --silent key:create -- --tenant aurora --permissions accounts:read,payment_intents:read --expires 90d
`;

interface Arguments {
  tenant: string;
  name: string;
  permissions: string[];
  accounts: string[] | null;
  expiresAt: string | null;
}

async function makeKey({ tenant, name, permissions, accounts, expiresAt }: Arguments): Promise<void> {
  const actor = await tenantActor(tenant, "key:create", ["api_keys:write", "accounts:read"]);
  const input = createApiKeyInput.safeParse({
    name,
    permissions,
    branch_ids: accounts && (await accountIdsOf(actor, accounts)),
    expires_at: expiresAt,
  });
  if (!input.success) {
    const wrong = input.error.issues.map((issue) => {
      const given = issue.path[0] === "permissions" ? permissions[Number(issue.path[1])] : undefined;
      return `--${OPTION_OF[String(issue.path[0])] ?? "name"}: ${given === undefined ? "" : `${given}: `}${issue.message}`;
    });
    throw new OperatorError(`${wrong.join("\n")}\nSee --help.`);
  }
  const { api_key, secret } = await createApiKey(actor, input.data);
  console.log(secret);
  const reach = api_key.restricted_to_accounts ? api_key.accounts.map((account) => account.name).join(", ") : "all";
  console.error(`Permissions: ${api_key.permissions.join(", ")}`);
  console.error(`Accounts: ${reach}`);
  console.error(`Expires: ${api_key.expires_at ?? "never"}`);
  console.error("Keep it now: it is shown this once and stored nowhere.");
}

const OPTION_OF: Readonly<Record<string, string>> = {
  permissions: "permissions",
  account_ids: "accounts",
  branch_ids: "accounts",
  expires_at: "expires",
};

async function accountIdsOf(actor: TenantActor, accounts: readonly string[]): Promise<string[]> {
  const ids = await findAccountIdsByName(actor, accounts);
  return accounts.map((account) => {
    const id = ids.get(account) ?? (isUuid(account) ? account : undefined);
    if (!id) throw new OperatorError(`There is no account named ${JSON.stringify(account)}.`);
    return id;
  });
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

await runCommand({
  help: HELP,
  options: {
    tenant: { type: "string" },
    name: { type: "string", default: "Command line" },
    permissions: { type: "string" },
    accounts: { type: "string" },
    expires: { type: "string" },
  },
  async run({ values }) {
    const { tenant, name = "", permissions, accounts, expires } = values;
    if (!tenant) throw new OperatorError("--tenant SLUG is needed; see --help.");
    const checked: Arguments = {
      tenant,
      name,
      permissions: permissions === undefined ? [...READ_PERMISSIONS] : listOf(permissions),
      accounts: accounts === undefined ? null : listOf(accounts),
      expiresAt: expires === undefined ? null : parseExpiry(expires, new Date()),
    };
    await withDatabase(async () => {
      try {
        await makeKey(checked);
      } finally {
        await closeDoors();
      }
    });
  },
});
