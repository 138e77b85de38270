import fc from "fast-check";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import type { Wording } from "@/components/ui/plain";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { plainHtml } from "./plain-html";

const WORDING: Wording = { locale: "en", sentence: (english) => english, timeFormat: DEFAULT_TIME_FORMAT };
const htmlOf = (node: ReactNode) => plainHtml(node, WORDING);
/** By React, which writes one entity and one name in another way that means the same. */
const byReact = (node: ReactNode) =>
  renderToStaticMarkup(node).replaceAll("&#x27;", "&#39;").replaceAll(" dateTime=", " datetime=");

const text = fc.string({ unit: "binary" });
const attributes = fc.record(
  {
    className: text,
    title: text,
    "data-x": text,
    "aria-label": text,
    "aria-hidden": fc.boolean(),
    tabIndex: fc.integer({ min: -1, max: 5 }),
    lang: fc.constantFrom("en", "de"),
  },
  { requiredKeys: [] },
);
const { node } = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom(null, undefined, true, false, 0, 1.5, 12n),
    fc.array(tie("node"), { maxLength: 3 }).map((children) => createElement(Fragment, null, ...children)),
    fc
      .tuple(
        fc.constantFrom("span", "small", "code", "strong", "em", "b", "i", "div", "header", "h1"),
        attributes,
        tie("node"),
      )
      .map(([tag, given, children]) => createElement(tag, given, children)),
    tie("node").map((children) => createElement(Fragment, null, children)),
  ),
}));

test("plain elements are written as React writes them, whatever texts they hold", () => {
  fc.assert(
    fc.property(node, (given) => {
      expect(htmlOf(given)).toBe(byReact(given));
    }),
    { numRuns: 400, seed: 1 },
  );
});

test.each([
  ["an amount", <Money key="0" amountMinor={-123456} currency="EUR" className="x" />],
  ["no amount", <Money key="0" amountMinor={null} currency={null} />],
  ["a status", <StatusBadge key="0" status="PARTIALLY_REFUNDED" />],
  [
    "a badge",
    <Badge key="0" tone="danger" title={'"<&'}>
      {"<b>"}
    </Badge>,
  ],
  ["a time", <Timestamp key="0" value="2026-03-01T10:00:00Z" timeZone="Asia/Kolkata" zoneShown />],
  [
    "a link of ours",
    <a key="0" href="/aurora/refunds?x=1&y=2">
      1
    </a>,
  ],
])("%s is the same by React and as text", (_, given) => {
  expect(htmlOf(given)).toBe(byReact(given));
});

const element = (tag: string, props: object, ...children: ReactNode[]) => createElement(tag, props, ...children);

test.each([
  ["a handler", element("span", { onClick: () => {} })],
  ["a component that is not plain", <Unknown key="0" />],
  ["an element that loads something", element("iframe", { title: "x" })],
  ["an image", element("img", { src: "/x" })],
  ["a script", element("script", {}, "alert(1)")],
  ["HTML from elsewhere", element("span", { dangerouslySetInnerHTML: { __html: "<b>x</b>" } })],
  ["a script's address", element("a", { href: "javascript:alert(1)" }, "x")],
  ["an address that hides a script", element("a", { href: "java\nscript:alert(1)" }, "x")],
  ["another host without a scheme", element("a", { href: "//evil.example" }, "x")],
  ["a style", element("span", { style: { color: "red" } })],
  ["a name of an attribute that would end it", element("span", { 'x="" onclick': "alert(1)" })],
  ["a name of our own kind that would end it", element("span", { 'data-x="" onclick': "alert(1)" })],
  ["any of them deep within", element("span", {}, 1, element("b", {}, <Unknown />))],
])("%s is left to React", (_, given) => {
  expect(htmlOf(given)).toBeNull();
});

function Unknown() {
  return <span>x</span>;
}
