"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type HTMLInputAutoCompleteAttribute, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { cn } from "@/lib/cn";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface TextFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  type?: "text" | "email" | "password" | "tel" | "url" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  /** Such as `font-mono` for codes. */
  className?: string;
}

/** A single-line text. */
export function TextField<Values extends FieldValues, Output>(props: TextFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  const Control = props.type === "password" ? PasswordInput : Input;
  return (
    <FieldShell {...props} id={id} error={error}>
      <Control
        {...field}
        {...controlProps}
        value={field.value ?? ""}
        type={props.type ?? "text"}
        autoComplete={props.autoComplete ?? "off"}
        placeholder={props.placeholder}
        className={props.className}
      />
    </FieldShell>
  );
}

/** A password can be looked at while it is typed: long ones are otherwise given up at the first slip. */
function PasswordInput({ className, ...props }: ComponentProps<"input">) {
  const t = useTranslations("client.form");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input {...props} type={isShown ? "text" : "password"} className={cn("pe-9", className)} />
      <button
        type="button"
        aria-label={isShown ? t("hideTyped") : t("showTyped")}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-1 end-1.5 inline-flex items-center rounded-sm px-1 text-muted-foreground hover:text-foreground"
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </div>
  );
}

export interface TextareaFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  rows?: number;
  placeholder?: string;
}

/** A text of several lines. */
export function TextareaField<Values extends FieldValues, Output>(props: TextareaFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <Textarea
        {...field}
        {...controlProps}
        value={field.value ?? ""}
        rows={props.rows ?? 3}
        placeholder={props.placeholder}
      />
    </FieldShell>
  );
}
