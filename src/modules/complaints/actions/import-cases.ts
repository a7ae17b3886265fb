import type { Actor } from '../../../kernel/actor.ts'
import { dayOf, startOfDay } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey } from '../../../platform/text/index.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import type { RegisterImporter } from '../../imports/index.ts'
import { listLicencesByNumber } from '../../licences/index.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import { type OldCase, planOldCases } from '../rules/old-case.ts'
import { readCategories } from '../store/categories.ts'
import { insertOldCase, listOldNumbers } from '../store/old-case.ts'
import { readOldCase } from './read-old-case.ts'
import { submitComplaint } from './submit-complaint.ts'

const columns: RegisterImporter['columns'] = [
  { key: 'oldNumber', heads: ['old number', 'number', 'លេខចាស់'], required: true },
  { key: 'receivedOn', heads: ['received on', 'ថ្ងៃទទួល'], required: true },
  { key: 'categories', heads: ['categories', 'ប្រភេទបណ្តឹង'], required: true },
  { key: 'province', heads: ['province', 'ខេត្ត', 'រាជធានី-ខេត្ត'], required: false },
  { key: 'country', heads: ['country', 'ប្រទេស'], required: false },
  { key: 'workerName', heads: ['worker', 'ឈ្មោះពលករ'], required: false },
  { key: 'phone', heads: ['phone', 'លេខទូរសព្ទ'], required: false },
  { key: 'openness', heads: ['openness', 'ភាពបើកចំហ'], required: false },
  { key: 'licence', heads: ['licence number', 'លេខអាជ្ញាប័ណ្ណ'], required: false },
  { key: 'respondent', heads: ['against', 'ប្តឹងទល់នឹង'], required: false },
  { key: 'paid', heads: ['paid', 'ប្រាក់ដែលបានបង់'], required: false },
  { key: 'sought', heads: ['sought', 'ប្រាក់ដែលទាមទារ'], required: false },
  { key: 'currency', heads: ['currency', 'រូបិយប័ណ្ណ'], required: false },
  { key: 'story', heads: ['what happened', 'រឿងរ៉ាវ'], required: false },
]

/** Open cases of the register that was kept before, so that none is stranded on the first day. */
export const caseImporter: RegisterImporter = {
  kind: 'cases',
  readers: ['complaints-head'],
  columns,
  async plan(tx, lines, now) {
    const codes = await readCodes(tx, now)
    const read = lines.map((line) => readOldCase(line, codes))
    const here = await listOldNumbers(tx)
    const cases = read.flatMap(({ found }) => found ?? [])
    const { added, findings, unchanged } = planOldCases(cases, (number) => here.has(number))
    return {
      findings: [...read.flatMap(({ problems }) => problems), ...findings],
      unchanged,
      carryOut: async (to, actor, { runId, now: at, deps, progressed }) => {
        for (const [index, one] of added.entries()) {
          await bringIn(to, actor, { ...{ one, runId, at }, vault: deps.vault })
          if (index % 100 === 99) await progressed(index + 1)
        }
      },
    }
  },
}

async function readCodes(tx: Tx, now: Date) {
  const [categories, provinces, destinations, licences] = await Promise.all([
    readCategories(tx),
    listProvinces(tx),
    listDestinations(tx),
    listLicencesByNumber(tx),
  ])
  const agencyOf = (number: string) => licences.get(nameKey(number))?.agencyId ?? null
  return { categories, provinces, destinations, agencyOf, today: dayOf(now) }
}

type BringIn = {
  readonly one: OldCase
  readonly runId: string
  readonly at: Date
  readonly vault: Vault
}

/** Received on its real day, so that the clocks say how late it is. */
async function bringIn(tx: Tx, actor: Actor, { one, runId, at, vault }: BringIn): Promise<void> {
  const receivedAt = startOfDay(one.receivedOn)
  const { id } = await submitComplaint(tx, actor, {
    ...{ vault, complaint: one.complaint, now: at },
    entry: { door: 'old-register', receivedAt, helpedBy: null, paperNumber: null },
  })
  await insertOldCase(tx, id, { oldNumber: one.oldNumber, runId })
}
