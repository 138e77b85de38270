import { actionLabel, actorKindLabel, tableLabel } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import type { FilterField } from "@/components/data-table/filter-fields";
import { yesNoField } from "@/components/data-table/yes-no-field";
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDITED_TABLES, PLATFORM_AUDITED_TABLES } from "@/lib/audit-logs/names";
import type { PlatformLogChoices } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";

/** Stands for the platform's own data, which belongs to no tenant. */
const NO_TENANT = "00000000-0000-0000-0000-000000000000";

/** What the log can be narrowed by; a tenant only where the page is not of one already. */
export function logFilters(
  t: Texts<"client.adminAudit">,
  labels: Texts<"client.auditLogs">,
  choices: PlatformLogChoices,
  ofOneTenant: boolean,
  timeZone: string,
): FilterField[] {
  const tables = ofOneTenant ? AUDITED_TABLES : [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES];
  const tenant: FilterField = {
    kind: "enum",
    name: "tenant",
    label: t("tenant"),
    options: [
      { value: NO_TENANT, label: t("platformItself") },
      ...choices.tenants.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
  return [
    ...(ofOneTenant ? [] : [tenant]),
    {
      kind: "enum",
      name: "user",
      label: t("person"),
      options: choices.admins.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
    },
    {
      kind: "enum",
      name: "actor_kind",
      label: t("actorKind"),
      options: ACTOR_KINDS.map((value) => ({ value, label: actorKindLabel(labels, value) })),
    },
    yesNoField("reason", t("reason"), { yes: t("given"), no: t("notGiven") }),
    {
      kind: "enum",
      name: "action",
      label: t("action"),
      options: AUDIT_ACTIONS.map((value) => ({ value, label: actionLabel(labels, value) })),
    },
    {
      kind: "enum",
      name: "table",
      label: t("table"),
      options: tables.map((value) => ({ value, label: tableLabel(labels, value) })),
    },
    { kind: "text", name: "record", label: t("record"), placeholder: t("recordHint") },
    {
      kind: "text",
      name: "operation",
      label: t("operation"),
      placeholder: t("operationHint", { example: "tenants.suspend" }),
    },
    { kind: "text", name: "request", label: t("request"), placeholder: t("requestHint") },
    { kind: "text", name: "api_key", label: t("apiKey"), placeholder: t("apiKeyHint") },
    { kind: "dateRange", name: "created", label: t("time"), timeZone },
  ];
}
