"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { GO_PREFIX, type GoKey, KEY_GROUPS, MOD } from "./keys";

export interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What Ctrl is called on this machine. */
  mod: string;
  goKeys: readonly GoKey[];
  hasShortcuts: boolean;
}

/** All keys, from the one register of them. */
export function KeysDialog({ open, onOpenChange, mod, goKeys, hasShortcuts }: KeysDialogProps) {
  const t = useTranslations("client.command.keys");
  const pages = useTranslations("client.command.pages");
  const moves = {
    label: t("groups.goTo"),
    keys: goKeys.map(({ key, page }) => ({ keys: [GO_PREFIX, key], label: pages(page) })),
  };
  const [everywhere, ...others] = KEY_GROUPS.map(({ name, keys }) => ({
    label: t(`groups.${name}`),
    keys: keys.map((help) => ({ keys: help.keys, label: t(`meanings.${help.meaning}`) })),
  }));
  const groups = [everywhere, ...(goKeys.length > 0 ? [moves] : []), ...others].filter((group) => group !== undefined);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("title")} size="lg">
        <p className="text-muted-foreground">
          {t.rich(hasShortcuts ? "on" : "off", {
            mod,
            profile: (chunks) => (
              <Link href="/me/profile" className="underline" onClick={() => onOpenChange(false)}>
                {chunks}
              </Link>
            ),
          })}
        </p>
        <div className="gap-x-8 sm:columns-2">
          {groups.map(({ label, keys }) => (
            <section key={label} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-muted-foreground text-xs">{label}</h3>
              <dl>
                {keys.map((help) => (
                  <KeyLine key={help.keys.join(" ")} help={help} mod={mod} then={t("then")} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

interface KeyLineProps {
  help: { keys: readonly string[]; label: string };
  mod: string;
  /** Between keys that are pressed one after the other. */
  then: string;
}

function KeyLine({ help, mod, then }: KeyLineProps) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b py-1 last:border-b-0">
      <dt>{help.label}</dt>
      <dd className="flex shrink-0 items-center gap-1">
        {help.keys.map((key, index) => (
          // Keys of a sequence have a fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice
          <span key={index} className="flex items-center gap-1">
            {index > 0 && <span className="text-muted-foreground text-xs">{then}</span>}
            <Kbd>{key.replace(MOD, mod)}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  );
}
