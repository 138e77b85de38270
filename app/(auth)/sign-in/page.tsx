import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { currentSession } from "@/lib/auth/actor";
import { nextPath } from "@/lib/auth/next-path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { NoPlatformAdmin } from "@/lib/http/no-platform-admin";
import { pageTitle } from "@/lib/http/page-title";
import { DEMO_SIGN_INS } from "@/prisma/seed/demo-sign-ins";
import { CodeForm } from "./code-form";
import { DemoSignIns } from "./demo-sign-ins";
import { GoogleButton } from "./google-button";
import { signInProblem } from "./problems";
import { SignInForm } from "./sign-in-form";

export const generateMetadata = pageTitle((t) => t("signIn.title"));

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("client.signIn");
  const { next: given, callbackUrl, error, step, done } = await searchParams;
  const { appUrl, demoMode, google } = env();
  const next = nextPath(given ?? callbackUrl, appUrl) ?? "/";
  if (await isSignedIn()) redirect(next);
  const isSecondStep = step === "code";
  return (
    <>
      <h1 className="font-semibold text-xl">{isSecondStep ? t("enterYourCode") : t("signInTo")}</h1>
      {isToAdmin(next) && <NoPlatformAdmin className="w-full max-w-sm" />}
      <Card className="w-full max-w-sm">
        <div className="flex flex-col gap-4">
          {done === "password" && (
            <Alert tone="success" title={t("passwordChanged")}>
              {t("passwordChangedHelp")}
            </Alert>
          )}
          {typeof error === "string" && <Alert tone="danger">{signInProblem(t, error)}</Alert>}
          {isSecondStep ? <CodeForm next={next} /> : <SignInForm next={next} />}
          {google && !isSecondStep && <GoogleButton next={next} />}
        </div>
      </Card>
      {demoMode && !isSecondStep && (
        <DemoSignIns signIns={DEMO_SIGN_INS.map(({ memberships: _, ...shown }) => shown)} next={next} />
      )}
    </>
  );
}

const isToAdmin = (next: string) => next === "/admin" || next.startsWith("/admin/") || next.startsWith("/admin?");

async function isSignedIn(): Promise<boolean> {
  try {
    await currentSession();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.status === 401) return false;
    throw error;
  }
}
