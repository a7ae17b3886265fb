import type { Day } from '../../../kernel/days.ts'
import type {
  AgencyId,
  RegisterContact,
  RegisterEntry,
  RegisterOffice,
} from '../../agencies/index.ts'
import type { FieldChange, Finding } from '../../imports/index.ts'
import type { Licence, Sector } from './licence.ts'

/** One line of the ministry's register, read. */
export type RegisterRow = {
  readonly line: number
  readonly number: string
  /** From platform/text: equal keys are the same number. */
  readonly numberKey: string
  readonly names: { readonly km: string | null; readonly en: string | null }
  readonly nameKeys: readonly string[]
  readonly otherNames: readonly string[]
  readonly authorised: readonly { readonly destination: string; readonly sector: Sector }[]
  readonly prakas: string | null
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly contacts: readonly RegisterContact[]
  /** Null where the line says nothing of it: then nothing changes. */
  readonly office: RegisterOffice | null
}

/** What stands on our register as the file is compared with it. */
export type StandingRegister = {
  readonly licences: ReadonlyMap<string, Licence>
  readonly agencies: ReadonlyMap<AgencyId, RegisterEntry>
  /** By the key of each official name. */
  readonly byName: ReadonlyMap<string, readonly RegisterEntry[]>
}

export type RegisterStep =
  | { readonly kind: 'new'; readonly row: RegisterRow; readonly agency: RegisterEntry | null }
  | {
      readonly kind: 'changed'
      readonly row: RegisterRow
      readonly licence: Licence
      readonly agency: RegisterEntry
      readonly fields: readonly RegisterField[]
    }
export type RegisterField = 'names' | 'destinations' | 'validTo' | 'contacts' | 'office'

export type RegisterPlan = {
  readonly findings: readonly Finding[]
  readonly unchanged: number
  readonly steps: readonly RegisterStep[]
}

/** Compares the file with the register, line by line. The same file a second time changes nothing. */
export function planRegister(
  rows: readonly RegisterRow[],
  standing: StandingRegister,
): RegisterPlan {
  const first = new Map([...rows].reverse().map((row) => [row.numberKey, row]))
  const judged = rows.map((row) =>
    first.get(row.numberKey) === row
      ? judge(row, standing)
      : { findings: [problem(row, 'number', 'number-twice')] },
  )
  const steps = judged.flatMap(({ step }) => step ?? [])
  return {
    findings: [...judged.flatMap(({ findings }) => findings), ...absent(rows, standing)],
    unchanged: judged.filter(({ findings }) => findings.length === 0).length,
    steps,
  }
}

type Judged = { readonly findings: readonly Finding[]; readonly step?: RegisterStep }

function judge(row: RegisterRow, standing: StandingRegister): Judged {
  const licence = standing.licences.get(row.numberKey)
  const found = licence ? conflict(row, licence) : namesake(row, standing)
  if (found) return { findings: [found] }
  return licence ? judgeKnown(row, licence, standing) : judgeNew(row, standing)
}

const problem = (row: RegisterRow, column: string, key: string): Finding => ({
  ...{ kind: 'problem', line: row.line, subject: row.number, column },
  message: { key: `imports.problem.${key}` },
})

/** What a file may not change: an officer decides it, with a reason. */
function conflict(row: RegisterRow, licence: Licence): Finding | null {
  if (licence.status !== 'granted' && licence.status !== 'suspended')
    return problem(row, 'number', 'licence-ended')
  if (licence.validFrom !== row.validFrom) return problem(row, 'validFrom', 'begins-otherwise')
  return null
}

/** A new number under a name that people are warned about, or that two agencies have. */
function namesake(row: RegisterRow, { byName }: StandingRegister): Finding | null {
  const found = namesakes(row, byName)
  if (found.some(({ kind }) => kind === 'unlicensed'))
    return problem(row, 'nameLatin', 'name-warned-of')
  return found.length > 1 ? problem(row, 'nameLatin', 'name-of-several') : null
}

const namesakes = (row: RegisterRow, byName: StandingRegister['byName']): RegisterEntry[] => [
  ...new Set(row.nameKeys.flatMap((key) => byName.get(key) ?? [])),
]

function judgeNew(row: RegisterRow, { byName }: StandingRegister): Judged {
  const [agency = null] = namesakes(row, byName)
  const changes: FieldChange[] = [
    { field: 'names', from: null, to: namesText(row.names) },
    { field: 'destinations', from: null, to: codesText(row.authorised) },
    { field: 'validTo', from: null, to: row.validTo },
    ...(agency ? [{ field: 'agency', from: namesText(agency.names), to: row.number }] : []),
  ]
  return {
    findings: [{ kind: 'new', line: row.line, subject: row.number, changes }],
    step: { kind: 'new', row, agency },
  }
}

function judgeKnown(row: RegisterRow, licence: Licence, { agencies }: StandingRegister): Judged {
  const agency = agencies.get(licence.agencyId)
  if (!agency) throw new Error(`the agency of licence ${licence.id} is missing`)
  const compared = compare(row, licence, agency)
  const changed = compared.filter(({ from, to }) => from !== to)
  if (changed.length === 0) return { findings: [] }
  const fields = changed.map(({ field }) => field)
  return {
    findings: [{ kind: 'changed', line: row.line, subject: row.number, changes: changed }],
    step: { kind: 'changed', row, licence, agency, fields },
  }
}

type Compared = FieldChange & { readonly field: RegisterField }

const compare = (row: RegisterRow, licence: Licence, agency: RegisterEntry): Compared[] => [
  { field: 'names', from: namesText(agency.names), to: namesText(namesAfter(row, agency)) },
  {
    field: 'destinations',
    from: codesText(licence.authorisations.filter(({ to }) => to === null)),
    to: codesText(row.authorised),
  },
  // An empty cell says nothing: what stands, stands.
  { field: 'validTo', from: licence.validTo, to: row.validTo ?? licence.validTo },
  ...(row.contacts.length > 0
    ? [{ field: 'contacts' as const, ...sameKeys(agency.contacts, row.contacts) }]
    : []),
  ...(row.office
    ? [{ field: 'office' as const, from: officeText(agency.office), to: officeText(row.office) }]
    : []),
]

/** A name that the line leaves out stays. */
export const namesAfter = (row: RegisterRow, agency: RegisterEntry): RegisterRow['names'] => ({
  km: row.names.km ?? agency.names.km,
  en: row.names.en ?? agency.names.en,
})

/** Written otherwise but the same number is no change. */
function sameKeys(before: readonly RegisterContact[], after: readonly RegisterContact[]) {
  const keys = (contacts: readonly RegisterContact[]) =>
    contacts
      .map(({ key }) => key)
      .sort()
      .join()
  const shown = (contacts: readonly RegisterContact[]) =>
    contacts.map((one) => one.shown).join('; ')
  const to = shown(after)
  return { from: keys(before) === keys(after) ? to : shown(before), to }
}

const namesText = ({ km, en }: RegisterRow['names']): string =>
  [km, en].filter((name) => name !== null).join(' / ')

const officeText = (office: RegisterOffice | null): string | null =>
  office && [office.province, office.km, office.en].filter((part) => part !== '').join(', ')

const codesText = (authorised: RegisterRow['authorised']): string =>
  authorised
    .map(({ destination, sector }) =>
      sector === 'general' ? destination : `${destination}:${sector}`,
    )
    .sort()
    .join(' ')

/** Licensed with us and not in the file: said, and left to an officer. */
function absent(rows: readonly RegisterRow[], { licences, agencies }: StandingRegister): Finding[] {
  const named = new Set(rows.map(({ numberKey }) => numberKey))
  return [...licences].flatMap(([key, { status, number, agencyId }]) => {
    if (named.has(key) || (status !== 'granted' && status !== 'suspended')) return []
    const names = agencies.get(agencyId)?.names
    const from = names ? namesText(names) : null
    return [
      { kind: 'absent', line: 0, subject: number, changes: [{ field: 'names', from, to: null }] },
    ]
  })
}
