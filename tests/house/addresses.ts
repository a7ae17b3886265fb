import type { Db } from '../../src/platform/db.ts'
import type { Route } from '../../src/platform/http/route.ts'

/** A real id for every parameter of a path, taken from the filled database. */
export type Samples = Readonly<Record<string, string>>

/** Paths whose `:id` is the id of this table's first row. */
const idsOf: readonly (readonly [path: RegExp, table: string])[] = [
  [/^\/(api\/v1\/|work\/)?agencies\//, 'agency'],
  [/^\/(agency|api\/v1)\/inquiries\//, 'agency_inquiry'],
  [/^\/work\/complaints\//, 'complaint'],
  [/^\/api\/v1\/complaints\//, 'complaint'],
  [/^\/(api\/v1|work)\/licences\//, 'licence'],
  [/^\/(api\/v1|work)\/deposits\//, 'agency'],
  [/^\/(api\/v1|work)\/concerns\//, 'concern'],
  [/^\/work\/administration\/changes\//, 'change'],
]

const others: Samples = {
  question: 'who',
  action: 'register',
  step: 'look-again',
  key: 'complaint.resolve_days',
}

/** Ids are drawn anew with every filling: what decides who may see a row has to be the same in all. */
const samplesOf = (owner: Db) =>
  ({
    agency: owner`select id from agency`,
    licence: owner`select id from licence`,
    concern: owner`select id from concern where status = 'watched'`,
    change: owner`select id from change where status = 'approved'`,
    complaint: owner`
      select id from complaint
      where helped_by is null and not is_protected and not about_office`,
    agency_inquiry: owner`
      select i.id from agency_inquiry i join assignment a on a.agency_id = i.agency_id
      join person p on p.id = a.person_id where p.login = 'clerk'`,
  }) as const

export async function sampleIds(owner: Db): Promise<Samples> {
  const found: Record<string, string> = {}
  for (const [table, rows] of Object.entries(samplesOf(owner))) {
    const [row] = await owner<{ id: string }[]>`select id from (${rows}) s order by id limit 1`
    if (row) found[table] = row.id
  }
  return found
}

/** The route's path with a real id in every parameter. */
export function addressOf(route: Pick<Route, 'path'>, samples: Samples): string {
  const table = idsOf.find(([path]) => path.test(route.path))?.[1] ?? ''
  return route.path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'id'
      ? (samples[table] ?? '00000000-0000-7000-8000-000000000000')
      : (others[name] ?? name),
  )
}
