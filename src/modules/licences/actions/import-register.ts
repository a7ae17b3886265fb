import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { recordEvent, recordEvents } from '../../../platform/events/record-event.ts'
import { newId } from '../../../platform/new-id.ts'
import { publicChanged } from '../../../platform/public-changed.ts'
import {
  type AgencyId,
  addToRegister,
  listRegister,
  moveOffice,
  renameOnRegister,
  replaceContacts,
} from '../../agencies/index.ts'
import type { RegisterImporter } from '../../imports/index.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import type { LicenceId } from '../rules/licence.ts'
import { registerReason } from '../rules/lifecycle.ts'
import {
  namesAfter,
  planRegister,
  type RegisterRow,
  type RegisterStep,
  type StandingRegister,
} from '../rules/register-plan.ts'
import { addGrantedLicences, changeTerms, listLicencesByNumber } from '../store/register-licence.ts'
import { readRegisterRow } from './read-register-row.ts'

const columns: RegisterImporter['columns'] = [
  { key: 'number', heads: ['licence number', 'number', 'លេខអាជ្ញាប័ណ្ណ'], required: true },
  { key: 'nameKm', heads: ['name in Khmer', 'ឈ្មោះជាភាសាខ្មែរ', 'ឈ្មោះទីភ្នាក់ងារ'], required: false },
  {
    key: 'nameLatin',
    heads: ['name in Latin letters', 'name', 'ឈ្មោះជាអក្សរឡាតាំង'],
    required: false,
  },
  { key: 'otherNames', heads: ['other names', 'ឈ្មោះផ្សេងទៀត'], required: false },
  { key: 'destinations', heads: ['destinations', 'ប្រទេសគោលដៅ'], required: true },
  {
    key: 'domestic',
    heads: ['destinations for domestic work', 'ប្រទេសគោលដៅសម្រាប់ការងារផ្ទះ'],
    required: false,
  },
  { key: 'prakas', heads: ['prakas', 'ប្រកាស'], required: false },
  { key: 'validFrom', heads: ['valid from', 'មានសុពលភាពពី'], required: true },
  { key: 'validTo', heads: ['valid until', 'មានសុពលភាពដល់'], required: false },
  { key: 'phones', heads: ['phones', 'phone', 'លេខទូរសព្ទ'], required: false },
  { key: 'pages', heads: ['pages', 'page', 'ទំព័រ'], required: false },
  { key: 'province', heads: ['province', 'ខេត្ត', 'រាជធានី-ខេត្ត'], required: false },
  { key: 'addressKm', heads: ['address in Khmer', 'address', 'អាសយដ្ឋាន'], required: false },
  { key: 'addressLatin', heads: ['address in Latin letters'], required: false },
]

/** The ministry's register of licensed agencies: names, numbers, countries, terms, how to reach them. */
export const registerImporter: RegisterImporter = {
  kind: 'agencies',
  readers: ['licensing-head'],
  columns,
  async plan(tx, lines, { now }) {
    const [destinations, provinces, standing] = await Promise.all([
      listDestinations(tx),
      listProvinces(tx),
      readStanding(tx),
    ])
    const read = lines.map((line) => readRegisterRow(line, { destinations, provinces }))
    const rows = read.flatMap(({ row }) => row ?? [])
    const { findings, unchanged, steps } = planRegister(rows, standing)
    return {
      findings: [...read.flatMap(({ problems }) => problems), ...findings],
      unchanged,
      carryOut: async (to, actor, { runId, progressed }) => {
        const work = { tx: to, actor, today: dayOf(now), now, runId }
        const added = steps.filter((step) => step.kind === 'new')
        for (let from = 0; from < added.length; from += atOnce) {
          await addAll(work, added.slice(from, from + atOnce))
          await progressed(Math.min(from + atOnce, added.length))
        }
        for (const [index, step] of steps.filter(({ kind }) => kind === 'changed').entries()) {
          await change(work, step)
          if (index % atOnce === atOnce - 1) await progressed(added.length + index + 1)
        }
        await publicChanged(to)
      },
    }
  },
}

const atOnce = 500

async function readStanding(tx: Tx): Promise<StandingRegister> {
  const [entries, licences] = await Promise.all([listRegister(tx), listLicencesByNumber(tx)])
  const agencies = new Map(entries.map((entry) => [entry.id, entry]))
  const byName = new Map<string, typeof entries>()
  for (const entry of entries)
    for (const key of entry.nameKeys) byName.set(key, [...(byName.get(key) ?? []), entry])
  return { licences, agencies, byName }
}

type Work = {
  readonly tx: Tx
  readonly actor: Actor
  readonly today: Day
  readonly now: Date
  readonly runId: string
}
type NewStep = Extract<RegisterStep, { kind: 'new' }>

/** As the register has it: granted on its day, by whoever decided then. */
async function addAll({ tx, actor, now, runId }: Work, steps: readonly NewStep[]): Promise<void> {
  const placed = steps.map(({ row, agency }) => ({
    ...{ row, isNew: agency === null, licenceId: newId<LicenceId>() },
    agencyId: agency?.id ?? newId<AgencyId>(),
  }))
  await addToRegister(
    tx,
    placed
      .filter(({ isNew }) => isNew)
      .map(({ row, agencyId }) => ({ ...row, id: agencyId, from: row.validFrom })),
  )
  await addGrantedLicences(tx, actor, {
    licences: placed.map(({ row, licenceId, agencyId }) => ({
      ...{ id: licenceId, agencyId, number: row.number, prakas: row.prakas },
      ...{ validFrom: row.validFrom, validTo: row.validTo },
      authorisations: row.authorised.map((one) => ({ ...one, from: row.validFrom, to: null })),
    })),
    ...{ reason: registerReason, note: `import ${runId}`, at: now },
  })
  await recordEvents(tx, actor, {
    followedBy: 'publish_statuses',
    events: placed.map(({ licenceId, agencyId }) => ({
      ...{ recordType: 'licence', recordId: licenceId, type: 'licence.granted', at: now },
      ...{ from: 'applied', to: 'granted', data: { reason: registerReason, import: runId } },
      ...{ visibleTo: ['public', 'agency', 'officer'], agencyId },
    })),
  })
}

async function change({ tx, actor, today, now, runId }: Work, step: RegisterStep): Promise<void> {
  if (step.kind !== 'changed') return
  const { row, licence, agency, fields } = step
  const has = (field: (typeof fields)[number]) => fields.includes(field)
  if (has('names')) await renameOnRegister(tx, agency, namesAfter(row, agency))
  if (has('contacts')) await replaceContacts(tx, { before: agency, contacts: row.contacts, today })
  if (has('office') && row.office) await moveOffice(tx, agency, { office: row.office, today })
  if (has('destinations') || has('validTo')) await keepTerms(tx, { row, licence, today })
  await recordEvent(tx, actor, {
    ...{ recordType: 'agency', recordId: agency.id, type: 'agency.register-changed', at: now },
    ...{ data: { fields, licence: licence.number, import: runId } },
    ...{ visibleTo: ['agency', 'officer'], agencyId: agency.id },
  })
}

type Terms = {
  readonly row: RegisterRow
  readonly licence: Parameters<typeof changeTerms>[1]
  readonly today: Day
}

async function keepTerms(tx: Tx, { row, licence, today }: Terms): Promise<void> {
  const kept = await changeTerms(tx, licence, {
    ...{ authorised: row.authorised, today, validTo: row.validTo ?? licence.validTo },
  })
  if (!kept) throw new Error(`licence ${licence.id} was changed while the register was brought in`)
}
