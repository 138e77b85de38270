import fc from "fast-check";
import { expect, test } from "vitest";
import { packPage, unpackPage } from "./packed-page";

const page = { total: 3, totalIsCapped: false, size: 50, page: 1, pages: 1, nextCursor: null, previousCursor: "x" };

test("a packed page is the same page when it is unpacked", () => {
  const row = fc.record({
    id: fc.uuid(),
    __proto__name: fc.string(),
    amount: fc.option(fc.integer()),
    account: fc.record({ name: fc.string() }),
    tags: fc.array(fc.string()),
  });
  fc.assert(
    fc.property(fc.array(row), (items) => {
      const packed = packPage({ ...page, items }, (one) => one);
      expect(unpackPage(packed)).toEqual({ ...page, items });
    }),
    { seed: 1 },
  );
});

test("a row crosses as what it is made into, and its fields' names only once", () => {
  const items = [1, 2, 3].map((id) => ({ id, secret: "s3cret" }));
  const { items: text } = packPage({ ...page, items }, ({ id }) => ({ identifier: id }));
  expect(text).toBe('[["identifier"],[1],[2],[3]]');
});
