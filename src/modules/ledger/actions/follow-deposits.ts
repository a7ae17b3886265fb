import { systemActor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { type Db, type Tx, transact } from '../../../platform/db.ts'
import { recordEvent } from '../../../platform/events/record-event.ts'
import type { AgencyId } from '../../agencies/index.ts'
import { findNumber, findRule, rulebook, workCalendar } from '../../law/index.ts'
import { type Cause, type Circumstances, causesOf } from '../rules/alarm.ts'
import { isBelowClaims } from '../rules/cover.ts'
import {
  type Demand,
  demandReminderRule,
  type Holding,
  minimumOf,
  minimumRule,
  stateOfDeposit,
} from '../rules/deposit.ts'
import {
  type Guarantee,
  guaranteeAlarmRule,
  holidayRule,
  lastDayOf,
  standingOf,
} from '../rules/guarantee.ts'
import { endAlarms, listOpenAlarms, raiseAlarms } from '../store/alarms.ts'
import { type CoverLine, keepCover, lastCover } from '../store/cover.ts'
import { listDemands } from '../store/demands.ts'
import { listAllHoldings } from '../store/deposits.ts'
import { listGuarantees } from '../store/guarantees.ts'
import { expireGuarantees } from './expire-guarantees.ts'
import { type CoverOf, coverOf } from './read-cover.ts'
import { depositShortSince } from './read-deposit.ts'

const actor = systemActor('deposits')

/**
 * Each day: guarantees that have expired go, each agency's cover is written down where it changed,
 * and what has to be looked at is raised, once.
 */
export async function followDeposits(db: Db, now: Date): Promise<void> {
  await expireGuarantees(db, { actor, now })
  await transact(db, actor, async (tx) => ok(await lookAtAll(tx, now)))
}

/** In a transaction of its own; the demonstration does it in its own. */
export async function lookAtAll(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now)
  const holdings = await listAllHoldings(tx)
  const agencyIds = [...new Set(holdings.map(({ agencyId }) => agencyId))]
  const minimum = minimumOf(findNumber(await rulebook(tx, today), minimumRule))
  const cover = await coverOf(tx, { agencyIds, holdings, minimum, today })
  await keepChanged(tx, { cover, minimum, today })
  await raise(tx, { holdings, cover, minimum, now })
}

type Covered = {
  readonly cover: ReadonlyMap<AgencyId, CoverOf>
  readonly minimum: Money | null
}

async function keepChanged(
  tx: Tx,
  { cover, today }: Covered & { readonly today: Day },
): Promise<void> {
  const before = await lastCover(tx, [...cover.keys()])
  const last = new Map(before.map((line) => [line.agencyId, line]))
  const lines = [...cover].map(([agencyId, { held, required, open, uncounted, workers }]) => ({
    ...{ agencyId, day: today, currency: held.currency, held: held.minor },
    ...{ required, open, uncounted, workers },
  }))
  await keepCover(
    tx,
    lines.filter((line) => !isSame(line, last.get(line.agencyId))),
  )
}

const isSame = (a: CoverLine, b: CoverLine | undefined): boolean =>
  b !== undefined && a.held === b.held && a.open === b.open && isSameFrame(a, b)
const isSameFrame = (a: CoverLine, b: CoverLine): boolean =>
  a.required === b.required && a.uncounted === b.uncounted && a.workers === b.workers

type Raising = Covered & { readonly holdings: readonly Holding[]; readonly now: Date }

async function raise(tx: Tx, asked: Raising): Promise<void> {
  const { holdings, cover, now } = asked
  const depositIds = holdings.map(({ id }) => id)
  const [open, demands, guarantees] = await Promise.all([
    listOpenAlarms(tx, null),
    listDemands(tx, depositIds),
    listGuarantees(tx, depositIds),
  ])
  const law = await terms(tx, dayOf(now))
  const alarmsOf = Map.groupBy(open, ({ agencyId }) => agencyId)
  const due: { agencyId: AgencyId; cause: Cause }[] = []
  for (const [agencyId, held] of Map.groupBy(holdings, (each) => each.agencyId)) {
    const ids = new Set(held.map(({ id }) => id))
    const demand = demands.find((each) => ids.has(each.depositId) && each.status === 'open')
    const circumstances = await look(tx, {
      ...{ agencyId, held, law, demand: demand ?? null, minimum: asked.minimum, now },
      guarantees: guarantees.filter((each) => ids.has(each.depositId)),
      isBelow: isBelowOf(cover.get(agencyId)),
      since: (alarmsOf.get(agencyId) ?? []).find(({ kind }) => kind === 'claims-above')?.about,
    })
    due.push(...causesOf(circumstances).map((cause) => ({ agencyId, cause })))
  }
  const isDue = new Set(due.map(({ agencyId, cause }) => keyOf({ agencyId, ...cause })))
  const over = open.filter((alarm) => !isDue.has(keyOf(alarm))).map(({ id }) => id)
  await endAlarms(tx, over, now)
  const raised = await raiseAlarms(
    tx,
    due.map(({ agencyId, cause }) => ({ agencyId, ...cause })),
    now,
  )
  for (const { id, agencyId, kind } of raised)
    await recordEvent(tx, actor, {
      ...{ recordType: 'deposit-alarm', recordId: id, type: 'deposit.alarm-raised', at: now },
      ...{ agencyId, visibleTo: ['officer'], data: { kind } },
    })
}

const keyOf = ({ agencyId, kind, about }: Cause & { readonly agencyId: AgencyId }): string =>
  `${agencyId} ${kind} ${about}`
const isBelowOf = (cover: CoverOf | undefined): boolean =>
  cover !== undefined && isBelowClaims(cover)

async function terms(tx: Tx, today: Day) {
  const book = await rulebook(tx, today)
  return {
    calendar: await workCalendar(tx, today),
    holiday: findRule(book, holidayRule)?.value ?? null,
    alarmDays: findNumber(book, guaranteeAlarmRule),
    reminderDays: findNumber(book, demandReminderRule),
  }
}

type Looked = {
  readonly agencyId: AgencyId
  readonly held: readonly Holding[]
  readonly guarantees: readonly Guarantee[]
  readonly demand: Demand | null
  readonly minimum: Money | null
  readonly law: Awaited<ReturnType<typeof terms>>
  readonly isBelow: boolean
  readonly since: string | undefined
  readonly now: Date
}

async function look(tx: Tx, found: Looked): Promise<Circumstances> {
  const { agencyId, guarantees, demand, law, isBelow, since, now } = found
  const today = dayOf(now)
  const replaced = new Set(guarantees.map(({ replacesId }) => replacesId))
  const isShort = stateOfDeposit(found.held, found.minimum) === 'short'
  return {
    ...{ today, demand, reminderDays: law.reminderDays, isBelowClaims: isBelow },
    belowSince: since ?? null,
    guarantees: guarantees.map(({ id, expiresOn, status }) => ({
      ...{ id, expiresOn, status, isReplaced: replaced.has(id) },
      standing: standingOf({ status }, lastDayOf(expiresOn, law.calendar, law.holiday), {
        ...{ today, alarmDays: law.alarmDays },
      }),
    })),
    shortSince: isShort ? await depositShortSince(tx, { agencyId, today }) : null,
  }
}
