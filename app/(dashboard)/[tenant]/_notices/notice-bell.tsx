"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useNewestNotices } from "./use-newest-notices";

const BellPanel = dynamic(() => import("./bell-panel").then((module) => module.BellPanel), {
  loading: Loading,
});

function Loading() {
  const t = useTranslations("client.notices.panel");
  return <p className="px-4 pb-4 text-muted-foreground">{t("loading")}</p>;
}

export interface NoticeBellProps {
  tenantSlug: string;
  /** At most 100, which stands for more. */
  unread: number;
  timeZone: string;
  /** False while looking as somebody else, and for guests: then nothing can be marked. */
  mayMark: boolean;
}

/** How many notices are unread, and the newest of them on demand. */
export function NoticeBell({ tenantSlug, unread: unreadOfPage, timeZone, mayMark }: NoticeBellProps) {
  const t = useTranslations("client.notices");
  const [isOpen, setIsOpen] = useState(false);
  const { unread, newest, hasFailed, load } = useNewestNotices(tenantSlug, unreadOfPage);
  const count = unread >= 100 ? "99+" : String(unread);
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (open) void load();
      }}
    >
      <PopoverTrigger
        render={
          <Button
            variant="ghost"
            size="icon"
            aria-label={unread === 0 ? t("list") : t("unreadCount", { count })}
            className="relative"
          />
        }
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0.5 end-0.5 min-w-4 rounded-full bg-primary px-1 text-center font-medium text-[0.625rem] text-primary-foreground leading-4"
          >
            {count}
          </span>
        )}
      </PopoverTrigger>
      <PopoverContent title={t("list")} align="end" className="w-96 max-w-[calc(100vw-1rem)] px-0 pb-0 [&>h2]:px-4">
        <BellPanel
          tenantSlug={tenantSlug}
          timeZone={timeZone}
          mayMark={mayMark && unread > 0}
          newest={newest}
          hasFailed={hasFailed}
          onRetry={load}
          onClose={() => setIsOpen(false)}
        />
      </PopoverContent>
    </Popover>
  );
}
