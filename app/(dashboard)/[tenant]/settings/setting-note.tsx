import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SettingSource, TenantConfig } from "@/lib/tenant-configs/schema";
import type { SettingName } from "@/lib/tenant-settings";
import { type RoleNames, settingText } from "./labels";

const SOURCE_TONES = { own: "accent", template: "info", none: "neutral" } as const;

/** What all notes of a tab know. */
export interface SettingFacts {
  config: TenantConfig;
  roles: RoleNames;
}

export interface SettingNoteProps extends SettingFacts {
  name: SettingName;
  /** Takes the tenant's own value away; absent where it is not to be changed. */
  onReset?: () => void;
}

/** What counts now, where it comes from, and the way back to the template's value. */
export function SettingNote({ config, roles, name, onReset }: SettingNoteProps) {
  const { value, source } = config.settings[name];
  return (
    <p className="-mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <Badge tone={SOURCE_TONES[source]}>{sourceText(source, config.template?.name)}</Badge>
      <span className="min-w-0 break-words text-muted-foreground">In force: {settingText(name, value, roles)}</span>
      {source === "own" && onReset && (
        <Button variant="link" className="text-xs" onClick={onReset}>
          Back to the template’s value
        </Button>
      )}
    </p>
  );
}

function sourceText(source: SettingSource, template: string | undefined): string {
  if (source === "own") return "Own";
  if (source === "template") return `Template ${template ?? ""}`.trim();
  return "Not set";
}
