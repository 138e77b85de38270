import { useTranslations } from "next-intl";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";

/** A record's metadata, one line for each key; what is not plain text shows as JSON. */
export function MetadataView({ metadata }: { metadata: Readonly<Record<string, unknown>> }) {
  const t = useTranslations("server.detail");
  const entries = Object.entries(metadata);
  if (entries.length === 0) return <p className="text-muted-foreground">{t("noMetadata")}</p>;
  return (
    <DescriptionList>
      {entries.map(([key, value]) => (
        <DescriptionItem key={key} term={key}>
          {typeof value === "string" ? (
            value
          ) : (
            <code className="whitespace-pre-wrap break-words font-mono text-xs">{JSON.stringify(value, null, 1)}</code>
          )}
        </DescriptionItem>
      ))}
    </DescriptionList>
  );
}
