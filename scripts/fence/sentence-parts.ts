/** Sentences that a file puts together from pieces, or takes from elsewhere, which nobody could find by looking. */
export interface BuiltSentences {
  file: string;
  /** Texts found in the file that are not translated by themselves. */
  pieces: readonly string[];
  /** What a person reads in the end. */
  whole: readonly string[];
}

const perState = (text: (state: string) => string, ...states: string[]) => states.map(text);

export const BUILT_SENTENCES: readonly BuiltSentences[] = [
  {
    file: "lib/access/sentences.ts",
    pieces: [
      "{0} made it on {1}",
      "It was given {0} ({1}): {2}.",
      ", on the chosen accounts",
      ", on all accounts",
      "{0} may not {1}{2}.",
      "which does not give it",
      "and none of them gives it",
      "{0} has no role",
      "{0} has the {1}, {2}",
      "It takes {0} ({1}). {2}.",
      "The role “{0}” may do everything in this tenant, {1} too.",
      "The role “{0}” gives {1} ({2}).",
      "{0} has had it since {1}.",
      "{0} gave it to {1} on {2}.",
    ],
    whole: [
      "It was given {0} ({1}): {2} made it on {3}.",
      "{0} may {1} on {2}.",
      "{0} may {1}, on the chosen accounts.",
      "{0} may {1}, on all accounts.",
      "{0} may not {1} on {2}.",
      "{0} may not {1}.",
      "It takes {0} ({1}). {2} has no role.",
      "It takes {0} ({1}). {2} has the role {3}, which does not give it.",
      "It takes {0} ({1}). {2} has the roles {3}, and none of them gives it.",
      "The role “{0}” may do everything in this tenant, {1} too. {2} has had it since {3}.",
      "The role “{0}” may do everything in this tenant, {1} too. {2} gave it to {3} on {4}.",
      "The role “{0}” gives {1} ({2}). {3} has had it since {4}.",
      "The role “{0}” gives {1} ({2}). {3} gave it to {4} on {5}.",
      "The key “{0}” is expired.",
      "The key “{0}” is revoked.",
      "“{0}”",
      "“{0}” and “{1}”",
      "“{0}”, “{1}” and “{2}”",
      "{0} is restricted to {1} and {2}.",
      "{0} is restricted to {1} and all below it.",
      "{0} is restricted to {1} and all below it and {2}.",
      "{0} is restricted to {1} and {2} and all below it.",
    ],
  },
  {
    file: "lib/api-keys/commands.ts",
    pieces: ["This key is {0}: create a new one"],
    whole: perState((state) => `This key is ${state}: create a new one`, "expired", "revoked"),
  },
  {
    file: "lib/auth/guess-limits.ts",
    pieces: ["Too many attempts: try again in {0}"],
    whole: ["Too many attempts: try again in a minute", "Too many attempts: try again in {0} minutes"],
  },
  // The name that a document without one is stored by.
  { file: "lib/documents/commands.ts", pieces: ["Document"], whole: [] },
  {
    file: "lib/imports/dates.ts",
    pieces: ["is not a time zone"],
    whole: ["year", "month", "day", "year, month", "year, day", "month, day", "year, month, day"],
  },
  {
    file: "lib/imports/lines.ts",
    pieces: ["A quote that opens after line {0} {1}", "is never closed", "goes on for more than 1 MiB"],
    whole: [
      "A quote that opens after line {0} is never closed",
      "A quote that opens after line {0} goes on for more than 1 MiB",
    ],
  },
  { file: "lib/isolation-proofs/schema.ts", pieces: [], whole: ["reached", "refused", "{0} rows"] },
  {
    file: "lib/isolation/identities.ts",
    pieces: [],
    whole: [
      ...["member", "restricted member", "key", "restricted key", "job", "no context", "forged context"],
      "platform admin",
    ],
  },
  { file: "lib/jobs/import-payments.ts", pieces: [], whole: ["account {0}: {1}"] },
  {
    file: "lib/list-date-words.ts",
    pieces: ["Last {0}"],
    whole: ["Last hour", "Last day", "Last {0} hours", "Last {0} days", "Last {0} weeks"],
  },
  {
    file: "lib/list-filters.ts",
    pieces: ["Must be {0}", "one of the known values", "one of {0}"],
    whole: ["Must be one of the known values", "Must be one of {0}"],
  },
  {
    file: "lib/list-grammar-values.ts",
    pieces: ["“{0}” may be {1}{2}: write more of the name", " or {0} more"],
    whole: ["“{0}” may be {1}: write more of the name", "“{0}” may be {1} or {2} more: write more of the name"],
  },
  // Read by those who write to the API.
  {
    file: "lib/members/schema.ts",
    pieces: ["Null for readers who are restricted to chosen accounts, except their own"],
    whole: [],
  },
  {
    file: "lib/payment-intents/schema.ts",
    pieces: ["Give the currency of the {0} amount"],
    whole: perState((amount) => `Give the currency of the ${amount} amount`, "billing", "processing"),
  },
  // Work waits for it, and an operator reads why.
  {
    file: "lib/providers/index.ts",
    pieces: ["Stripe is not set up: STRIPE_SECRET_KEY is missing"],
    whole: [],
  },
  {
    file: "lib/refund-limits.ts",
    pieces: ["There is a line for this", "and currency"],
    whole: ["There is a line for this role and currency already", "There is a line for this currency already"],
  },
  {
    file: "lib/refunds/guard-rails.ts",
    pieces: ["{0}: {1} are left today"],
    whole: ["This would exceed the {0} that everybody together may refund in a day: {1} are left today"],
  },
  // The status of a refund for whoever looks at it.
  { file: "lib/refunds/lifecycle.ts", pieces: [], whole: ["Awaiting approval"] },
  {
    file: "lib/roles/commands.ts",
    pieces: ["{0} and {1} more"],
    whole: ["This role is in use by {0} and {1} more: take it away first"],
  },
  { file: "lib/system/limits.ts", pieces: [], whole: ["on", "off", "none", "never", "days"] },
  {
    file: "lib/tenant-settings.ts",
    pieces: ["This tenant takes no payments in", "This tenant takes no accounts in"],
    whole: ["This tenant takes no payments in {0}", "This tenant takes no accounts in {0}"],
  },
  {
    file: "lib/tenant-switches/commands.ts",
    pieces: ["It is switched {0} already"],
    whole: perState((state) => `It is switched ${state} already`, "on", "off"),
  },
  {
    file: "lib/tenants/commands.ts",
    pieces: ["This tenant is {0}"],
    whole: perState((state) => `This tenant is ${state}`, "active", "suspended", "closed"),
  },
  // The database's own words, which `expectedFailure` passes on.
  {
    file: "lib/tenant-db/faults.ts",
    pieces: [],
    whole: [
      "The dashboard is switched off for this tenant by the platform: {0}",
      "The API is switched off for this tenant by the platform: {0}",
      ...perState(
        (what) => `${what} are switched off for this tenant by the platform: {0}`,
        ...["Payments", "Refunds", "Exports"],
      ),
      "The tenant is suspended",
      "Exports are switched off for this tenant",
      "The API is switched off for this tenant",
      "Whoever asked for it is no member any more",
      "The access key that asked for it is not valid any more",
      "The permission {0} is missing by now",
    ],
  },
  {
    file: "lib/user-agent.ts",
    pieces: [],
    whole: perState(
      (system) => `{0} on ${system}`,
      ...["iPhone", "iPad", "Android", "ChromeOS", "Windows", "macOS", "Linux"],
    ),
  },
  {
    file: "lib/zod-messages.ts",
    pieces: [
      ...["a text", "a number", "a whole number", "true or false", "a list", "an object", "at least", "at most"],
      ...["more", "less", "Must be {0}", "Must be {0} {1}", "Must be {0} than {1}"],
      ...["Must have {0} {1} characters", "Must have {0} {1} entries"],
    ],
    whole: [
      ...perState(
        (type) => `Must be ${type}`,
        ...["a text", "a number", "a whole number", "true or false", "a list", "an object"],
      ),
      ...perState((bound) => `Must be ${bound} {0}`, ...["at least", "at most", "more than", "less than"]),
      ...["at least", "at most"].flatMap((bound) => [
        `Must have ${bound} {0} characters`,
        `Must have ${bound} {0} entries`,
      ]),
    ],
  },
];
