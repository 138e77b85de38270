import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { identity } from "../tenant-db";

/** Stands where the admin section has nobody yet: how its first admin is made. Nothing where it has somebody. */
export async function NoPlatformAdmin({ className }: { className?: string }) {
  if (await identity.hasPlatformAdmins()) return null;
  const t = await getTranslations("server.refusal");
  return (
    <Alert title={t("noAdmin.title")} className={className}>
      {t.rich("noAdmin.run", {
        command: "npm run admin:create -- --email you@example.com",
        code: (chunks) => <code className="break-all">{chunks}</code>,
      })}
    </Alert>
  );
}
