import { expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { lifetimeText } from "./lifetime-text";

test.each([
  [120, 12, "A session ends after 2 hours without use, and 12 hours after sign-in at the latest."],
  [45, 1, "A session ends after 45 minutes without use, and 1 hour after sign-in at the latest."],
  [1440, 168, "A session ends after 1 day without use, and 7 days after sign-in at the latest."],
  [0, 12, "A session ends 12 hours after sign-in."],
  [720, 12, "A session ends 12 hours after sign-in."],
])("%i minutes and %i hours", (idle, lifetime, text) => {
  expect(lifetimeText(englishTexts("server.me"), idle, lifetime)).toBe(text);
});
