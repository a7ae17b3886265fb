import { publicActor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listOffices } from '../../accounts/index.ts'
import { type AgencyId, listAgencies } from '../../agencies/index.ts'
import { legalTime, listClocks, recordRunOut } from '../../casework/index.ts'
import { listProvinces } from '../../places/index.ts'
import { demonstrationName } from '../../workers/index.ts'
import { listCategories } from '../actions/answer-lists.ts'
import { submitComplaint } from '../actions/submit-complaint.ts'
import { isCompetent } from '../actions/transfer-complaint.ts'
import { type Carrying, carryOut } from './carry-out.ts'
import { giveKnownSecrets } from './known-receipts.ts'
import { type PlannedCase, planCases } from './plan-cases.ts'
import { receiptDueToday } from './receipt-due-today.ts'
import { type Staff, staffOf } from './staff.ts'

export type FillComplaints = {
  readonly vault: Vault
  readonly now: Date
  readonly seed: number
  /** Those with a clerk first. */
  readonly agencyIds: readonly AgencyId[]
  /** Person ids by login, as fillDemonstrationPeople gives them. */
  readonly people: ReadonlyMap<string, string>
}

/** Names from here on are those of complainants; the workers before them never complained. */
const firstPerson = 2000
/** So many cases are under way at once on the one connection. */
const atOnce = 15

/**
 * Six hundred cases over two years, in every state, each brought there by the actions that people
 * take. Needs the country pack, agencies and people.
 */
export async function fillDemonstrationComplaints(tx: Tx, fill: FillComplaints): Promise<void> {
  const staff = staffOf({ people: fill.people, agencies: fill.agencyIds })
  const offices = (await listOffices(tx)).filter(isCompetent)
  const cases = await plan(tx, fill)
  const ids = new Map<PlannedCase, string>()
  await together(cases, async (planned) => {
    ids.set(planned, await submit(tx, planned, { fill, staff }))
  })
  // Those with the same journey side by side: they go in step.
  await together(
    cases.toSorted((a, b) => a.number - b.number),
    async (planned) => {
      const complaintId = ids.get(planned) ?? ''
      const { number, steps } = planned
      const carrying: Carrying = { tx, vault: fill.vault, staff, offices, complaintId, number }
      for (const { step, at } of steps) await carryOut(carrying, step, at)
      await noteWhatRanOut(tx, complaintId, fill.now)
    },
  )
  await giveKnownSecrets(tx, fill.vault)
}

/** As the job would have done it then, a minute late. */
export async function noteWhatRanOut(tx: Tx, complaintId: string, now: Date): Promise<void> {
  const clocks = await listClocks(tx, complaintId)
  const running = clocks.filter(({ stoppedAt, pausedAt }) => !stoppedAt && !pausedAt)
  for (const { id, dueAt } of running)
    if (dueAt < now) await recordRunOut(tx, id, new Date(dueAt.getTime() + 60_000))
}

async function plan(tx: Tx, { now, seed, agencyIds }: FillComplaints): Promise<PlannedCase[]> {
  const law = await legalTime(tx, dayOf(now))
  const names = new Map((await listAgencies(tx, agencyIds)).map(({ id, names }) => [id, names]))
  const due = (rule: string) => receiptDueToday(law, rule, now)
  return planCases({
    ...{ now, seed },
    categories: await listCategories(tx),
    provinces: (await listProvinces(tx)).map(({ code }) => code),
    agencies: agencyIds.map((id) => ({ id, name: names.get(id)?.km ?? names.get(id)?.en ?? id })),
    personName: (number) => demonstrationName(firstPerson + number),
    dueToday: {
      'complaint.first_answer_hours': due('complaint.first_answer_hours'),
      'complaint.resolve_days': due('complaint.resolve_days'),
    },
  })
}

async function submit(
  tx: Tx,
  { complaint, door, receivedAt, number }: PlannedCase,
  { fill, staff }: { fill: FillComplaints; staff: Staff },
): Promise<string> {
  const helper = door === 'assisted' ? staff.counsellor() : staff.officerFor('', number)
  const helped = door === 'assisted' || door === 'paper'
  const receipt = await submitComplaint(tx, helped ? helper : publicActor, {
    vault: fill.vault,
    complaint,
    entry: {
      ...{ door, receivedAt },
      helpedBy: helped ? helper.id : null,
      paperNumber: door === 'paper' ? `គំរូ-${100 + number}` : null,
    },
    now: receivedAt,
  })
  return receipt.id
}

/**
 * Some at a time: the connection is a pipe that need not be empty between two questions. Once the
 * driver has to hold one back it asks singly until nothing waits, hence the breath in between.
 */
async function together<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let begin = 0; begin < items.length; begin += atOnce)
    await Promise.all(items.slice(begin, begin + atOnce).map(work))
}
