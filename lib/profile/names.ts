/** Where pages show a person's picture from: it changes with the address that it was copied from. */
export function pictureHref(person: { userId: string; avatarUrl: string | null }): string | null {
  return person.avatarUrl === null ? null : `/api/dashboard/picture?user_id=${person.userId}`;
}
