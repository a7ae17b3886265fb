import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { type PersonNames, personNames } from '../../accounts/index.ts'
import { type FileOfRecord, filesOfRecords } from '../../evidence/index.ts'
import { findNumber, findRule, type Rule, rulebook, workCalendar } from '../../law/index.ts'
import type { Alarm } from '../rules/alarm.ts'
import type { Declaration } from '../rules/cover.ts'
import { type Holding, minimumOf, minimumRule } from '../rules/deposit.ts'
import {
  type Extension,
  type Guarantee,
  type GuaranteeStanding,
  guaranteeAlarmRule,
  guaranteedBy,
  holidayRule,
  type LastDay,
  lastDayOf,
  standingOf,
} from '../rules/guarantee.ts'
import type { Override } from '../rules/override.ts'
import { type Release, releaseRule } from '../rules/release.ts'
import { listOpenAlarms } from '../store/alarms.ts'
import { type CoverLine, listCover, listDeclarations } from '../store/cover.ts'
import { listExtensions, listGuarantees } from '../store/guarantees.ts'
import { listOverrides } from '../store/overrides.ts'
import { closedOnOf, listReleases } from '../store/releases.ts'
import { type DepositBlock, depositBlock } from './blocked.ts'
import { type CoverOf, coverOf } from './read-cover.ts'
import type { DepositFile } from './read-deposit.ts'

/** A guarantee with what the calendar and the rules make of it. */
export type ShownGuarantee = Guarantee & {
  readonly last: LastDay
  readonly standing: GuaranteeStanding
  readonly extensions: readonly Extension[]
}
/** What is cash of one holding. */
export type Cash = Pick<Holding, 'currency'> & { readonly minor: bigint }

/** What a deposit is made of and what it stands for. */
export type Instruments = {
  readonly cash: readonly Cash[]
  readonly guarantees: readonly ShownGuarantee[]
  readonly holidayRule: Rule | null
  /** By the id of the entry or guarantee that they prove. */
  readonly files: ReadonlyMap<string, readonly FileOfRecord[]>
  readonly block: DepositBlock
  readonly declarations: readonly Declaration[]
}
/** What officers see beside. */
export type Oversight = {
  readonly alarms: readonly Alarm[]
  readonly cover: CoverOf
  readonly history: readonly CoverLine[]
  readonly overrides: readonly Override[]
  readonly releases: readonly Release[]
  readonly closedOn: Day | null
  readonly releaseRule: Rule | null
  readonly people: ReadonlyMap<string, PersonNames>
}

type Of = Pick<DepositFile, 'agencyId' | 'holdings' | 'entries'>

/** Reads what the deposit of one agency is made of, as the actor may see it. */
export async function readInstruments(
  tx: Tx,
  { agencyId, holdings, entries }: Of,
  now: Date,
): Promise<Instruments> {
  const today = dayOf(now)
  const book = await rulebook(tx, today)
  const rule = findRule(book, holidayRule)
  const guarantees = await listGuarantees(tx, idsOf(holdings))
  const calendar = await workCalendar(tx, today)
  const extensions = await listExtensions(
    tx,
    guarantees.map(({ id }) => id),
  )
  const alarmDays = findNumber(book, guaranteeAlarmRule)
  const records = [
    ...entries.flatMap(({ change }) => change?.id ?? []),
    ...guarantees.map((g) => g.id),
  ]
  const files = await filesOfRecords(tx, records)
  return {
    cash: holdings.map(({ id, currency, held }) => ({
      ...{ currency, minor: held - guaranteedBy(guarantees.filter((g) => g.depositId === id)) },
    })),
    guarantees: guarantees.map((each) => {
      const last = lastDayOf(each.expiresOn, calendar, rule?.value ?? null)
      return {
        ...{ ...each, last, standing: standingOf(each, last, { today, alarmDays }) },
        extensions: extensions.filter(({ guaranteeId }) => guaranteeId === each.id),
      }
    }),
    ...{ holidayRule: rule, files: Map.groupBy(files, ({ recordId }) => recordId) },
    block: await depositBlock(tx, { agencyId, day: today }),
    declarations: await listDeclarations(tx, agencyId),
  }
}

const idsOf = (holdings: readonly Holding[]) => holdings.map(({ id }) => id)

/** Reads what officers look after: alarms, cover with its history, and what waits for signatures. */
export async function readOversight(
  tx: Tx,
  { agencyId, holdings }: Of,
  { guarantees, now }: Pick<Instruments, 'guarantees'> & { readonly now: Date },
): Promise<Oversight> {
  const today = dayOf(now)
  const book = await rulebook(tx, today)
  const minimum = minimumOf(findNumber(book, minimumRule))
  const [alarms, history, overrides, releases, closedOn, covers] = await Promise.all([
    listOpenAlarms(tx, [agencyId]),
    listCover(tx, agencyId),
    listOverrides(tx, agencyId),
    listReleases(tx, idsOf(holdings)),
    closedOnOf(tx, agencyId),
    coverOf(tx, { agencyIds: [agencyId], holdings, minimum, today }),
  ])
  const cover = covers.get(agencyId)
  if (!cover) throw new Error('every agency that is asked for has a cover')
  return {
    ...{ alarms, history, overrides, releases, closedOn, cover },
    releaseRule: findRule(book, releaseRule),
    people: await personNames(tx, [
      ...peopleOf({ overrides, releases }),
      ...guarantees.map(({ enteredBy }) => enteredBy),
    ]),
  }
}

const peopleOf = ({ overrides, releases }: Pick<Oversight, 'overrides' | 'releases'>) =>
  [
    ...overrides.flatMap((each) => [each.proposedBy, each.decidedBy]),
    ...releases.flatMap((each) => [
      ...[each.proposedBy, each.firstSignedBy, each.secondSignedBy, each.endedBy],
    ]),
  ].filter((id) => id !== null)
