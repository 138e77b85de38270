import { cn } from "@/lib/cn";

/** "Ann Marie Lee" → "AL"; one letter for a single word; "?" for nothing. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = Array.from(words[0] ?? "?")[0] ?? "?";
  const last = words.length > 1 ? (Array.from(words[words.length - 1] ?? "")[0] ?? "") : "";
  return (first + last).toUpperCase();
}

/** A person's or tenant's initials; decoration, since the name stands beside it. */
export function Avatar(props: { name: string; size?: "sm" | "md"; square?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center bg-accent-subtle font-semibold text-accent",
        props.size === "sm" ? "size-5 text-[0.5625rem]" : "size-7 text-2xs",
        props.square ? "rounded-md" : "rounded-full",
        props.className,
      )}
    >
      {initialsOf(props.name)}
    </span>
  );
}
