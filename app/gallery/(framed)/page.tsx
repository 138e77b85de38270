import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { GROUPS } from "../groups";

export const metadata: Metadata = { title: "Components" };

export default function GalleryPage() {
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Development", href: "/gallery" }, { label: "Components" }]}
        title="Components"
        description="Every component in its states. Pages are put together from these and nothing else."
      />
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {GROUPS.map(({ href, label, about }) => (
          <Card
            key={href}
            title={label}
            actions={
              <ButtonLink href={href} size="sm" aria-label={`Open ${label}`}>
                Open
              </ButtonLink>
            }
          >
            <p className="text-muted-foreground">{about}</p>
          </Card>
        ))}
      </div>
    </>
  );
}
