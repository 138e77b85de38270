import { ACTION_LABELS, ACTOR_KIND_LABELS, tableLabel } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import type { FilterField } from "@/components/data-table/filter-fields";
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDITED_TABLES } from "@/lib/audit-logs/names";
import { PLATFORM_AUDITED_TABLES, type PlatformLogChoices } from "@/lib/audit-logs/schema";

/** Stands for the platform's own data, which belongs to no tenant. */
const NO_TENANT = "00000000-0000-0000-0000-000000000000";

/** What the log can be narrowed by; a tenant only where the page is not of one already. */
export function logFilters(choices: PlatformLogChoices, ofOneTenant: boolean, timeZone: string): FilterField[] {
  const tables = ofOneTenant ? AUDITED_TABLES : [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES];
  const tenant: FilterField = {
    kind: "enum",
    name: "tenant",
    label: "Tenant",
    options: [
      { value: NO_TENANT, label: "The platform itself" },
      ...choices.tenants.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
  return [
    ...(ofOneTenant ? [] : [tenant]),
    {
      kind: "enum",
      name: "user",
      label: "Person",
      options: choices.admins.map(({ user_id, full_name }) => ({ value: user_id, label: full_name })),
    },
    {
      kind: "enum",
      name: "actor_kind",
      label: "Kind of actor",
      options: ACTOR_KINDS.map((value) => ({ value, label: ACTOR_KIND_LABELS[value] })),
    },
    {
      kind: "option",
      name: "reason",
      label: "Reason",
      options: [
        { value: "true", label: "Given" },
        { value: "false", label: "Not given" },
      ],
    },
    {
      kind: "enum",
      name: "action",
      label: "Action",
      options: AUDIT_ACTIONS.map((value) => ({ value, label: ACTION_LABELS[value] })),
    },
    {
      kind: "enum",
      name: "table",
      label: "Kind of record",
      options: tables.map((value) => ({ value, label: tableLabel(value) })),
    },
    { kind: "text", name: "record", label: "Record", placeholder: "Id of the record" },
    { kind: "text", name: "operation", label: "Operation", placeholder: "Such as tenants.suspend" },
    { kind: "text", name: "request", label: "Request", placeholder: "Id of the request" },
    { kind: "text", name: "api_key", label: "API key", placeholder: "Id of the key" },
    { kind: "dateRange", name: "created", label: "Time", timeZone },
  ];
}
