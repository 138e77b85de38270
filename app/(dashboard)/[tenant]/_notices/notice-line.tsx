"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Timestamp } from "@/components/ui/timestamp";
import { cn } from "@/lib/cn";
import { NOTICE_KIND_FACTS } from "@/lib/notice-kinds";
import type { Notice } from "@/lib/notices/schema";
import { seeNoticeAction } from "./actions";
import { noticeHref } from "./notice-words";

export interface NoticeLineProps {
  tenantSlug: string;
  notice: Notice;
  timeZone: string;
  /** After the way to its subject was taken. */
  onFollow?: () => void;
}

/** One notice; following it marks it as read. */
export function NoticeLine({ tenantSlug, notice, timeZone, onFollow }: NoticeLineProps) {
  const t = useTranslations("client.notices");
  const sentence = useSentence();
  const { id, kind, message, is_unread, created_at } = notice;
  return (
    <li className="relative flex gap-3 px-4 py-3 hover:bg-surface-muted">
      <span
        aria-hidden
        className={cn("mt-1.5 size-2 shrink-0 rounded-full", is_unread ? "bg-accent" : "bg-transparent")}
      />
      <div className="min-w-0">
        <p className={cn(is_unread ? "font-medium" : "text-muted-foreground")}>
          <Link
            href={noticeHref(tenantSlug, notice)}
            prefetch={false}
            // Not waited for: the page that follows does not depend on it.
            onClick={() => {
              if (is_unread) void seeNoticeAction(tenantSlug, { id });
              onFollow?.();
            }}
            className="after:absolute after:inset-0"
          >
            {sentence(NOTICE_KIND_FACTS[kind].title)}
            {is_unread && <span className="sr-only"> {t("unread")}</span>}
          </Link>
        </p>
        <p className="break-words text-muted-foreground text-sm">{sentence(message)}</p>
        <p className="mt-0.5 text-muted-foreground text-xs">
          <Timestamp value={created_at} timeZone={timeZone} />
        </p>
      </div>
    </li>
  );
}
