import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PREVIEWED_TYPES } from "@/lib/documents/names";
import type { Document } from "@/lib/documents/schema";
import { contentHref } from "../file-labels";

/** The document itself where a browser can show it safely; otherwise what to do instead. */
export function Preview({ document, tenantSlug }: { document: Document; tenantSlug: string }) {
  const t = useTranslations("server.documents.preview");
  const isShown = PREVIEWED_TYPES.includes(document.content_type) && !document.deleted_at;
  const source = contentHref(tenantSlug, document.id, { show: true });
  if (!isShown)
    return (
      <Card title={t("title")}>
        <p className="flex items-center gap-2 text-muted-foreground">
          <Icon name="download" />
          {document.deleted_at ? t("deleted") : t("notShown")}
        </p>
      </Card>
    );
  return (
    <Card
      title={t("title")}
      flush
      actions={
        // Browsers of phones show no PDF inside a page.
        <a
          href={source}
          target="_blank"
          rel="noreferrer"
          className="rounded-sm text-accent text-xs underline-offset-2 hover:underline"
        >
          {t("open")}
        </a>
      }
    >
      {document.content_type === "application/pdf" ? (
        <iframe
          src={source}
          title={t("of", { title: document.title })}
          className="h-64 w-full sm:h-[70vh] sm:min-h-96 rounded-b-lg bg-surface-muted"
        />
      ) : (
        <div className="flex justify-center rounded-b-lg bg-surface-muted p-4">
          {/* biome-ignore lint/performance/noImgElement: the optimiser is off, and this picture needs a session */}
          <img src={source} alt={document.title} className="max-h-[70vh] max-w-full object-contain" />
        </div>
      )}
    </Card>
  );
}
