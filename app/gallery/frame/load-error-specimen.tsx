"use client";

import { LoadError } from "@/components/shell/load-error";

export function LoadErrorSpecimen() {
  return <LoadError error={{ digest: "req_01JD8Z6Q3M" }} retry={() => {}} />;
}
