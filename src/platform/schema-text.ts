import type postgres from 'postgres'

/**
 * The schema as text, from the catalogue: for reading, and for a test that compares it with what
 * the migrations make. It is not a script to run. Monthly partitions are left out.
 */
export async function schemaText(sql: postgres.Sql): Promise<string> {
  const parts: string[] = []
  for (const { title, query } of chapters) {
    const rows = await sql.unsafe<{ line: string }[]>(query)
    parts.push(`-- ${title}\n\n${rows.map((row) => row.line).join('\n')}`)
  }
  return `-- Written by npm run schema; change it by a migration.\n\n${parts.join('\n\n')}\n`
}

/** Our relations: in public, not from an extension, not a partition. */
const ours = (oid: string) => `${oid} in (
  select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and not c.relispartition
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))`

const oursProc = `p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

const chapters: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: 'Extensions',
    query: `select extname as line from pg_extension where extname <> 'plpgsql' order by 1`,
  },
  {
    title: 'Types',
    query: `select t.typname || case t.typtype
        when 'e' then ' enum (' || (select string_agg(e.enumlabel, ', ' order by e.enumsortorder)
          from pg_enum e where e.enumtypid = t.oid) || ')'
        else ' domain over ' || format_type(t.typbasetype, t.typtypmod)
          || coalesce(' default ' || t.typdefault, '') end as line
      from pg_type t
      where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
        and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
      order by t.typname`,
  },
  {
    title: 'Tables',
    query: `select line from (
      select c.relname as name, 0 as rank, 0 as place,
        E'\\n' || case c.relpersistence when 'u' then 'unlogged ' else '' end || 'table ' || c.relname
          || coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')
          || case when c.relrowsecurity then ', row-level security' else '' end
          || case when c.relforcerowsecurity then ', forced' else '' end as line
      from pg_class c where c.relkind in ('r', 'p') and ${ours('c.oid')}
      union all
      select c.relname, 1, a.attnum, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attcollation not in (0, t.typcollation)
            then ' collate ' || quote_ident(o.collname) else '' end
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' identity' else '' end
          || coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end
            || pg_get_expr(f.adbin, f.adrelid), '')
      from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_collation o on o.oid = a.attcollation
        left join pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
      where c.relkind in ('r', 'p') and ${ours('c.oid')}
      union all
      select c.relname, 2, row_number() over (partition by c.oid order by k.contype, k.conname),
        '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype <> 'n'
      where c.relkind in ('r', 'p') and ${ours('c.oid')}
      union all
      select c.relname, 3, row_number() over (partition by c.oid order by x.relname),
        '  ' || pg_get_indexdef(i.indexrelid)
      from pg_class c join pg_index i on i.indrelid = c.oid join pg_class x on x.oid = i.indexrelid
      where c.relkind in ('r', 'p') and ${ours('c.oid')}
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
      union all
      select c.relname, 4, row_number() over (partition by c.oid order by g.tgname),
        '  ' || pg_get_triggerdef(g.oid)
      from pg_class c join pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal
      where c.relkind in ('r', 'p') and ${ours('c.oid')}
    ) as lines order by name, rank, place`,
  },
  {
    title: 'Policies',
    query: `select tablename || '.' || policyname || ' ' || permissive || ' ' || cmd
        || ' to ' || array_to_string(roles, ', ')
        || coalesce(E'\\n  using ' || qual, '') || coalesce(E'\\n  check ' || with_check, '') as line
      from pg_policies where schemaname = 'public' order by tablename, policyname`,
  },
  {
    title: 'Views',
    query: `select 'view ' || c.relname || coalesce(' with ' || array_to_string(c.reloptions, ', '), '')
        || E' as\\n' || pg_get_viewdef(c.oid) as line
      from pg_class c where c.relkind in ('v', 'm') and ${ours('c.oid')} order by c.relname`,
  },
  {
    title: 'Functions',
    query: `select rtrim(pg_get_functiondef(p.oid)) || E';\\n' as line
      from pg_proc p where p.prokind in ('f', 'p') and ${oursProc}
      order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    title: 'Grants on tables and views',
    query: `select c.relname || ': ' || g.grantee::regrole || ' '
        || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) as line
      from pg_class c, aclexplode(c.relacl) g
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${ours('c.oid')}
        and g.grantee <> 0 and g.grantee <> c.relowner
      group by c.relname, g.grantee order by c.relname, g.grantee::regrole::text`,
  },
  {
    title: 'Grants on columns',
    query: `select c.relname || '.' || a.attname || ': ' || g.grantee::regrole || ' '
        || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
      where ${ours('c.oid')} and g.grantee <> 0
      group by c.relname, a.attname, g.grantee
      order by c.relname, a.attname, g.grantee::regrole::text`,
  },
  {
    title: 'Grants on functions that not everybody may call',
    query: `select p.oid::regprocedure || coalesce(': ' || (
        select string_agg(g.grantee::regrole::text, ', ' order by g.grantee::regrole::text)
        from aclexplode(p.proacl) g where g.grantee not in (0, p.proowner)), '') as line
      from pg_proc p where p.proacl is not null and ${oursProc}
        and not exists (select from aclexplode(p.proacl) g where g.grantee = 0)
      order by 1`,
  },
]
