"use client";

import { useRouter } from "next/navigation";
import { useChosenColumns } from "@/components/data-table/column-choice";
import { SelectField } from "@/components/form/choice-fields";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import {
  createSavedViewInput,
  type SavedView,
  updateSavedViewInput,
  type ViewAudience,
  type ViewsOfList,
} from "@/lib/saved-views/schema";
import { createViewAction, updateViewAction } from "./actions";
import { viewQueryString } from "./view-address";
import type { ViewsMenuProps } from "./views-menu";

export type ViewDialogState = { kind: "create" } | { kind: "edit"; view: SavedView };

export interface ViewDialogProps extends ViewsMenuProps, Pick<ViewsOfList, "roles"> {
  dialog: ViewDialogState;
  onClose: () => void;
}

/** Asks for the name of a view, and for whom it is. */
export function ViewDialog(props: ViewDialogProps) {
  const { dialog, onClose } = props;
  const isNew = dialog.kind === "create";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={isNew ? "Save as a view" : "Rename and share"}
        description={
          isNew
            ? "Filters, order and columns as they are now. Days such as “last 30 days” stay relative."
            : "Everybody sees in it what they may see in the list itself."
        }
      >
        {isNew ? <CreateForm {...props} /> : <EditForm {...props} view={dialog.view} />}
      </DialogContent>
    </Dialog>
  );
}

function CreateForm({ list, tenantSlug, path, current, mayShare, roles, onClose }: ViewDialogProps) {
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
      toast.success(`Saved “${view.name}”`);
      router.replace(`${path}?${viewQueryString(view)}`);
    },
  });
  const audience = form.methods.watch("audience") ?? "private";
  return (
    <Form form={form}>
      <TextField control={form.control} name="name" label="Name" placeholder="Failed this week" />
      {mayShare && (
        <SelectField control={form.control} name="audience" label="For" options={audienceOptions(roles, true)} />
      )}
      {mayShare && audience === "role" && (
        <SelectField
          control={form.control}
          name="role_id"
          label="Role"
          options={roleOptions(roles)}
          placeholder="Choose a role"
        />
      )}
      <FormActions form={form} submitLabel="Save view">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}

function EditForm({ tenantSlug, view, mayShare, roles, onClose }: ViewDialogProps & { view: SavedView }) {
  const form = useActionForm({
    schema: updateSavedViewInput.pick({ id: true, name: true, audience: true, role_id: true }).required(),
    defaultValues: { id: view.id, name: view.name, audience: view.audience, role_id: view.role?.id ?? null },
    action: ({ id, name, ...sharing }) => updateViewAction(tenantSlug, { id, name, ...(mayShare && sharing) }),
    onSuccess: () => {
      onClose();
      toast.success("Saved");
    },
  });
  const audience = form.methods.watch("audience");
  return (
    <Form form={form}>
      <TextField control={form.control} name="name" label="Name" />
      {mayShare && (
        <SelectField control={form.control} name="audience" label="For" options={audienceOptions(roles, view.is_own)} />
      )}
      {mayShare && audience === "role" && (
        <SelectField
          control={form.control}
          name="role_id"
          label="Role"
          options={roleOptions(roles)}
          placeholder="Choose a role"
        />
      )}
      <FormActions form={form} submitLabel="Save">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}

const AUDIENCES: Record<ViewAudience, string> = {
  private: "Only me",
  role: "Those who have a role",
  everyone: "Everybody",
};

function audienceOptions(roles: ViewsOfList["roles"], isOwn: boolean) {
  return Object.entries(AUDIENCES)
    .filter(([value]) => (value !== "private" || isOwn) && (value !== "role" || roles.length > 0))
    .map(([value, label]) => ({ value, label }));
}

function roleOptions(roles: ViewsOfList["roles"]) {
  return roles.map(({ id, name }) => ({ value: id, label: name }));
}
