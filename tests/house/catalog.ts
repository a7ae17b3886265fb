import type { Db } from '../../src/platform/db.ts'

/** What the database itself says about its tables. Partitions follow their parent. */
export type TableFacts = {
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly rowSecurity: boolean
  readonly policies: number
  readonly invoker: boolean
  readonly app: string
  readonly jobs: string
}

export async function listTables(owner: Db): Promise<readonly TableFacts[]> {
  return owner<TableFacts[]>`
    select c.relname as name,
      case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      c.relrowsecurity as "rowSecurity",
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
        as invoker,
      ${grantsOf(owner, 'become_app')} as app,
      ${grantsOf(owner, 'become_jobs')} as jobs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not c.relispartition
    order by c.relname`
}

/** "select, insert, update(status, version)": rights on the whole table, then on columns. */
const grantsOf = (owner: Db, role: string) => owner`
  coalesce((
    select string_agg(right_text, ', ' order by place)
    from (
      select lower(a.privilege_type) as right_text, ${placeOf(owner)} as place
      from aclexplode(c.relacl) a where a.grantee = ${role}::text::regrole
      union all
      select lower(a.privilege_type) || '(' || string_agg(t.attname, ', ' order by t.attnum) || ')',
        10 + ${placeOf(owner)}
      from pg_attribute t cross join aclexplode(t.attacl) a
      where t.attrelid = c.oid and a.grantee = ${role}::text::regrole
      group by a.privilege_type
    ) rights), '')`

const placeOf = (owner: Db) =>
  owner`array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], a.privilege_type)`
