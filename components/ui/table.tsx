import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A table of small size, in a container that scrolls sideways by itself. Lists use `DataTable`. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div className="relative w-full overflow-x-auto">
      <table className={cn("w-full border-collapse text-start text-sm", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("border-b text-muted-foreground text-xs", className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={cn("divide-y divide-border", className)} {...props} />;
}

export function TableRow(props: ComponentProps<"tr">) {
  return <tr {...props} />;
}

interface CellAlignment {
  /** `end` for amounts and counts. */
  align?: "start" | "end";
}

export function TableHeader({ className, align, ...props }: Omit<ComponentProps<"th">, "align"> & CellAlignment) {
  return (
    <th
      scope="col"
      className={cn("h-8 whitespace-nowrap px-3 font-medium", align === "end" && "text-end", className)}
      {...props}
    />
  );
}

export function TableCell({ className, align, ...props }: Omit<ComponentProps<"td">, "align"> & CellAlignment) {
  return <td className={cn("h-9 px-3 py-1.5", align === "end" && "text-end tabular-nums", className)} {...props} />;
}
