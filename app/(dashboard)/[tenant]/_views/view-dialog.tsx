"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useChosenColumns } from "@/components/data-table/column-choice";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { createSavedViewInput, type SavedView, updateSavedViewInput, type ViewsOfList } from "@/lib/saved-views/schema";
import { createViewAction, updateViewAction } from "./actions";
import { AudienceFields } from "./audience-fields";
import { viewQueryString } from "./view-address";
import type { ViewsMenuProps } from "./views-menu";

export type ViewDialogState = { kind: "create" } | { kind: "edit"; view: SavedView };

export interface ViewDialogProps extends ViewsMenuProps, Pick<ViewsOfList, "roles"> {
  dialog: ViewDialogState;
  onClose: () => void;
}

/** Asks for the name of a view, and for whom it is. */
export function ViewDialog(props: ViewDialogProps) {
  const t = useTranslations("client.views.dialog");
  const { dialog, onClose } = props;
  const isNew = dialog.kind === "create";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="sm" title={isNew ? t("new") : t("edit")} description={isNew ? t("newHelp") : t("editHelp")}>
        {isNew ? <CreateForm {...props} /> : <EditForm {...props} view={dialog.view} />}
      </DialogContent>
    </Dialog>
  );
}

function CreateForm({ list, tenantSlug, path, current, mayShare, roles, onClose }: ViewDialogProps) {
  const t = useTranslations("client.views");
  const router = useRouter();
  const columns = useChosenColumns(list);
  // A table set up by hand is part of what one sees, also where its columns do not stand in the address.
  const hasColumns = /(^|&)columns=/.test(current);
  const own = columns && !hasColumns ? [current, `columns=${columns.join(",")}`].filter(Boolean).join("&") : current;
  const form = useActionForm({
    schema: createSavedViewInput,
    defaultValues: { list, name: "", query: own, audience: "private", role_id: null },
    action: (values) => createViewAction(tenantSlug, values),
    onSuccess: (view) => {
      onClose();
      toast.success(t("told.saved", { name: view.name }));
      router.replace(`${path}?${viewQueryString(view)}`);
    },
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="name" label={t("dialog.name")} placeholder={t("dialog.nameExample")} />
      {mayShare && (
        <AudienceFields control={form.control} audienceName="audience" roleName="role_id" roles={roles} isOwn />
      )}
      <FormActions form={form} submitLabel={t("dialog.create")}>
        <DialogClose render={<Button />}>{t("dialog.cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}

function EditForm({ tenantSlug, view, mayShare, roles, onClose }: ViewDialogProps & { view: SavedView }) {
  const t = useTranslations("client.views");
  const form = useActionForm({
    schema: updateSavedViewInput.pick({ id: true, name: true, audience: true, role_id: true }).required(),
    defaultValues: { id: view.id, name: view.name, audience: view.audience, role_id: view.role?.id ?? null },
    action: ({ id, name, ...sharing }) => updateViewAction(tenantSlug, { id, name, ...(mayShare && sharing) }),
    onSuccess: () => {
      onClose();
      toast.success(t("told.changed"));
    },
  });
  return (
    <Form form={form}>
      <TextField control={form.control} name="name" label={t("dialog.name")} />
      {mayShare && (
        <AudienceFields
          control={form.control}
          audienceName="audience"
          roleName="role_id"
          roles={roles}
          isOwn={view.is_own}
        />
      )}
      <FormActions form={form} submitLabel={t("dialog.save")}>
        <DialogClose render={<Button />}>{t("dialog.cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}
