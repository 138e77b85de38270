import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { addressOfReset } from "@/lib/auth/password-reset";
import { ResetPasswordForm } from "./reset-password-form";

// The address of this page is a secret until it has served.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("client.signIn");
  return { title: t("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const t = await getTranslations("client.signIn");
  const { token: given } = await searchParams;
  const token = typeof given === "string" ? given.slice(0, 200) : "";
  const email = token ? await addressOfReset(token) : null;
  return (
    <>
      <h1 className="font-semibold text-xl">{t("reset.title")}</h1>
      <Card className="w-full max-w-sm">
        {email ? <ResetPasswordForm token={token} email={email} /> : <Alert tone="warning">{t("reset.over")}</Alert>}
      </Card>
      {!email && (
        <Link href="/forgot-password" className="text-accent underline-offset-2 hover:underline">
          {t("reset.again")}
        </Link>
      )}
    </>
  );
}
