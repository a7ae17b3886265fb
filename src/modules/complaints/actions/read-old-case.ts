import type { Day } from '../../../kernel/days.ts'
import { type Currency, currencies, parseMoney } from '../../../kernel/money.ts'
import { codeInCell, dayInCell, partsOfCell } from '../../../platform/sheets/cells.ts'
import { latinDigits, phoneKey } from '../../../platform/text/index.ts'
import type { Finding, ImportRow } from '../../imports/index.ts'
import type { Destination, Place } from '../../places/index.ts'
import type { Category } from '../rules/category.ts'
import { opennesses } from '../rules/complaint.ts'
import type { NewClaim, NewComplaint } from '../rules/intake.ts'
import type { OldCase } from '../rules/old-case.ts'

export type OldCaseCodes = {
  readonly categories: readonly Category[]
  readonly provinces: readonly Place[]
  readonly destinations: readonly Destination[]
  /** The agency with exactly this licence number, or null. */
  readonly agencyOf: (licenceNumber: string) => string | null
  readonly today: Day
}

type Wrong = (column: string, key: string) => null
export type ReadOldCase = { readonly found: OldCase | null; readonly problems: readonly Finding[] }

/** Reads one line of the old register; every cell that says nothing usable is named. */
export function readOldCase(
  { line, cells, documents }: ImportRow,
  codes: OldCaseCodes,
): ReadOldCase {
  const problems: Finding[] = []
  const wrong: Wrong = (column, key) => {
    problems.push({
      ...{ kind: 'problem', line, subject: cells.oldNumber ?? '', column },
      message: { key: `imports.problem.${key}` },
    })
    return null
  }
  const receivedOn = pastDay(cells.receivedOn, codes.today) ?? wrong('receivedOn', 'no-past-day')
  const complaint = complaintIn(cells, codes, wrong)
  if (problems.length > 0 || !receivedOn) return { found: null, problems }
  const oldNumber = (cells.oldNumber ?? '').slice(0, 60)
  return { problems, found: { line, oldNumber, receivedOn, complaint, documents } }
}

function complaintIn(cells: ImportRow['cells'], codes: OldCaseCodes, wrong: Wrong): NewComplaint {
  const known = <T>(cell: string | undefined, find: (text: string) => T | null, or: () => null) =>
    cell ? (find(cell) ?? or()) : null
  const contact = known(cells.phone, phoneKey, () => wrong('phone', 'no-phone'))
  const agencyId = known(cells.licence, codes.agencyOf, () => wrong('licence', 'no-licence'))
  return {
    ...{ relation: 'worker', people: 1, workerName: textOf(cells.workerName, 200) },
    openness: opennessOf(cells.openness) ?? wrong('openness', 'no-openness') ?? 'confidential',
    ...{ complainantName: null, contact, way: contact ? 'phone' : 'none', safeTimes: [] },
    ...{ prefersWoman: false, language: 'km', agencyId, month: null },
    respondentKind: agencyId ? 'agency' : 'unknown',
    respondentWords: agencyId ? null : textOf(cells.respondent, 500),
    categories: partsOfCell(cells.categories).flatMap(
      (text) => codeInCell(codes.categories, text) ?? wrong('categories', 'no-category') ?? [],
    ),
    province: known(
      cells.province,
      (text) => codeInCell(codes.provinces, text),
      () => wrong('province', 'no-province'),
    ),
    country: known(
      cells.country,
      (text) => codeInCell(codes.destinations, text),
      () => wrong('country', 'no-destination'),
    ),
    claims: (['paid', 'sought'] as const).flatMap(
      (kind) => claimOf(kind, cells[kind], cells.currency) ?? wrong(kind, 'no-sum') ?? [],
    ),
    ...{ askedBefore: 'nobody', askedAnswer: null, story: textOf(cells.story, 10_000) },
  }
}

const textOf = (cell: string | undefined, most: number): string | null =>
  cell?.slice(0, most) || null

/** A day that is not still to come. */
function pastDay(cell: string | undefined, today: Day): Day | null {
  const day = dayInCell(cell)
  return day !== null && day <= today ? day : null
}

/** Unless the file says so, nobody is told the worker's name. */
const opennessOf = (cell = ''): NewComplaint['openness'] | null =>
  cell === '' ? 'confidential' : (opennesses.find((one) => one === cell.toLowerCase()) ?? null)

function claimOf(
  kind: NewClaim['kind'],
  text: string | undefined,
  currency: string | undefined,
): NewClaim[] | null {
  if (!text) return []
  const known = currencies.find((code): code is Currency => code === (currency || 'USD'))
  const money = known ? parseMoney(latinDigits(text), known) : null
  return money?.ok && known ? [{ kind, sum: money.value, currency: known }] : null
}
