"use client";

import { ChevronRight } from "lucide-react";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { buttonVariants } from "@/components/ui/button";
import { ROW } from "../../sample";
import { Specimen } from "../../specimen";

export function LinkSpecimens() {
  return (
    <Specimen of="NavLink" state="usual and disabled">
      <div className={ROW}>
        <NavLink href="/gallery/list" className={buttonVariants({ size: "sm" })}>
          Next <LinkPending icon={<ChevronRight className="rtl:rotate-180" aria-hidden />} />
        </NavLink>
        <NavLink href={null} className={buttonVariants({ size: "sm" })}>
          Last <LinkPending icon={<ChevronRight className="rtl:rotate-180" aria-hidden />} />
        </NavLink>
      </div>
    </Specimen>
  );
}
