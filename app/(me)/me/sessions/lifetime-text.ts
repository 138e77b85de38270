import type { Texts } from "@/lib/messages/texts";

/** When sessions end by themselves, in words. */
export function lifetimeText(t: Texts<"server.me">, idleMinutes: number, lifetimeHours: number): string {
  const { count: lifetime, unit: lifetimeUnit } = duration(lifetimeHours * 60);
  if (idleMinutes === 0 || idleMinutes >= lifetimeHours * 60) return t("lifetime", { lifetime, lifetimeUnit });
  const { count: idle, unit: idleUnit } = duration(idleMinutes);
  return t("lifetimeIdle", { idle, idleUnit, lifetime, lifetimeUnit });
}

const MINUTES = { day: 24 * 60, hour: 60, minute: 1 };

function duration(minutes: number): { count: number; unit: string } {
  const [unit, size] =
    Object.entries(MINUTES).find(([, one]) => minutes >= one && minutes % one === 0) ?? (["minute", 1] as const);
  return { count: minutes / size, unit };
}
