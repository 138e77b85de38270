import type { IconName } from "./icon-names";

/** An icon that only accompanies words, as high as its text: one element, drawn by the style sheet. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <span aria-hidden data-icon={name} className={className ? `icon ${className}` : "icon"} />;
}
