import type { Metadata } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { addressOfReset } from "@/lib/auth/password-reset";
import { ResetPasswordForm } from "./reset-password-form";

// The address of this page is a secret until it has served.
export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const { token: given } = await searchParams;
  const token = typeof given === "string" ? given.slice(0, 200) : "";
  const email = token ? await addressOfReset(token) : null;
  return (
    <>
      <h1 className="font-semibold text-xl">Choose a new password</h1>
      <Card className="w-full max-w-sm">
        {email ? <ResetPasswordForm token={token} email={email} /> : <Alert tone="warning">{OVER}</Alert>}
      </Card>
      {!email && (
        <Link href="/forgot-password" className="text-accent underline-offset-2 hover:underline">
          Ask for a new link
        </Link>
      )}
    </>
  );
}

const OVER = "This link serves no more: it was used already, or it is older than 30 minutes.";
