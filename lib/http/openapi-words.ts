import type { oas31 } from "zod-openapi";

/** Opens the reference page. The guides in `docs/` say more. */
export const INTRODUCTION = `
Accounts, payments, refunds and what belongs to them, for one tenant at a time. The same rules hold here and in the dashboard:
whoever may not see a record gets the same 404 as for an id that never was.

- **Token.** \`Authorization: Bearer …\` with an access key (\`bh_sk_…\`, made on the page _API keys_) or a person's session token.
- **Money.** Amounts are integers in minor units of the currency beside them: \`12345\` with \`EUR\` is 123.45 €, with \`JPY\` it is
  12,345 ¥. **Times** are in UTC.
- **Changes.** \`PATCH\` changes only the fields that are present; \`null\` clears one. What may be repeated by accident takes an
  \`Idempotency-Key\`.
- **Lists** answer \`items\`, \`total\` and cursors: follow \`next_cursor\` until it is null. A parameter that is not known is
  refused by its name.
- **Errors** are \`{detail, code, request_id}\`; with 422, \`detail\` names each field.
`.trim();

/** A sentence for each heading of the reference page. */
export const TAGS: Readonly<Record<string, string>> = {
  Accounts: "What payments are booked on. They form a tree: a region above a brand above a hotel.",
  "Payment intents": "Payments, from the intent to their outcome.",
  Refunds: "Money that goes back, never more than was paid.",
  Imports: "Tables of payments or accounts from other programs: checked, brought in, and taken back.",
  Documents: "Files of a payment or an account, kept by their content.",
  Tenant: "The tenant itself, and its settings.",
  Team: "People of the tenant, their roles, and what these may do.",
  "Access keys": "Access keys, by session token only: a key makes no keys.",
  Webhooks: "Where events are sent to, signed, and tried again until they arrive.",
  Notices: "What the tenant's owners should know.",
  "Request log": "What came in by API, without bodies and without secrets.",
  "Audit log": "Who changed what, when and how. Written by the database, changed by nobody.",
  Exports: "Exactly the rows of a list as a file, written by a job with the rights of whoever asked.",
  "Saved views": "States of lists that people come back to: filters, order and columns, never rows.",
  Search: "Records of all kinds, by what people know them by.",
  Token: "What the token at hand stands for.",
  "My account": "What is a person's own, in whatever tenant: profile and sessions.",
  "Provider webhooks": "Where payment providers tell what came of payments and refunds.",
  Platform: "For the platform's staff: across tenants, each act with its reason in the audit log.",
  Public: "For everybody, without a token.",
};

const JWT = "Signed with HS256, and nothing but that is taken, along RFC8725.";

export const SECURITY_SCHEMES = {
  bearer: {
    type: "http",
    scheme: "bearer",
    description: "An access key such as `bh_sk_live_…`, or a person's session token.",
  },
  session: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: `The session token of a person; an access key is refused. ${JWT}`,
  },
  platform_session: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: `The session token of one of the platform's staff; no tenant's token opens it. ${JWT}`,
  },
} as const satisfies Record<string, oas31.SecuritySchemeObject>;

export type SecurityScheme = keyof typeof SECURITY_SCHEMES;
