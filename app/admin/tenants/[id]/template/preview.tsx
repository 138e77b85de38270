import { SETTING_LABELS } from "@/app/(dashboard)/[tenant]/settings/labels";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { isUpToDate } from "@/lib/templates/comparison";
import type { TemplatePreview } from "@/lib/templates/schema";
import { SETTING_NAMES } from "@/lib/tenant-settings";
import { RoleChanges, SettingChanges } from "../../../templates/_view/changes";
import { ApplyForm } from "./apply-form";

/** What a version would change in the tenant, and the form that does it. */
export function Preview({ preview }: { preview: TemplatePreview }) {
  const { template, settings, roles, kept_settings, untouched_roles, conflicts } = preview;
  const name = `${template.name} v${template.version}`;
  if (isUpToDate(preview)) return <Alert tone="success">The tenant has all of {name} already.</Alert>;
  const kept = SETTING_NAMES.filter((setting) => kept_settings.includes(setting));
  return (
    <>
      {conflicts.length > 0 && (
        <Alert tone="warning" title={`${name} cannot be applied as things are`}>
          <ul className="ms-4 list-disc">
            {conflicts.map((conflict) => (
              <li key={conflict}>{conflict}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Card title="Settings that change" description="Only where the tenant has no value of its own.">
        {settings.length > 0 ? (
          <SettingChanges
            settings={settings}
            roleNames={Object.fromEntries(roles.map((role) => [role.key, role.name]))}
          />
        ) : (
          <p className="text-muted-foreground">None.</p>
        )}
        {kept.length > 0 && (
          <p className="mt-3 text-muted-foreground text-xs">
            The tenant’s own values stay: {kept.map((setting) => SETTING_LABELS[setting]).join(", ")}.
          </p>
        )}
      </Card>
      <Card title="Roles that change" description="In force for whoever has them on the next request." flush>
        {roles.length > 0 ? <RoleChanges roles={roles} /> : <p className="px-4 py-3 text-muted-foreground">None.</p>}
        {untouched_roles.length > 0 && (
          <p className="border-t px-4 py-3 text-muted-foreground text-xs">
            Left as they are: {untouched_roles.join(", ")}.
          </p>
        )}
      </Card>
      {conflicts.length === 0 && (
        <Card title={`Apply ${name}`}>
          <ApplyForm preview={preview} />
        </Card>
      )}
    </>
  );
}
