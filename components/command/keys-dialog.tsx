"use client";

import Link from "next/link";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { GO_PREFIX, type GoKey, KEY_GROUPS, type KeyHelp, MOD } from "./keys";

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
  const moves = { label: "Go to", keys: goKeys.map(({ key, label }) => ({ keys: [GO_PREFIX, key], label })) };
  const [everywhere, ...others] = KEY_GROUPS;
  const groups = [everywhere, ...(goKeys.length > 0 ? [moves] : []), ...others].filter((group) => group !== undefined);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard" size="lg">
        <p className="text-muted-foreground">
          {hasShortcuts
            ? "Single keys work while you are not typing. They can be switched off in "
            : `Single keys are switched off; those with ${mod} work. They can be switched on in `}
          <Link href="/me/profile" className="underline" onClick={() => onOpenChange(false)}>
            your profile
          </Link>
          .
        </p>
        <div className="gap-x-8 sm:columns-2">
          {groups.map(({ label, keys }) => (
            <section key={label} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-muted-foreground text-xs">{label}</h3>
              <dl>
                {keys.map((help) => (
                  <KeyLine key={help.keys.join(" ")} help={help} mod={mod} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function KeyLine({ help, mod }: { help: KeyHelp; mod: string }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b py-1 last:border-b-0">
      <dt>{help.label}</dt>
      <dd className="flex shrink-0 items-center gap-1">
        {help.keys.map((key, index) => (
          // Keys of a sequence have a fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice
          <span key={index} className="flex items-center gap-1">
            {index > 0 && <span className="text-muted-foreground text-xs">then</span>}
            <Kbd>{key.replace(MOD, mod)}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  );
}
