import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { listTables, type TableFacts } from './catalog.ts'

const { db, jobs, owner } = useDatabase()
let tables: readonly TableFacts[]
beforeAll(async () => {
  tables = await listTables(owner)
})

/** What happened stays as it was written: nobody but the owner's migrations may touch it. */
const appendOnly = [
  'event',
  'audit',
  'signature',
  'seal_block',
  'seal_entry',
  'daily_digest',
  'ledger_entry',
  'ledger_posting',
]

/** Tables without row-level security, each with the reason why everybody may see every row. */
const openTables: Readonly<Record<string, string>> = {
  commune: 'public geography',
  complaint_draft: 'sealed under a secret that only the writer’s cookie holds',
  currency: 'public list',
  daily_digest: 'published',
  destination: 'public list',
  destination_area: 'public list',
  district: 'public geography',
  loaded_file: 'the owner only: which country pack was loaded',
  person_key: 'keys, wrapped by the master key; names nobody',
  province: 'public geography',
  rate_limit: 'counts that end with their limit',
  receipt_session: 'hashes of session secrets',
  register_name: 'names of the public register, for search',
  schema_migration: 'the owner only',
  seal_block: 'hashes; the worker only',
  seal_entry: 'hashes; the worker only',
  setup_step: 'which first steps were taken',
  sign_in_failure: 'counts under hashed names',
  status_list: 'published',
  submission: 'outcomes, sealed under the id that only the client holds',
  token_key: 'published: the numbers of keys, none of them secret',
  village: 'public geography',
}

/** What the application may do with the owner’s rights: one narrow question or act each. */
const definerFunctions: Readonly<Record<string, string>> = {
  agency_likenesses: 'what companies have in common, for officers alone',
  case_with_joined: 'a case and those joined to it, by ids alone',
  deposit_short_since: 'since when a deposit is short, for everybody, without its sums',
  end_session: 'signs out',
  find_case_person_by_receipt:
    'number and secret to one person of a group, before anybody is known',
  find_complaint_by_receipt: 'number and secret to one case, before anybody is known',
  find_document: 'what is said of a printed document to whoever holds its code',
  has_mediated: 'whether somebody conducted a meeting of a case: then another decides it',
  house_figures: 'what an operator watches, as figures only',
  is_on_protected_track: 'whether a case is protected, also one that is not seen',
  joined_standing: 'how the case stands in which a joined one goes on',
  keep_days_held: 'keeps the days of an authorisation in step with its licence',
  keep_days_held_of_licence: 'keeps the days of an authorisation in step with its licence',
  keep_register_name: 'keeps the search names in step with the register',
  keep_register_of_agency: 'keeps the search names in step with the register',
  make_coming_partitions: 'the coming months’ partitions, by the worker',
  note_unread: 'keeps a case’s mark of unread words in step with its messages',
  officers_in_conflict: 'who must not handle a case, by ids alone, without a reason',
  open_sums_of_agencies: 'what agencies owe and what is claimed from them, as sums alone',
  opens_hidden_case: 'whether the acting person may see a hidden case',
  operating_figures: 'counts for the metrics, without rows',
  overseen_cases: 'dates and codes of hidden cases, for oversight alone',
  post_to_ledger: 'the one way to a balance: entries that add up, by whoever may move the account',
  queue_background_job: 'queues a job that comes after what somebody waits for',
  queue_job: 'queues a job in the same transaction',
  queue_job_for_later: 'queues a job that comes after all others, in the same transaction',
  session_identity: 'session secret to a person, before anybody is known',
  sign_in_credential: 'name to a password hash, before anybody is known',
  sign_in_identity: 'nobody is known yet: finds whose account at a provider this is',
  token_identity: 'token to a person, before anybody is known',
  verify_contact: 'a code that an agency typed, against the one that was sent to its own number',
  what_keeps_case_open: 'one code for what stands between a case and its end',
}

describe('what happened', () => {
  it('can be changed or deleted by no role of the application, not even through a partition', async () => {
    const rows = await owner`
      select c.relname, r.role, right_name
      from pg_class c
      cross join unnest(array['become_app', 'become_jobs']) as r (role)
      cross join unnest(array['update', 'delete', 'truncate']) as right_name
      where c.relnamespace = 'public'::regnamespace
        and exists (select from unnest(${appendOnly}::text[]) t
          where c.relname = t or c.relname ~ ('^' || t || '_(\\d{4}_\\d{2}|default)$'))
        and c.relkind in ('r', 'p')
        and (has_table_privilege(r.role, c.oid, right_name)
          or (right_name = 'update' and has_any_column_privilege(r.role, c.oid, 'update')))`

    expect([...rows]).toEqual([])
  })

  it.each(['event', 'audit'])('refuses the attempt itself: %s', async (table) => {
    for (const connection of [db, jobs]) {
      await expect(connection`update ${connection(table)} set data = '{}'`).rejects.toThrow(
        'permission denied',
      )
      await expect(connection`delete from ${connection(table)}`).rejects.toThrow(
        'permission denied',
      )
    }
  })
})

describe('the roles of the application', () => {
  it('have these rights and no others', async () => {
    const lines = tables.map(
      ({ name, app, jobs }) => `${name}\n    app   ${app || '–'}\n    jobs  ${jobs || '–'}\n`,
    )

    await expect(lines.join('')).toMatchFileSnapshot('grants.txt')
  })

  it('own nothing, pass by no row-level security and cannot make tables', async () => {
    const roles = await owner`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        has_schema_privilege(oid, 'public', 'create') as creates,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname in ('become_app', 'become_jobs') order by rolname`

    const nothing = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      creates: false,
      owned: 0,
    }
    expect([...roles]).toEqual([
      { rolname: 'become_app', ...nothing },
      { rolname: 'become_jobs', ...nothing },
    ])
  })

  it('reach no partition directly, past the rules of its parent', async () => {
    const reached = await owner`
      select c.relname from pg_class c cross join aclexplode(c.relacl) a
      where c.relispartition and c.relnamespace = 'public'::regnamespace
        and a.grantee in ('become_app'::regrole, 'become_jobs'::regrole, 0)`

    expect([...reached]).toEqual([])
  })
})

describe('rows', () => {
  it('of every table are guarded, unless it is listed as open to all with a reason', () => {
    const unguarded = tables.filter(({ kind, rowSecurity }) => kind === 'table' && !rowSecurity)

    expect(unguarded.map(({ name }) => name)).toEqual(Object.keys(openTables).toSorted())
  })

  it('of a guarded table are open to somebody', () => {
    const locked = tables.filter(({ rowSecurity, policies }) => rowSecurity && policies === 0)

    expect(locked.map(({ name }) => name)).toEqual([])
  })

  it('seen through a view are those of the person who looks', () => {
    const views = tables.filter(({ kind, invoker }) => kind === 'view' && !invoker)

    expect(views.map(({ name }) => name)).toEqual([])
  })

  it('of views are named v_', () => {
    const views = tables.filter(({ kind, name }) => kind === 'view' && !name.startsWith('v_'))

    expect(views.map(({ name }) => name)).toEqual([])
  })

  it('are reached with the owner’s rights only through functions that are listed', async () => {
    const functions = await owner`
      select proname as name, coalesce(proconfig::text, '') like '%search_path%' as "pathIsFixed"
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`

    expect([...functions]).toEqual(
      Object.keys(definerFunctions).map((name) => ({ name, pathIsFixed: true })),
    )
  })
})

describe('the server', () => {
  it('keeps keys as uuidv7 where it makes them itself', async () => {
    const others = await owner`
      select c.relname, pg_get_expr(d.adbin, d.adrelid) as made
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where i.indisprimary and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
        and pg_get_expr(d.adbin, d.adrelid) <> 'uuidv7()'`

    expect([...others]).toEqual([])
  })
})
