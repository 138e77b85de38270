import type { Option } from "@/components/ui/option";
import type { Texts } from "@/lib/messages/texts";

/** A version to choose. */
export interface TemplateChoice {
  id: string;
  name: string;
  version: number;
  is_newest: boolean;
  is_archived: boolean;
}

/** Versions as options of a combobox. */
export function templateOptions(t: Texts<"client.adminTemplates">, choices: readonly TemplateChoice[]): Option[] {
  return choices.map(({ id, name, version, is_newest, is_archived }) => {
    const hint = is_archived ? t("hints.archived") : is_newest ? t("hints.newest") : "";
    return { value: id, label: `${name} v${version}`, ...(hint && { hint }) };
  });
}
