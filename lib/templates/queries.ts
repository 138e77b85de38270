import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, sql } from "../tenant-db";
import { type Template, templateList } from "./schema";

const COLUMNS = sql`
  x.id, x.name, x.version, x.description,
  coalesce((select jsonb_agg(jsonb_build_object('key', r ->> 'key', 'name', r ->> 'name',
      'grants_all', coalesce((r ->> 'grants_all')::boolean, false), 'permissions', coalesce(r -> 'permissions', '[]')) order by n)
    from jsonb_array_elements(x.definition -> 'roles') with ordinality d (r, n)), '[]') as roles,
  coalesce(x.definition -> 'settings', '{}') as settings,
  (select count(*)::int from tenant_configs c where c.template_id = x.id) as tenant_count, x.created_at, x.updated_at`;

const SOURCE: ListSource = {
  definition: templateList,
  table: "templates",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    name: (value) => (value.kind === "text" ? sql`strpos(lower(x.name), ${value.text}) > 0` : null),
  },
};

/** One page of all templates, every version. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTemplates(
  admin: PlatformAdminActor,
  query: ListQuery<typeof templateList>,
): Promise<Page<Template>> {
  return platformRead(admin, (db) => listPage<Template>(db, admin, SOURCE, query));
}

/** One version of a template. @throws AppError `not_found` */
export async function getTemplate(admin: PlatformAdminActor, input: { id: string }): Promise<Template> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<Template>(sql`select ${COLUMNS} from templates x where x.id = ${input.id}::uuid`, "templates_by_id"),
  );
  if (!row) throw new AppError("not_found", "Template not found");
  return row;
}
