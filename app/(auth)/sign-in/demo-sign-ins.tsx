"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { signIn } from "../auth-client";
import { signInProblem } from "./problems";

const UNREACHABLE = "unreachable";

export interface DemoSignInsProps {
  signIns: readonly {
    email: string;
    password: string;
    fullName: string;
    role: string;
    tenantSlug: string | null;
    tenantName: string | null;
  }[];
  next: string;
}

/** One button per person of the demo. */
export function DemoSignIns({ signIns, next }: DemoSignInsProps) {
  const t = useTranslations("client.signIn");
  const [pending, setPending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function enter({ email, password, tenantSlug }: DemoSignInsProps["signIns"][number]) {
    if (pending) return;
    setPending(email);
    // A page of the other tenant would not exist for this person.
    const home = `/${tenantSlug ?? "admin"}`;
    const wanted = next.startsWith(home) ? next : "/";
    const found = await signIn({ email, password }, wanted).catch(() => UNREACHABLE);
    if (found === null) return window.location.assign(wanted);
    setProblem(found === UNREACHABLE ? t("unreachable") : signInProblem(t, found));
    setPending(null);
  }

  return (
    <section aria-labelledby="demo-sign-ins" className="flex w-full max-w-2xl flex-col gap-3">
      <h2 id="demo-sign-ins" className="text-center text-muted-foreground text-sm">
        {t("demo")}
      </h2>
      {problem && (
        <Alert tone="danger" live>
          {problem}
        </Alert>
      )}
      <ul className="grid gap-2 sm:grid-cols-2 md:grid-cols-3">
        {signIns.map((person) => (
          <li key={person.email}>
            <Button
              className="h-full w-full flex-col items-start gap-0.5 whitespace-normal px-3 py-2 text-start"
              loading={pending === person.email}
              onClick={() => enter(person)}
            >
              <span>{person.fullName}</span>
              <span className="font-normal text-muted-foreground text-xs">
                {person.role}
                {person.tenantName && <span className="block">{person.tenantName}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
