import type { JsonValue } from "@/components/ui/record-diff";
import { ACTOR_KINDS } from "@/lib/audit-logs/names";
import type { AuditLog } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";
import { fieldLabel } from "./readable-record";

type AuditTexts = Texts<"client.auditLogs">;

/** The nouns in the names of operations, where they are not the table's. */
const NOUNS: Readonly<Record<string, string>> = {
  tenant_api_keys: "api_keys",
  memberships: "members",
  tenant_configs: "settings",
};

export function actionLabel(t: AuditTexts, action: AuditLog["action"]): string {
  return t(`actions.${action}`);
}

export function actorKindLabel(t: AuditTexts, kind: AuditLog["actor_kind"]): string {
  return t(`actorKinds.${kind}`);
}

/** Tabs over the log: jobs write far more of it than people do, who are whom one looks for. */
export function actorKindTabs(t: AuditTexts) {
  const all = { value: null, label: t("tabs.all") };
  return [all, ...ACTOR_KINDS.map((value) => ({ value, label: t(`tabs.${value}`) }))];
}

/** Title of a table, such as "API keys"; the name itself for a table that has none here. */
export function tableLabel(t: AuditTexts, table: string): string {
  return textOf(t, "tables", table) ?? table;
}

/** One record of a table, such as "API key". */
export function recordLabel(t: AuditTexts, table: string): string {
  return textOf(t, "records", table) ?? table;
}

/** What the platform's admins did to a person, as each tenant of the person reads it of its member; by operation. */
export function platformAct(t: AuditTexts, operation: string | null): string | null {
  return ofPerson(t, "platformActs", operation);
}

/** What happened, such as "Account restored". */
export function changeTitle(
  t: AuditTexts,
  { table_name, action, operation }: Pick<AuditLog, "table_name" | "action" | "operation">,
): string {
  // Where each row of the table tells of the same.
  const act = textOf(t, "acts", table_name);
  if (act) return act;
  const byPlatform = table_name === "memberships" ? ofPerson(t, "memberActs", operation) : null;
  if (byPlatform) return byPlatform;
  const record = recordLabel(t, table_name);
  const [noun, verb = ""] = operation?.split(".") ?? [];
  // A row that is soft-deleted or cancelled is an update to the database; the operation knows better.
  const isOwn = action === "update" && noun === (NOUNS[table_name] ?? table_name);
  return (isOwn && textOf(t, "operations", verb, { record })) || t(`changes.${action}`, { record });
}

/** `billing_amount` → "Billing amount"; the words of its name for a field that has no label here. */
export function fieldText(t: AuditTexts, name: string): string {
  return textOf(t, "fieldNames", name) ?? fieldLabel(name);
}

const STATUS_FIELDS = new Set(["status", "approval_status", "state", "disabled_reason"]);

/** A value of a record as people say it: `PARTIALLY_REFUNDED` → "Partially refunded"; most are as they are. */
export function valueInWords(t: AuditTexts, field: string, value: JsonValue): JsonValue {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const isStatus = typeof value === "string" && STATUS_FIELDS.has(field);
  return (isStatus && textOf(t, "values", value.toLowerCase())) || value;
}

/** Who made a change, by name; what was done past the application has only the database's login for one. */
export function actorText(t: AuditTexts, actor: Pick<AuditLog, "actor_kind" | "actor_label">): string {
  const isPast = actor.actor_kind === "system" && actor.actor_label.startsWith("database: ");
  return isPast ? t("inDatabase") : actor.actor_label;
}

function ofPerson(t: AuditTexts, group: "platformActs" | "memberActs", operation: string | null): string | null {
  const [noun, verb = ""] = operation?.split(".") ?? [];
  return noun === "users" ? textOf(t, group, verb) : null;
}

type Group = "records" | "tables" | "acts" | "operations" | "platformActs" | "memberActs" | "fieldNames" | "values";

/** The text of a group for a name out of the log, which may be one that the catalogue does not have: then `null`. */
function textOf(t: AuditTexts, group: Group, name: string, values?: { record: string }): string | null {
  // Any key of the catalogue; which one it is, `has` finds out.
  const key = `${group}.${name}` as "records.accounts";
  return t.has(key) ? t(key, values) : null;
}

interface AuditRecord extends Pick<AuditLog, "table_name" | "record_id"> {
  new_values?: AuditLog["new_values"];
}

/** Below a tenant's address: the page of the record that an entry is about; `null` where there is none. */
export function recordPath({ table_name, record_id, new_values }: AuditRecord): string | null {
  const [id] = record_id.split("/");
  switch (table_name) {
    case "accounts":
      return `/accounts/${id}`;
    case "payment_intents":
      return `/payment-intents/${id}`;
    case "refunds":
      return `/refunds/${id}`;
    case "documents":
      return `/documents/${id}`;
    case "tenant_api_keys":
    case "tenant_api_key_accounts":
      return `/api-keys/${id}`;
    case "webhook_endpoints":
      return `/webhooks/${id}`;
    case "memberships":
    case "membership_roles":
    case "membership_accounts":
      return `/team/${id}`;
    case "roles":
    case "role_permissions":
      return `/roles/${id}`;
    case "import_lines":
      return new_values?.payment_intent_id ? `/payment-intents/${new_values.payment_intent_id}` : null;
    case "imports":
      return `/imports/${id}`;
    case "invitations":
    case "invitation_roles":
    case "invitation_accounts":
      return "/team/invitations";
    case "tenant_configs":
      return "/settings/history";
    case "refund_stops":
      return "/settings/payments";
    case "tenants":
      return "/settings";
    case "exports":
      return "/exports";
    default:
      return null;
  }
}
