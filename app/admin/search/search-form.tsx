"use client";

import Form from "next/form";
import { useTranslations } from "next-intl";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** The one box; what is sought stands in the address. */
export function SearchForm({ initial }: { initial: string }) {
  const t = useTranslations("client.platform");
  return (
    <Form action="/admin/search" role="search" prefetch={false} className="flex max-w-2xl gap-2">
      <Label htmlFor="search-everywhere" className="sr-only">
        {t("search.label")}
      </Label>
      <Input
        // The words of a link or of the way back are new ones.
        key={initial}
        id="search-everywhere"
        name="q"
        type="search"
        defaultValue={initial}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("search.hint")}
        className="h-9"
      />
      <SearchButton />
    </Form>
  );
}

function SearchButton() {
  const t = useTranslations("client.platform");
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant="primary" loading={pending} className="h-9">
      {!pending && <Icon name="search" />} {t("search.submit")}
    </Button>
  );
}
