import { describe, expect, it } from "vitest";
import { firstMessage, mapIssues } from "./issues";

describe("mapIssues", () => {
  const issue = (loc: (string | number)[], msg = "is wrong") => ({ loc, msg, type: "custom" });

  it("gives an issue to the field it names", () => {
    expect(mapIssues([issue(["body", "name"], "is taken")], ["name"])).toEqual({
      fields: [{ name: "name", message: "is taken" }],
      rest: [],
    });
  });

  it("gives an issue below a field to that path", () => {
    expect(mapIssues([issue(["body", "metadata", "tags", 0])], ["metadata"]).fields[0]?.name).toBe("metadata.tags.0");
  });

  it("loses no issue: unknown fields and the whole body go to the top of the form", () => {
    const mapped = mapIssues(
      [issue(["body", "tenantId"]), issue(["body"], "is empty"), issue(["query", "id"])],
      ["name"],
    );
    expect(mapped).toEqual({ fields: [], rest: ["tenantId: is wrong", "is empty", "query.id: is wrong"] });
  });
});

describe("firstMessage", () => {
  it("finds the message of a field and of anything below it", () => {
    expect(firstMessage({ type: "custom", message: "is taken" })).toBe("is taken");
    expect(firstMessage({ metadata: { 0: { key: { message: "is long", type: "x" } } } })).toBe("is long");
  });

  it("does not look into the element a field's error refers to", () => {
    expect(firstMessage({ ref: { message: "not an error" }, type: "custom" })).toBeUndefined();
    expect(firstMessage(undefined)).toBeUndefined();
  });
});
