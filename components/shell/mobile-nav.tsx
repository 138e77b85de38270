"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { Nav, type NavSection } from "./nav";

/** The sidebar of narrow windows: a button that opens it as a drawer. */
export function MobileNav({ sections, header }: { sections: readonly NavSection[]; header: ReactNode }) {
  const t = useTranslations("client.shell");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Sheet open={isOpen} onOpenChange={setIsOpen}>
      <SheetTrigger
        render={<Button variant="ghost" size="icon" aria-label={t("openNavigation")} className="-ms-1.5 lg:hidden" />}
      >
        <Icon name="menu" />
      </SheetTrigger>
      <SheetContent title={t("navigation")} titleHidden side="left" className="w-[min(17rem,calc(100vw-3rem))]">
        <div className="flex px-2">{header}</div>
        <Nav sections={sections} onNavigate={() => setIsOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
