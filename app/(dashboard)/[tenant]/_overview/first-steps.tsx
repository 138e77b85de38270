import { Building2, FileUp, KeyRound, type LucideIcon, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Permission } from "@/lib/permissions";

interface Step {
  icon: LucideIcon;
  name: "accounts" | "import" | "payment" | "keys";
  path: string;
  permission: Permission;
}

const STEPS: readonly Step[] = [
  {
    icon: Building2,
    name: "accounts",
    path: "/accounts/new",
    permission: "accounts:write",
  },
  {
    icon: FileUp,
    name: "import",
    path: "/imports",
    permission: "payment_intents:import",
  },
  {
    icon: Plus,
    name: "payment",
    path: "/payment-intents/new",
    permission: "payment_intents:write",
  },
  {
    icon: KeyRound,
    name: "keys",
    path: "/api-keys/new",
    permission: "api_keys:write",
  },
];

export interface FirstStepsProps {
  tenantPath: string;
  permissions: ReadonlySet<Permission>;
}

/** What a tenant without payments reads in place of figures: how they come about, as far as this person may. */
export function FirstSteps({ tenantPath, permissions }: FirstStepsProps) {
  const t = useTranslations("server.overview.firstSteps");
  const steps = STEPS.filter(({ permission }) => permissions.has(permission));
  return (
    <Card title={t("title")} description={t(steps.length > 0 ? "help" : "helpOthers")}>
      <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ icon: Icon, name, path }) => (
          <li key={path} className="flex flex-col items-start gap-2 rounded-lg border p-4">
            <span className="flex size-9 items-center justify-center rounded-lg border bg-surface-muted">
              <Icon className="size-4.5 text-muted-foreground" aria-hidden />
            </span>
            <h3 className="font-medium text-base">{t(`${name}.title`)}</h3>
            <p className="mb-2 text-muted-foreground">{t(`${name}.text`)}</p>
            <ButtonLink href={`${tenantPath}${path}`} className="mt-auto">
              {t(`${name}.action`)}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </Card>
  );
}
