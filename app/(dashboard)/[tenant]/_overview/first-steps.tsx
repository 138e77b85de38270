import { Building2, FileUp, KeyRound, type LucideIcon, Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Permission } from "@/lib/permissions";

interface Step {
  icon: LucideIcon;
  title: string;
  text: string;
  action: string;
  path: string;
  permission: Permission;
}

const STEPS: readonly Step[] = [
  {
    icon: Building2,
    title: "Add your accounts",
    text: "One for each hotel, below its region or brand: totals and access follow this tree.",
    action: "New account",
    path: "/accounts/new",
    permission: "accounts:write",
  },
  {
    icon: FileUp,
    title: "Bring your payments",
    text: "Import what was paid so far from a file, with a dry run first and a way back after.",
    action: "Import payments",
    path: "/imports",
    permission: "payment_intents:import",
  },
  {
    icon: Plus,
    title: "Make a payment",
    text: "Create one by hand and follow it from initialized to processed.",
    action: "New payment intent",
    path: "/payment-intents/new",
    permission: "payment_intents:write",
  },
  {
    icon: KeyRound,
    title: "Connect your systems",
    text: "An access key lets your booking system create payments by the API.",
    action: "New access key",
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
  const steps = STEPS.filter(({ permission }) => permissions.has(permission));
  return (
    <Card
      title="There are no payments yet"
      description={
        steps.length > 0
          ? "Volume, success rate and refunds appear here from the first payment on. This is how it comes:"
          : "Volume, success rate and refunds appear here once a colleague has made the first payment."
      }
    >
      <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map(({ icon: Icon, title, text, action, path }) => (
          <li key={path} className="flex flex-col items-start gap-2 rounded-lg border p-4">
            <span className="flex size-9 items-center justify-center rounded-lg border bg-surface-muted">
              <Icon className="size-4.5 text-muted-foreground" aria-hidden />
            </span>
            <h3 className="font-medium text-base">{title}</h3>
            <p className="mb-2 text-muted-foreground">{text}</p>
            <ButtonLink href={`${tenantPath}${path}`} className="mt-auto">
              {action}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </Card>
  );
}
