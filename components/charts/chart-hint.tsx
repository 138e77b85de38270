import { cn } from "@/lib/cn";
import type { LinkChartProps } from "./link-chart";
import { FILLS } from "./tones";

/** What one part of the range holds, beside its bar. */
export function ChartHint({ labels, up, down, ghost, rate, index }: LinkChartProps & { index: number }) {
  const at = (index + 0.5) / labels.length;
  const side = at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` };
  return (
    <div
      aria-hidden
      className="overlay-panel pointer-events-none absolute top-1 z-10 mx-2 px-2.5 py-1.5 text-foreground text-xs"
      style={side}
    >
      <p className="whitespace-nowrap font-medium">{labels[index]}</p>
      {[up, ...(down ? [down] : [])].map(({ label, tone, texts }) => (
        <p key={label} className="flex items-center gap-1.5 whitespace-nowrap">
          <span className={cn("size-2 rounded-sm", FILLS[tone])} />
          <span className="text-muted-foreground">{label}</span>
          {texts[index]}
        </p>
      ))}
      {rate?.texts[index] && (
        <p className="flex items-center gap-1.5 whitespace-nowrap">
          <span className="h-0.5 w-2 rounded-full bg-success-text" />
          <span className="text-muted-foreground">{rate.label}</span>
          {rate.texts[index]}
        </p>
      )}
      {ghost?.labels[index] !== undefined && (
        <p className="mt-1 whitespace-nowrap border-t pt-1 text-muted-foreground">
          {ghost.labels[index]}: {ghost.texts[index]}
        </p>
      )}
    </div>
  );
}
