"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { HeldMark, PermissionMatrix } from "@/components/ui/permission-matrix";
import { PERMISSIONS } from "@/lib/permissions";
import { Specimen } from "../../specimen";

const GROUPS = ["accounts", "refunds"].map((resource) => ({
  label: resource,
  permissions: Object.entries(PERMISSIONS)
    .filter(([name]) => name.startsWith(`${resource}:`))
    .map(([name, meaning]) => ({ name, meaning })),
}));

const ROLES = [
  { id: "owner", head: "Owner" },
  { id: "viewer", head: "Viewer" },
  { id: "own", head: "Accountants of Iberia and the Nordics" },
];

export function MatrixSpecimen() {
  return (
    <Specimen of="PermissionMatrix" state="two roles to read, one to change" wide>
      <PermissionMatrix
        groups={GROUPS}
        roles={ROLES}
        cell={(permission, index) =>
          index < 2 ? (
            <HeldMark isHeld={index === 0 || permission.endsWith(":read")} />
          ) : (
            <Checkbox aria-label={`${permission} for accountants`} defaultChecked={permission.endsWith(":read")} />
          )
        }
      />
    </Specimen>
  );
}
