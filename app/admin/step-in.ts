/**
 * Where a platform admin begins to look at a record of a tenant: nobody of the staff sees it without a visit.
 * @param path of the record below the tenant's address, such as `/payment-intents/<id>`
 */
export function stepInHref(tenant: { id: string; slug: string }, path: string): string {
  return `/admin/tenants/${tenant.id}/visits?next=${encodeURIComponent(`/${tenant.slug}${path}`)}`;
}
