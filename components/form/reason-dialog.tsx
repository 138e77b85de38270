"use client";

import type { ReactElement } from "react";
import type { ButtonProps } from "@/components/ui/button";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { ReasonFormProps } from "./reason-form";

export interface ReasonDialogProps extends Omit<ReasonFormProps, "onDone"> {
  trigger: ReactElement<ButtonProps>;
  title: string;
  /** What happens, to whom, and whether it can be undone. */
  description: string;
}

/** Asks for the reason of an act on a tenant, and does it. */
export function ReasonDialog({ trigger, title, description, ...act }: ReasonDialogProps) {
  return (
    <LazyDialog trigger={trigger} title={title} description={description} load={() => import("./reason-form")}>
      {({ ReasonForm }, close) => <ReasonForm {...act} onDone={close} />}
    </LazyDialog>
  );
}
