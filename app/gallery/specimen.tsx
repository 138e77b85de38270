import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Something to be done before the photo is taken, with what a selector of Playwright finds. */
export interface SpecimenStep {
  do: "click" | "hover" | "focus" | "fill";
  /** The first step is looked for in the specimen, the others on the whole page. */
  on: string;
  /** What `fill` writes. */
  text?: string;
}

export interface SpecimenProps {
  /** Name of the component, as it is imported. */
  of: string;
  state?: string;
  /** Takes the whole width of the page. */
  wide?: boolean;
  /** Lets the specimen touch its frame, for what has one itself. */
  flush?: boolean;
  /** With steps the photo is of the whole window: what opens floats above the page. */
  steps?: readonly SpecimenStep[];
  /** What must be seen on the page after the steps. */
  shows?: string;
  children: ReactNode;
}

/** One component in one state, in a frame that says which: `e2e/gallery` photographs it under its name. */
export function Specimen(props: SpecimenProps) {
  const { of, state = "default", wide = false, flush = false, steps, shows, children } = props;
  return (
    <section
      data-specimen={`${kebab(of)}-${kebab(state)}`}
      data-steps={steps ? JSON.stringify(steps) : undefined}
      data-shows={shows}
      className={cn("min-w-0 rounded-lg border bg-background", wide && "col-span-full")}
    >
      <h2 className="flex flex-wrap gap-x-2 border-b px-3 py-1.5 text-xs">
        <code className="font-mono">{of}</code> <span className="text-muted-foreground">{state}</span>
      </h2>
      <div className={flush ? "p-2" : "p-4"}>{children}</div>
    </section>
  );
}

/** The specimens of a page, side by side where there is room. */
export function Specimens({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">{children}</div>;
}

/** "IconButton" → "icon-button", "long text" → "long-text". */
function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}
