import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { ICON_NAMES } from "@/components/ui/icon-names";
import { Kbd } from "@/components/ui/kbd";
import { Separator } from "@/components/ui/separator";
import { StatusBadge } from "@/components/ui/status-badge";
import { LONG_NAME, PICTURE, ROW, STATUSES } from "../../sample";
import { Specimen } from "../../specimen";

const TONES = ["neutral", "accent", "success", "warning", "danger", "info"] as const;

export function MarkSpecimens() {
  return (
    <>
      <Specimen of="Badge" state="tones">
        <div className={ROW}>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
      </Specimen>
      <Specimen of="StatusBadge" state="all statuses">
        <div className={ROW}>
          {STATUSES.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </div>
      </Specimen>
      <Specimen of="StatusBadge" state="unknown status">
        <StatusBadge status="HELD_BY_SOMEBODY" />
      </Specimen>
      <Specimen of="Avatar">
        <div className={ROW}>
          <Avatar name="Ann Lee" />
          <Avatar name="Ann Lee" size="sm" />
          <Avatar name="Harbour Hotels" square />
          <Avatar name={LONG_NAME} square size="sm" />
          <Avatar name="" />
        </div>
      </Specimen>
      <Specimen of="Avatar" state="picture">
        <div className={ROW}>
          <Avatar name="Ann Lee" src={PICTURE} />
          <Avatar name="Ann Lee" src={PICTURE} size="sm" />
        </div>
      </Specimen>
      <Specimen of="Avatar" state="broken picture">
        <Avatar name="Ann Lee" src="data:image/png;base64,AAAA" />
      </Specimen>
      <Specimen of="Icon" state="all icons">
        <div className={ROW}>
          {ICON_NAMES.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </div>
      </Specimen>
      <Specimen of="Kbd">
        <div className={ROW}>
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
          <Kbd>Esc</Kbd>
        </div>
      </Specimen>
      <Specimen of="Separator">
        <Separator />
        <div className="mt-3 flex gap-3">
          Left <Separator vertical /> right
        </div>
      </Specimen>
    </>
  );
}
