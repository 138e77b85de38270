"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { FilterChanges, FilterField } from "./filter-fields";
import { FilterForm, type FilterFormProps } from "./filter-form";

export interface AddFilterProps {
  fields: readonly FilterField[];
  current: URLSearchParams;
  loading: FilterFormProps["loading"];
  onApply: (changes: FilterChanges) => void;
  isBesideBox?: boolean;
}

/** The button that sets one of a list's filters by a form. */
export function AddFilter({ fields, current, loading, onApply, isBesideBox = false }: AddFilterProps) {
  const t = useTranslations("client.table.filter");
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = fields.find(({ name }) => name === chosen);

  function setOpen(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setChosen(null);
    void loading.load();
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      {/* Beside the box as high as the box, and as the list's other buttons. */}
      <PopoverTrigger render={<Button size="sm" className={isBesideBox ? "h-8" : "border-dashed"} />}>
        <Icon name="list-filter" /> <span className={isBesideBox ? "max-sm:sr-only" : undefined}>{t("title")}</span>
      </PopoverTrigger>
      <PopoverContent title={field?.label ?? t("by")} className={field ? undefined : "w-52"}>
        {field ? (
          <>
            <FilterForm
              field={field}
              current={current}
              loading={loading}
              onApply={(changes) => {
                setOpen(false);
                onApply(changes);
              }}
            />
            <Button
              variant="ghost"
              size="sm"
              className="mt-1.5 w-full text-muted-foreground"
              onClick={() => setChosen(null)}
            >
              <Icon name="arrow-left" className="rtl:rotate-180" /> {t("all")}
            </Button>
          </>
        ) : (
          <ul className="-mx-1.5 -mb-1.5">
            {fields.map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  onClick={() => setChosen(one.name)}
                  className="overlay-item w-full hover:bg-surface-muted"
                >
                  {one.label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </PopoverContent>
    </Popover>
  );
}
