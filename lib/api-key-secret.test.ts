import { expect, test } from "vitest";
import { hashApiKey, looksLikeApiKey, newApiKey } from "./api-key-secret";

test("a key says its kind, ends with its last four, and never looks like another", () => {
  for (const kind of ["sk", "rk"] as const) {
    const { key, prefix, lastFour, hash } = newApiKey(kind);
    expect(key).toMatch(new RegExp(`^bh_${kind}_live_[0-9A-Za-z]{57}$`));
    expect(key.startsWith(prefix)).toBe(true);
    expect(key.endsWith(lastFour)).toBe(true);
    expect(hash).toHaveLength(32);
    expect(looksLikeApiKey(key)).toBe(true);
  }
  expect(new Set(Array.from({ length: 100 }, () => newApiKey("sk").key)).size).toBe(100);
});

test("the stored hash is the key's own, and is not a plain digest of it", async () => {
  const { key, hash } = newApiKey("sk");
  expect(hashApiKey(key)).toEqual(hash);
  expect(hashApiKey(`${key}x`)).not.toEqual(hash);
  expect(hash).not.toEqual(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key))));
});

test("every single typo is noticed by the checksum", () => {
  const { key } = newApiKey("rk");
  for (let index = key.lastIndexOf("_") + 1; index < key.length; index += 1) {
    const typo = key.slice(0, index) + (key[index] === "x" ? "y" : "x") + key.slice(index + 1);
    expect(looksLikeApiKey(typo)).toBe(false);
  }
});

test.each(["", "bh_sk_live_", "bh_xx_live_".padEnd(68, "0"), "x".repeat(68), "bh_sk_live_".padEnd(68, "é"), "\0"])(
  "%j is no key",
  (text) => {
    expect(looksLikeApiKey(text)).toBe(false);
    expect(looksLikeApiKey(` ${newApiKey("sk").key}`)).toBe(false);
    expect(looksLikeApiKey(`${newApiKey("sk").key}\n`)).toBe(false);
  },
);
