import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberActor } from "@/lib/actor";
import { listDocuments } from "@/lib/documents/queries";
import { type Document, documentList } from "@/lib/documents/schema";
import { env } from "@/lib/env";
import { type Page, parseListParams } from "@/lib/list-query";
import { Permitted } from "../permitted";
import { permittedData } from "../permitted-data";
import { sizeLabel, typeLabel } from "./file-labels";
import { UploadDialog } from "./upload-dialog";
import type { UploadTarget } from "./upload-form";

/** The newest documents at an account (and below it) or a payment; `null` for whom documents are closed. */
export function readDocumentsOf(
  actor: MemberActor,
  place: { account: string } | { payment_intent: string },
): Promise<Page<Document> | null> {
  const { query } = parseListParams(documentList, { ...place, size: "25" }, { mode: "strict" });
  return permittedData(actor, "documents:read", () => listDocuments(actor, query), null);
}

export interface DocumentsCardProps {
  /** From `readDocumentsOf`. */
  documents: Page<Document> | null;
  actor: MemberActor;
  tenantSlug: string;
  timeZone: string;
  /** Where an upload from here goes; none: nothing can be added. */
  target: UploadTarget | null;
  /** The list with the same documents. */
  listHref: string;
}

/** What is filed at a record. Shows nothing to those who may not read documents. */
export function DocumentsCard(props: DocumentsCardProps) {
  const t = useTranslations("server.documents.card");
  const labels = useTranslations("client.documents");
  const locale = useLocale();
  const { documents, actor, tenantSlug, timeZone, target, listHref } = props;
  if (documents === null) return null;
  return (
    <Card
      title={t("title")}
      flush
      actions={
        target && (
          <Permitted actor={actor} permission="documents:write">
            <UploadDialog
              tenantSlug={tenantSlug}
              limitBytes={env().documentLimitBytes}
              target={target}
              label={t("upload")}
              variant="secondary"
              size="sm"
            />
          </Permitted>
        )
      }
    >
      {documents.items.length === 0 && <p className="p-4 text-muted-foreground">{t("none")}</p>}
      <ul className="divide-y">
        {documents.items.map((document) => (
          <li key={document.id} className="px-4 py-2.5">
            <Link href={`/${tenantSlug}/documents/${document.id}`} className="break-words text-accent hover:underline">
              {document.title}
            </Link>{" "}
            {document.version > 1 && <Badge>{t("version", { version: document.version })}</Badge>}
            <p className="text-muted-foreground text-xs">
              {typeLabel(labels, document.content_type)} · {sizeLabel(document.size_bytes, locale)} ·{" "}
              <Timestamp value={document.created_at} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
      {documents.nextCursor && (
        <p className="border-t px-4 py-2.5">
          <Link href={listHref} className="text-accent text-xs hover:underline">
            {t("all", { count: documents.total })}
          </Link>
        </p>
      )}
    </Card>
  );
}
