import type { BuiltInRole } from "../../lib/permissions";

export interface DemoSignIn {
  email: string;
  password: string;
  fullName: string;
  /** What the sign-in shows, as the sign-in page and `npm start` name it. */
  role: string;
  tenantSlug: string | null;
  tenantName: string | null;
  /** Built-in roles by tenant, and the account whose branch the person is restricted to. Empty: platform admin. */
  memberships: readonly { tenantSlug: string; role: BuiltInRole; account?: string }[];
}

/** Tenants of the demo. */
export const DEMO_TENANTS = [
  { slug: "aurora", name: "Aurora Hotels", domain: "aurora-hotels.example", template: "Hospitality" },
  { slug: "boreal", name: "Boreal Resorts", domain: "boreal-resorts.example", template: "Hospitality" },
] as const;

type DemoTenant = (typeof DEMO_TENANTS)[number];

// A demo's password is no secret: it is printed at every start and offered on the sign-in page, in demo mode only.
const PASSWORD = "bulkhead-demo-2026";

function person(
  name: string,
  tenant: DemoTenant,
  label: string,
  role: BuiltInRole,
  more: Partial<DemoSignIn> = {},
): DemoSignIn {
  return {
    email: `${name.split(" ")[0]?.toLowerCase()}@${tenant.domain}`,
    password: PASSWORD,
    fullName: name,
    role: label,
    tenantSlug: tenant.slug,
    tenantName: tenant.name,
    memberships: [{ tenantSlug: tenant.slug, role }],
    ...more,
  };
}

const [aurora, boreal] = DEMO_TENANTS;

/** One sign-in per role, two tenants, and two platform admins for what takes two. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  person("Olivia Marques", aurora, "Company Access (owner)", "owner"),
  person("Adam Novak", aurora, "User Admin", "administrator"),
  person("Felix Brandt", aurora, "Finance, in both tenants", "finance", {
    memberships: [
      { tenantSlug: "aurora", role: "finance" },
      { tenantSlug: "boreal", role: "finance" },
    ],
  }),
  person("Renata Silva", aurora, "Dashboard Refund", "refunds"),
  person("Samir Haddad", aurora, "Support, restricted to Portugal", "support", {
    memberships: [{ tenantSlug: "aurora", role: "support", account: "Portugal" }],
  }),
  person("Vera Lind", aurora, "Viewer", "viewer"),
  person("Ingrid Solberg", boreal, "Company Access (owner)", "owner"),
  person("Tomas Aalto", boreal, "Viewer", "viewer"),
  person("Sigrid Moen", boreal, "Support", "support"),
  {
    email: "admin@bulkhead.example",
    password: PASSWORD,
    fullName: "Petra Admin",
    role: "Platform admin",
    tenantSlug: null,
    tenantName: null,
    memberships: [],
  },
  {
    email: "admin2@bulkhead.example",
    password: PASSWORD,
    fullName: "Quentin Admin",
    role: "Second platform admin",
    tenantSlug: null,
    tenantName: null,
    memberships: [],
  },
];
