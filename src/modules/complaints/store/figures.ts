import type { Currency } from '../../../kernel/money.ts'
import type { Db, Tx } from '../../../platform/db.ts'
import type { Door } from '../rules/complaint.ts'
import type { CasePersonId, Sex } from '../rules/person.ts'
import type { ClosedHow } from './complaint.ts'

/** A complaint as figures count it: codes, no words. Joined ones are counted once. */
export type ComplaintFact = {
  readonly id: string
  /** In which it was received. */
  readonly year: number
  readonly officeId: string
  readonly agencyId: string | null
  readonly door: Door
  readonly closedHow: ClosedHow | null
}

export const listComplaintFacts = (db: Db | Tx): Promise<ComplaintFact[]> =>
  db<ComplaintFact[]>`
    select id, ${yearOf(db)} as year, office_id as "officeId", agency_id as "agencyId", door,
      closed_how as "closedHow"
    from complaint c where status <> 'merged'`

const yearOf = (db: Db | Tx) =>
  db`extract(year from c.received_at at time zone 'Asia/Phnom_Penh')::int`

/** How long cases stayed at a step, in whole days, begun ones counted as days. */
export type StepDays = {
  readonly scope: 'all' | 'office' | 'agency'
  readonly officeId: string | null
  readonly agencyId: string | null
  readonly year: number
  /** The status in which they stayed; `whole`: from receipt to the end. */
  readonly step: string
  readonly count: number
  readonly median: number
  readonly ninthDecile: number
}

export const listStepDays = (db: Db | Tx): Promise<StepDays[]> =>
  db<StepDays[]>`
    with moves as (
      select e.record_id, e.to_status as step, e.happened_at as since,
        lead(e.happened_at) over (partition by e.record_id order by e.happened_at, e.id) as until
      from event e where e.record_type = 'complaint' and e.to_status is not null),
    stays as (
      select m.record_id, m.step, sum(m.until - m.since) as stayed
      from moves m where m.until is not null group by m.record_id, m.step
      union all
      select c.id, 'whole', c.closed_at - c.received_at from complaint c
      where c.closed_at is not null and c.status <> 'merged'),
    counted as (
      select ${yearOf(db)} as year, c.office_id, c.agency_id, s.step,
        ceil(extract(epoch from greatest(s.stayed, interval '0')) / 86400)::int as days
      from stays s join complaint c on c.id = s.record_id)
    select case when grouping(office_id) = 0 then 'office'
        when grouping(agency_id) = 0 then 'agency' else 'all' end as scope,
      office_id as "officeId", agency_id as "agencyId", year, step, count(*)::int as count,
      percentile_disc(0.5) within group (order by days) as median,
      percentile_disc(0.9) within group (order by days) as "ninthDecile"
    from counted
    group by grouping sets ((year, step), (year, step, office_id), (year, step, agency_id))`

export type SoughtSum = {
  readonly personId: CasePersonId
  readonly year: number
  readonly currency: Currency
  readonly minor: bigint
}

/** What persons seek, where they said a sum: the largest in each money, for claims overlap. */
export const listSought = (db: Db | Tx): Promise<SoughtSum[]> =>
  db<SoughtSum[]>`
    select k.person_id as "personId", ${yearOf(db)} as year, k.currency,
      greatest(coalesce(sum(k.minor) filter (where k.kind <> 'sought'), 0),
        coalesce(max(k.minor) filter (where k.kind = 'sought'), 0))::bigint as minor
    from case_claim k join complaint c on c.id = k.complaint_id
    where k.direction = 'of-worker' and k.minor is not null and k.state <> 'cancelled'
      and c.status <> 'merged'
    group by k.person_id, 2, k.currency`

export const listPersonSexes = (
  db: Db | Tx,
): Promise<{ readonly id: CasePersonId; readonly sex: Sex | null }[]> =>
  db`select id, sex from case_person`
