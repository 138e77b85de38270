import { describe, expect, test } from "vitest";
import { newApiKey } from "@/lib/api-key-secret";
import { readWords } from "./words";

describe("the words of a search", () => {
  test("are an id, and then nothing else", () => {
    const id = "0190A000-0000-7000-8000-00000000000A";
    expect(readWords(id)).toMatchObject({ id: id.toLowerCase(), text: null, reference: null, customerEmail: null });
  });

  test("are compared in lower case", () => {
    expect(readWords("BOOKING-4711")).toMatchObject({ text: "booking-4711", reference: "booking-4711", id: null });
  });

  test("that have the form of personal data are no beginning of a reference: masks must not be found out", () => {
    expect(readWords("Ann@Example.com")).toMatchObject({ customerEmail: "ann@example.com", reference: null });
    expect(readWords("ann@")).toMatchObject({ customerEmail: null, reference: null, text: "ann@" });
    expect(readWords("+49 30 1234567")).toMatchObject({ reference: null });
  });

  test("of four signs may end an access key, as they are written", () => {
    expect(readWords("x9Zk").keyLastFour).toBe("x9Zk");
    expect(readWords("x9Zkk").keyLastFour).toBeNull();
  });

  test("never keep an access key that somebody pasted whole, nor one that was cut", () => {
    const { key, prefix, lastFour } = newApiKey("sk");
    expect(readWords(key)).toEqual({
      id: null,
      customerEmail: null,
      text: null,
      reference: null,
      keyPrefix: prefix,
      keyLastFour: lastFour,
      shown: `${prefix}…${lastFour}`,
    });
    expect(readWords(key.slice(0, -1)).shown).toBe(`${prefix}…${key.slice(-5, -1)}`);
    expect(readWords(prefix)).toMatchObject({ keyPrefix: prefix, keyLastFour: null, shown: prefix });
    expect(readWords(`see ${key}`).shown).not.toContain(key.slice(prefix.length, -4));
  });
});
