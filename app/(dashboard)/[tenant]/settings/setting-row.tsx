import type { ReactNode } from "react";

/** One setting: its field, and the note of what counts. */
export function SettingRow({ note, children }: { note: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2 py-4 first:pt-0">
      {children}
      {note}
    </div>
  );
}
