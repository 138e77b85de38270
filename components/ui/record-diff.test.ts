import { describe, expect, it } from "vitest";
import { diffRecords } from "./record-diff";

describe("diffRecords", () => {
  it("tells added, removed, changed and unchanged fields apart, null being a value", () => {
    expect(diffRecords({ a: 1, b: null, c: "x", d: true }, { b: null, c: "y", d: null, e: 0 })).toEqual([
      { path: "a", kind: "removed", before: 1, after: undefined },
      { path: "b", kind: "unchanged", before: null, after: null },
      { path: "c", kind: "changed", before: "x", after: "y" },
      { path: "d", kind: "changed", before: true, after: null },
      { path: "e", kind: "added", before: undefined, after: 0 },
    ]);
  });

  it("walks objects and compares arrays whole", () => {
    const changes = diffRecords(
      { metadata: { nights: 2, guest: { name: "Ann" }, tags: ["a"] } },
      { metadata: { nights: 3, guest: { name: "Ann" }, tags: ["a", "b"] } },
    );
    expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
      ["metadata.nights", "changed"],
      ["metadata.guest.name", "unchanged"],
      ["metadata.tags", "changed"],
    ]);
  });

  it("does not call a different order of keys a change", () => {
    expect(diffRecords({ list: [{ a: 1, b: 2 }] }, { list: [{ b: 2, a: 1 }] })[0]?.kind).toBe("unchanged");
  });

  it("shows every field of a record that came or went", () => {
    expect(diffRecords(null, { a: 1, metadata: { b: 2 } }).map((change) => [change.path, change.kind])).toEqual([
      ["a", "added"],
      ["metadata.b", "added"],
    ]);
    expect(diffRecords({ a: 1 }, null).map((change) => change.kind)).toEqual(["removed"]);
  });

  it("shows an object that became a plain value, and an empty object, as one field", () => {
    expect(diffRecords({ metadata: { a: 1 } }, { metadata: null })).toEqual([
      { path: "metadata", kind: "changed", before: { a: 1 }, after: null },
    ]);
    expect(diffRecords({ metadata: {} }, { metadata: {} })[0]?.kind).toBe("unchanged");
  });

  it("keeps names of prototype members as plain fields", () => {
    const before = JSON.parse('{"constructor": "a", "toString": "same"}');
    const after = JSON.parse('{"__proto__": "b", "toString": "same"}');
    expect(diffRecords(before, after).map((change) => [change.path, change.kind])).toEqual([
      ["constructor", "removed"],
      ["toString", "unchanged"],
      ["__proto__", "added"],
    ]);
  });
});
