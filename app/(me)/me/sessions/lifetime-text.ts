/** When sessions end by themselves, in words. */
export function lifetimeText(idleMinutes: number, lifetimeHours: number): string {
  const lifetime = `${duration(lifetimeHours * 60)} after sign-in`;
  if (idleMinutes === 0 || idleMinutes >= lifetimeHours * 60) return `A session ends ${lifetime}.`;
  return `A session ends after ${duration(idleMinutes)} without use, and ${lifetime} at the latest.`;
}

const MINUTES = { day: 24 * 60, hour: 60, minute: 1 };

function duration(minutes: number): string {
  const [unit, size] =
    Object.entries(MINUTES).find(([, one]) => minutes >= one && minutes % one === 0) ?? (["minute", 1] as const);
  const count = minutes / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
