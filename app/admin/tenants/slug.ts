const MAX_LENGTH = 48;

/** A slug for a name: "Ünïque Hôtels & Co." → "unique-hotels-co"; empty where no letter of it can be written so. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
}
