import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { TemplateChoice } from "../../../templates/_view/template-options";

export interface CurrentTemplateProps {
  current: { id: string; name: string; version: number } | null;
  choices: readonly TemplateChoice[];
}

/** The version that the tenant is on, and whether there is a newer one. */
export function CurrentTemplate({ current, choices }: CurrentTemplateProps) {
  const newest = choices.find(({ name, is_newest }) => name === current?.name && is_newest);
  return (
    <Card title="Template">
      {current ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/admin/templates/${current.id}`} className="font-medium text-accent hover:underline">
            {current.name}
          </Link>
          <Badge>v{current.version}</Badge>
          {newest && newest.id !== current.id && (
            <>
              <span className="text-muted-foreground">v{newest.version} is the newest.</span>
              <Link href={`?template=${newest.id}`} scroll={false} className="text-accent hover:underline">
                Preview it
              </Link>
              <Link
                href={`/admin/templates/compare?from=${current.id}&to=${newest.id}`}
                className="text-accent hover:underline"
              >
                Compare
              </Link>
            </>
          )}
          {newest?.id === current.id && <span className="text-muted-foreground">This is the newest version.</span>}
        </p>
      ) : (
        <p className="text-muted-foreground">
          This tenant is on no template: what it has not set itself is set nowhere.
        </p>
      )}
    </Card>
  );
}
