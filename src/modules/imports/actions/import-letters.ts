import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import { openPersonKeys } from '../../../platform/vault/person-keys.ts'
import {
  type FiledLetter,
  fileOldLetters,
  keepScans,
  listOldLetters,
  type OldLetterHere,
} from '../../letters/index.ts'
import type { CarryOut, RowDocument } from '../rules/importer.ts'
import { type OldLettersPlan, planOldLetters } from '../rules/old-letter.ts'
import type { ImportDeps, RegisterImporter } from './importers.ts'
import { readOldLetter } from './read-old-letter.ts'

const columns: RegisterImporter['columns'] = [
  { key: 'oldNumber', heads: ['old number', 'number', 'លេខចាស់'], required: true },
  { key: 'direction', heads: ['direction', 'in or out', 'ចូលឬចេញ', 'ចូល ឬចេញ'], required: true },
  { key: 'on', heads: ['date', 'កាលបរិច្ឆេទ', 'ថ្ងៃ'], required: true },
  {
    key: 'correspondent',
    heads: ['to or from', 'correspondent', 'អ្នកផ្ញើ ឬអ្នកទទួល'],
    required: true,
  },
  { key: 'subject', heads: ['subject', 'កម្មវត្ថុ'], required: true },
  { key: 'caseNumber', heads: ['old number of the case', 'case', 'លេខចាស់នៃករណី'], required: false },
  { key: 'documents', heads: ['scans', 'scan', 'files', 'ច្បាប់ស្កេន'], required: false },
]

/** What a later module knows: the cases of the old register that are here, by their old numbers. */
export type OldCases = (tx: Tx) => Promise<ReadonlyMap<string, string>>

/** Letters of the register that was kept before, with their scans, so that none is stranded. */
export const letterImporter = (oldCases: OldCases): RegisterImporter => ({
  ...{ kind: 'letters', readers: ['complaints-head', 'licensing-head'], columns },
  documents: { column: 'documents', to: 'letter' },
  async plan(tx, lines, { now, isTaken }) {
    const [cases, here] = await Promise.all([oldCases(tx), listOldLetters(tx)])
    const facts = { today: dayOf(now), caseOf: (number: string) => cases.get(number) ?? null }
    const read = lines.map((line) => readOldLetter(line, facts))
    const found = read.flatMap((one) => one.found ?? [])
    const plan = planOldLetters(found, (key) => here.get(key)?.id ?? null, isTaken)
    return {
      findings: [...read.flatMap(({ problems }) => problems), ...plan.findings],
      unchanged: plan.unchanged,
      carryOut: async (to, actor, work) => {
        await addAll(to, actor, { plan, work })
        await completeAll(to, actor, { plan, work, here: [...here.values()] })
      },
    }
  },
})

type Adding = { readonly plan: OldLettersPlan; readonly work: CarryOut<ImportDeps> }

const atOnce = 500

async function addAll(tx: Tx, actor: Actor, { plan: { added }, work }: Adding): Promise<void> {
  const { runId, now: at, deps } = work
  for (let from = 0; from < added.length; from += atOnce) {
    const lines = added.slice(from, from + atOnce)
    const letters = lines.map(({ letter }) => letter)
    const filed = await fileOldLetters(tx, actor, { vault: deps.vault, runId, letters, at })
    for (const [index, letter] of filed.entries())
      await addPapers(tx, actor, { letter, documents: lines[index]?.documents ?? [], work })
    await work.progressed(from + lines.length)
  }
}

async function completeAll(
  tx: Tx,
  actor: Actor,
  { plan, work, here }: Adding & { readonly here: readonly OldLetterHere[] },
): Promise<void> {
  const byId = new Map(here.map((one) => [String(one.id), one]))
  for (const [index, { recordId, documents }] of plan.completed.entries()) {
    const letter = byId.get(recordId)
    const key =
      letter && (await openPersonKeys(tx, work.deps.vault, [letter.keyId])).get(letter.keyId)
    if (!letter || !key) throw new Error(`nothing can be added to letter ${recordId}`)
    await addPapers(tx, actor, { letter: { ...letter, key }, documents, work })
    if (index % 100 === 99) await work.progressed(plan.added.length + index + 1)
  }
}

type Papers = {
  readonly letter: FiledLetter
  readonly documents: readonly RowDocument[]
  readonly work: CarryOut<ImportDeps>
}

/** Into quarantine, as every other file; one by one, so that each is told of. */
async function addPapers(tx: Tx, actor: Actor, { letter, documents, work }: Papers): Promise<void> {
  const { deps, now: at } = work
  for (const document of documents) {
    const given = [await work.open(document)]
    const scan = { ...deps, letter, key: letter.key, origin: 'old-register', given, at } as const
    const kept = await keepScans(tx, actor, scan)
    if (!kept.ok)
      throw new Error(`a paper was judged before and is refused: ${kept.refusal.reason}`)
    const [evidenceId = null] = kept.value
    await work.took({ recordId: letter.id, document, evidenceId })
  }
}
