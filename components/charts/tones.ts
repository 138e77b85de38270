/** What a series of a chart means, as a colour. */
export type SeriesTone = "accent" | "info" | "warning" | "danger" | "neutral";

export const FILLS: Record<SeriesTone, string> = {
  accent: "bg-primary",
  info: "bg-info-text",
  warning: "bg-warning-text",
  danger: "bg-danger",
  neutral: "bg-muted-foreground",
};
