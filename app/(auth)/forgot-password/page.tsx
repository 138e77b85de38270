import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DemoMailHint } from "../demo-mail-hint";
import { ForgotPasswordForm } from "./forgot-password-form";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPasswordPage() {
  return (
    <>
      <h1 className="font-semibold text-xl">Forgot your password?</h1>
      <Card className="w-full max-w-sm">
        <ForgotPasswordForm />
      </Card>
      <DemoMailHint />
      <Link href="/sign-in" className="text-accent underline-offset-2 hover:underline">
        Back to sign-in
      </Link>
    </>
  );
}
