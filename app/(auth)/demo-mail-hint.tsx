import Link from "next/link";
import { connection } from "next/server";
import { env } from "@/lib/env";

/** Says where mails are in a demo, which sends none. */
export async function DemoMailHint() {
  // The settings are the running server's, not the build's.
  await connection();
  const { demoMode, mail } = env();
  if (!demoMode || mail) return null;
  return (
    <p className="max-w-sm text-center text-muted-foreground text-sm">
      This demo sends no mail: the platform admin reads it in the{" "}
      <Link href="/admin/mail" className="text-accent underline underline-offset-2">
        local outbox
      </Link>
      .
    </p>
  );
}
