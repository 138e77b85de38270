"use client";

import { useTranslations } from "next-intl";
import { Alert } from "./alert";
import { Button } from "./button";
import { useCopy } from "./copy-button";
import { Icon } from "./icon";

/** A secret in the only moment it can be seen. `label` names it, such as "API key". */
export function SecretReveal({ secret, label }: { secret: string; label: string }) {
  const t = useTranslations("client.ui");
  const { copied, copy } = useCopy(secret);
  return (
    <div className="flex flex-col gap-3">
      <Alert tone="warning" title={t("secret.title")}>
        {t("secret.help")}
      </Alert>
      <div className="flex items-stretch gap-2">
        <input
          readOnly
          aria-label={label}
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="field-control h-8 min-w-0 flex-1 px-2.5 font-mono text-xs"
        />
        <Button variant="primary" onClick={copy}>
          {copied ? <Icon name="check" /> : <Icon name="copy" />}
          {copied ? t("copied") : t("copy")}
        </Button>
      </div>
    </div>
  );
}
