import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { pageTitle } from "@/lib/http/page-title";
import { DemoMailHint } from "../demo-mail-hint";
import { ForgotPasswordForm } from "./forgot-password-form";

export const generateMetadata = pageTitle((t) => t("signIn.forgotTitle"));

export default function ForgotPasswordPage() {
  const t = useTranslations("client.signIn");
  return (
    <>
      <h1 className="font-semibold text-xl">{t("forgot.title")}</h1>
      <Card className="w-full max-w-sm">
        <ForgotPasswordForm />
      </Card>
      <DemoMailHint />
      <Link href="/sign-in" className="text-accent underline-offset-2 hover:underline">
        {t("forgot.back")}
      </Link>
    </>
  );
}
