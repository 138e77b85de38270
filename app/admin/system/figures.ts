const UNITS = ["B", "KB", "MB", "GB", "TB"];

/** A size as people of that language read it, such as "1.4 MB"; a KB is 1,000 bytes. */
export function bytesLabel(locale: string, bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return `${step > 0 && value < 10 ? tenths(locale, value) : Math.round(value)} ${UNITS[step]}`;
}

/** A length of time as people read it, such as "3 min", "2 h 5 min" or "12 d 4 h". */
export function durationLabel(locale: string, seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${seconds < 10 ? tenths(locale, seconds) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return joined([hours, "h"], [minutes % 60, "min"]);
  return joined([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
}

function joined(...parts: [number, string][]): string {
  return parts.flatMap(([value, unit]) => (value > 0 ? [`${value} ${unit}`] : [])).join(" ");
}

/** A count with its thousands apart. */
export const countLabel = (locale: string, count: number): string => count.toLocaleString(locale);

/** A share of one, such as 0.9981, as "99.8 %". Never rounded up to the whole. */
export const percentLabel = (locale: string, share: number): string =>
  `${tenths(locale, Math.floor(share * 1000) / 10)} %`;

const tenths = (locale: string, value: number) =>
  value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
