import { expect, test } from "vitest";
import { findUnseen } from "./gallery";
import { readTree } from "./tree";

/** Components without a specimen of their own, each with the reason. */
const WITHOUT = new Map([
  [
    "components/shell/root-frame.tsx",
    "around all pages; shows the link past the frame, and toasts, whose specimens show in it",
  ],
]);

test("every component has a specimen in the gallery", () => {
  const unseen = findUnseen(readTree());
  expect(unseen.filter((file) => !WITHOUT.has(file))).toEqual([]);
  expect(
    [...WITHOUT.keys()].filter((file) => !unseen.includes(file)),
    "exceptions that are none",
  ).toEqual([]);
});

test("a component without a specimen is found, but not a part of another one", () => {
  const tree = new Map([
    ["components/ui/button.tsx", 'import { Spinner } from "./spinner";'],
    ["components/ui/spinner.tsx", ""],
    ["components/ui/badge.tsx", ""],
    [
      "app/page.tsx",
      'import { Button } from "@/components/ui/button";\nimport { Badge } from "@/components/ui/badge";',
    ],
    ["app/gallery/page.tsx", 'import { Button } from "@/components/ui/button";'],
  ]);
  expect(findUnseen(tree)).toEqual(["components/ui/badge.tsx"]);
});
