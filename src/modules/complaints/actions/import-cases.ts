import type { Actor } from '../../../kernel/actor.ts'
import { dayOf, startOfDay } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { nameKey } from '../../../platform/text/index.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import { keepEvidence } from '../../evidence/index.ts'
import type { ImportPlan, RegisterImporter, RowDocument } from '../../imports/index.ts'
import { listLicencesByNumber } from '../../licences/index.ts'
import { listDestinations, listProvinces } from '../../places/index.ts'
import { type OldCase, planOldCases } from '../rules/old-case.ts'
import { readCategories } from '../store/categories.ts'
import { findComplaint } from '../store/complaint.ts'
import { getDetails } from '../store/details.ts'
import { insertOldCase, listNumbersOfRun, listOldCases } from '../store/old-case.ts'
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
  { key: 'documents', heads: ['documents', 'files', 'ឯកសារ'], required: false },
]

/** Open cases of the register that was kept before, so that none is stranded on the first day. */
export const caseImporter: RegisterImporter = {
  kind: 'cases',
  readers: ['complaints-head'],
  columns,
  documents: { column: 'documents', to: 'complaint' },
  numbersHere: listNumbersOfRun,
  async plan(tx, lines, { now, isTaken }) {
    const codes = await readCodes(tx, now)
    const read = lines.map((line) => readOldCase(line, codes))
    const here = await listOldCases(tx)
    const cases = read.flatMap(({ found }) => found ?? [])
    const idOf = (number: string) => here.get(number) ?? null
    const { added, completed, findings, unchanged } = planOldCases(cases, idOf, isTaken)
    return {
      findings: [...read.flatMap(({ problems }) => problems), ...findings],
      unchanged,
      carryOut: async (to, actor, work) => {
        for (const [index, one] of added.entries()) {
          await bringIn(to, actor, { one, work })
          if (index % 100 === 99) await work.progressed(index + 1)
        }
        for (const { recordId, documents } of completed)
          await addPapers(to, actor, { id: recordId, documents, work })
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

type Work = { readonly work: Parameters<ImportPlan['carryOut']>[2] }

/** Received on its real day, so that the clocks say how late it is. */
async function bringIn(
  tx: Tx,
  actor: Actor,
  { one, work }: Work & { readonly one: OldCase },
): Promise<void> {
  const { runId, now: at, deps } = work
  const { vault } = deps
  const receivedAt = startOfDay(one.receivedOn)
  const { id } = await submitComplaint(tx, actor, {
    ...{ vault, complaint: one.complaint, now: at },
    entry: { door: 'old-register', receivedAt, helpedBy: null, paperNumber: null },
  })
  await insertOldCase(tx, id, { oldNumber: one.oldNumber, runId })
  await addPapers(tx, actor, { id, documents: one.documents, work })
}

type Papers = Work & { readonly id: string; readonly documents: readonly RowDocument[] }

/** What lay in the old file, into quarantine like every other paper of the case. */
async function addPapers(tx: Tx, actor: Actor, { id, documents, work }: Papers): Promise<void> {
  if (documents.length === 0) return
  const { deps, now: at } = work
  const complaint = await findComplaint(tx, id)
  if (!complaint) throw new Error(`no papers can be added to case ${id}`)
  const { keyId } = await getDetails(tx, complaint.id)
  const key = (await openPersonKeys(tx, deps.vault, [keyId])).get(keyId)
  if (!key) throw new Error(`the words of case ${id} are forgotten: nothing is added to it`)
  const record = { type: 'complaint', id, area: complaint.area } as const
  const common = { ...deps, record, key: { id: keyId, key }, origin: 'old-register', at } as const
  for (const document of documents) {
    const kept = await keepEvidence(tx, actor, { ...common, given: [await work.open(document)] })
    if (!kept.ok)
      throw new Error(`a paper was judged before and is refused: ${kept.refusal.reason}`)
    await work.took({ recordId: id, document, evidenceId: kept.value[0]?.id ?? null })
  }
}
