import type { Day } from '../../../kernel/days.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/new-id.ts'
import type { AgencyId } from '../../agencies/index.ts'
import type { CoverOnDay, Declaration, OpenSums } from '../rules/cover.ts'

/** What these agencies owe and what is claimed from them, each currency by itself. */
export const listOpenSums = (db: Db | Tx, agencyIds: readonly AgencyId[]): Promise<OpenSums[]> =>
  db<OpenSums[]>`
    select agency_id as "agencyId", currency, minor, uncounted
    from open_sums_of_agencies(${[...agencyIds]}::uuid[])`

/** The last declaration of each of these agencies that speaks of no later day than this. */
export const lastDeclarations = (
  db: Db | Tx,
  { agencyIds, on }: { readonly agencyIds: readonly AgencyId[]; readonly on: Day },
): Promise<Declaration[]> =>
  db<Declaration[]>`
    select distinct on (agency_id) agency_id as "agencyId", on_day as "onDay", workers,
      declared_at as "declaredAt"
    from workers_abroad
    where agency_id = any (${[...agencyIds]}::uuid[]) and on_day <= ${on}
    order by agency_id, on_day desc, id desc`

export const listDeclarations = (tx: Tx, agencyId: AgencyId): Promise<Declaration[]> =>
  tx<Declaration[]>`
    select agency_id as "agencyId", on_day as "onDay", workers, declared_at as "declaredAt"
    from workers_abroad where agency_id = ${agencyId}
    order by on_day desc, id desc limit 24`

export async function insertDeclaration(
  tx: Tx,
  { agencyId, onDay, workers, declaredAt, by }: Declaration & { readonly by: string },
): Promise<void> {
  await tx`
    insert into workers_abroad (id, agency_id, on_day, workers, declared_by, declared_at)
    values (${newId<string>()}, ${agencyId}, ${onDay}, ${workers}, ${by}, ${declaredAt})`
}

export type CoverLine = Omit<CoverOnDay, 'held'> & {
  readonly agencyId: AgencyId
  readonly currency: Currency
  readonly held: bigint
}

/** The newest line of each of these agencies. */
export const lastCover = (tx: Tx, agencyIds: readonly AgencyId[]): Promise<CoverLine[]> =>
  tx<CoverLine[]>`
    select distinct on (agency_id) agency_id as "agencyId", day, currency, held, required,
      open_sums as open, uncounted, workers
    from deposit_cover where agency_id = any (${[...agencyIds]}::uuid[])
    order by agency_id, day desc`

/** The lines of one agency, the newest first. */
export const listCover = (tx: Tx, agencyId: AgencyId): Promise<CoverLine[]> =>
  tx<CoverLine[]>`
    select agency_id as "agencyId", day, currency, held, required, open_sums as open, uncounted,
      workers
    from deposit_cover where agency_id = ${agencyId}
    order by day desc limit 24`

/** Writes lines, a later one of the same day in the place of the earlier. */
export async function keepCover(tx: Tx, lines: readonly CoverLine[]): Promise<void> {
  if (lines.length === 0) return
  const of = <T>(pick: (line: CoverLine) => T): T[] => lines.map(pick)
  await tx`
    insert into deposit_cover (agency_id, day, currency, held, required, open_sums, uncounted, workers)
    select agency_id, day, currency, held, required, open_sums, uncounted, workers
    from unnest(${of(({ agencyId }) => agencyId)}::uuid[], ${of(({ day }) => day)}::date[],
      ${of(({ currency }) => currency)}::text[], ${of(({ held }) => held.toString())}::bigint[],
      ${of(({ required }) => required?.toString() ?? null)}::bigint[],
      ${of(({ open }) => open.toString())}::bigint[],
      ${of(({ uncounted }) => uncounted)}::int[], ${of(({ workers }) => workers)}::int[])
      l (agency_id, day, currency, held, required, open_sums, uncounted, workers)
    on conflict (agency_id, day) do update set currency = excluded.currency, held = excluded.held,
      required = excluded.required, open_sums = excluded.open_sums,
      uncounted = excluded.uncounted, workers = excluded.workers`
}
