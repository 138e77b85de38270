"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { storeTrail } from "@/components/data-table/list-trail";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { ID } from "../../sample";
import { Specimen } from "../../specimen";

const OPEN = [{ do: "click", on: "summary" }] as const;

/** Tenants whose answers come, do not come, and cannot be read: see `answers.ts`. */
const ANSWERS = [
  { state: "loaded", tenantSlug: "gallery", shows: "details[open] pre" },
  { state: "loading", tenantSlug: "gallery-slow", shows: "details[open] >> role=status" },
  { state: "failed", tenantSlug: "gallery-broken", shows: "details[open] >> role=alert" },
];

export function DetailSpecimens() {
  return (
    <>
      <Specimen of="PastLink">
        <PastLink path="/gallery/records" />
      </Specimen>
      <Specimen of="RecordNav">
        <NavWithTrail />
      </Specimen>
      <Specimen of="RawJson" state="closed">
        <Json tenantSlug="gallery" />
      </Specimen>
      {ANSWERS.map(({ state, tenantSlug, shows }) => (
        <Specimen key={state} of="RawJson" state={state} steps={OPEN} shows={shows}>
          <Json tenantSlug={tenantSlug} />
        </Specimen>
      ))}
    </>
  );
}

function Json({ tenantSlug }: { tenantSlug: string }) {
  return <RawJson tenantSlug={tenantSlug} resource="payment_intent" id={ID} version="1" />;
}

/** As if one had come from the 51st row of a list. */
function NavWithTrail() {
  const pathname = usePathname();
  useEffect(
    () =>
      storeTrail({
        list: "/gallery/list",
        label: "Payment intents",
        records: [pathname, "/gallery/charts"],
        skipped: 50,
        total: 10_000,
        totalIsCapped: true,
        next: null,
        previous: null,
        visited: null,
      }),
    [pathname],
  );
  return <RecordNav tenantSlug="gallery" />;
}
