import Link from "next/link";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { env } from "@/lib/env";

/** Says where mails are in a demo, which sends none. */
export async function DemoMailHint() {
  // The settings are the running server's, not the build's.
  await connection();
  const { demoMode, mail } = env();
  if (!demoMode || mail) return null;
  const t = await getTranslations("server.signIn");
  return (
    <p className="max-w-sm text-center text-muted-foreground text-sm">
      {t.rich("demoMail", {
        outbox: (chunks) => (
          <Link href="/admin/mail" className="text-accent underline underline-offset-2">
            {chunks}
          </Link>
        ),
      })}
    </p>
  );
}
