import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { tenantPage } from "@/lib/http/page";
import { mayImport } from "../labels";
import { Steps } from "../steps";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Import a file" };

export default tenantPage(
  ({ actor, tenant, person }) => {
    if (!mayImport(actor)) throw new AppError("forbidden", "Files are imported by the tenant's own people");
    return (
      <div className="mx-auto max-w-2xl">
        <PageHeader
          title="Import a file"
          breadcrumb={[{ label: "Imports", href: `/${tenant.slug}/imports` }, { label: "Import a file" }]}
        />
        <Steps current="Upload" />
        <UploadForm tenantSlug={tenant.slug} limitBytes={env().documentLimitBytes} timeZone={person.timeZone} />
      </div>
    );
  },
  { permission: "payment_intents:import" },
);
