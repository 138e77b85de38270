import { describe, expect, test } from "vitest";
import { findSentences } from "./sentences";

const textsIn = (source: string, file = "lib/refunds/commands.ts") =>
  findSentences(file, source).map(({ line, text }) => `${line} ${text}`);

describe("sentences of the business code", () => {
  test.each([
    ["a refusal", 'throw new AppError("conflict", "Refunds are stopped");', ["1 Refunds are stopped"]],
    ["one of a field", 'throw fieldError("amount", "Must be more");', ["1 Must be more"]],
    ["what a schema says", 'const a = z.string().min(1, "Enter the code");', ["1 Enter the code"]],
    ["places", "const a = `At most $" + "{amount} can still be refunded`;", ["1 At most {0} can still be refunded"]],
    [
      "what fills a place, one word too",
      "const a = `Declined by $" + '{name ?? "somebody"}`;',
      ["1 Declined by {0}", "1 somebody"],
    ],
    ["names of states", 'const JOB_STATES = ["running", "CALLED_OFF"] as const;', ["1 Running", "1 Called off"]],
    ["a table of labels", 'const LABELS = {\n  a: "Waits for the tenant",\n};', ["2 Waits for the tenant"]],
  ])("are found: %s", (_, source, texts) => {
    expect(textsIn(source)).toEqual(texts);
  });

  test.each([
    ["a bug", 'throw new RangeError("This cannot be");'],
    ["what the API's documents say", 'const a = z.string().meta({ description: "The name of it" });'],
    ["what is compared", 'const a = b === "Some name here";'],
    ["SQL", "const a = `select id from refunds where id = $" + "{id}`;"],
    ["codes", 'const a = ["refunds.create", "refunds:read", "PENDING"];'],
    ["names of programs", 'const a = "Firefox";'],
    ["types", 'type A = "Some name here";'],
  ])("are not: %s", (_, source) => {
    expect(textsIn(source)).toEqual([]);
  });

  test("of what operators read, only refusals are a page's", () => {
    const source =
      'log("The worker has begun");\nthrow new AppError("conflict", "Not now");\nconst TOO_LATE = "It is too late";';
    expect(textsIn(source, "lib/tenant-db/door.ts")).toEqual(["2 Not now", "3 It is too late"]);
    expect(textsIn(source, "lib/testing/door.ts")).toEqual([]);
    expect(textsIn(source, "lib/visits/mail.ts")).toEqual([]);
  });
});
