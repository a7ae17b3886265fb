import { randomUUID } from 'node:crypto'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, typedValues } from '../../../../platform/http/form.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import { evidenceUploads } from '../../../evidence/index.ts'
import { checkPaperForm } from '../../actions/enter-form.ts'
import { submitComplaint } from '../../actions/submit-complaint.ts'
import { enterPaperForm } from '../../store/paper-form.ts'
import { giveSlip } from './case-routes.tsx'
import { apartFromQuestion, entryErrors } from './entry-errors.ts'
import { entryFiles } from './entry-files.tsx'
import { type EntryForm, entryLists, entryTyped, parseEntry } from './entry-form.ts'
import { EntryPage } from './entry-page.tsx'
import { complaintReaders } from './worklist-routes.tsx'

/** Entering a complaint for somebody: who helped is kept with it. */
export const entryRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.complaintEntry.path,
    access: complaintReaders,
    show: (visit, tx) => drawEntry(visit, tx, null),
  },
  submits<FieldErrors>({
    path: routes.complaintEntry.path,
    access: complaintReaders,
    uploads: evidenceUploads,
    submit: async (visit, tx) => {
      const parsed = parseEntry(visit, await entryLists(tx, visit))
      if (!parsed.ok) return parsed
      const brought = await entryFiles(visit)
      if (!brought.ok) return brought
      const { vault, files, now, actor } = visit
      const evidence = { files, given: brought.value }
      const paper = await paperOf(visit, tx, parsed.value)
      if (!paper.ok) return paper
      const receipt = await submitComplaint(tx, actor, { vault, now, evidence, ...paper.value })
      const number = paper.value.formNumber
      if (
        number !== null &&
        !(await enterPaperForm(tx, { number, complaintId: receipt.id, at: now }))
      )
        return refuse({ paperNumber: { key: 'paper.entry.entered-already' } })
      await giveSlip(visit, tx, receipt)
      return ok(redirect(routes.complaintSlip.href({ id: receipt.id }, { entered: 'yes' })))
    },
    refused: drawEntry,
  }),
]

/** One of our own forms is entered once, with the day on which it was really received. */
async function paperOf(
  { form }: Visit,
  tx: Tx,
  entered: EntryForm,
): Promise<Result<EntryForm & { readonly formNumber: string | null }, FieldErrors>> {
  const hasDay = String(form['paperDay-year'] ?? form.paperDay ?? '') !== ''
  const checked = await checkPaperForm(tx, entered.entry, { hasDay })
  if (!checked.ok) {
    const field = checked.refusal === 'day-missing' ? 'paperDay' : 'paperNumber'
    return refuse({ [field]: { key: `paper.entry.${checked.refusal}` } })
  }
  const formNumber = checked.value
  const paperNumber = formNumber ?? entered.entry.paperNumber
  return ok({ ...entered, entry: { ...entered.entry, paperNumber }, formNumber })
}

/** Opened by the QR code of a form: its number stands there already. */
async function stateOfNew({ query }: Visit, tx: Tx): Promise<FormState> {
  if (typeof query.form !== 'string' || query.form === '') return emptyForm
  const paperNumber = query.form.slice(0, 60)
  const checked = await checkPaperForm(tx, { paperNumber }, { hasDay: true })
  const errors: FieldErrors = checked.ok
    ? {}
    : { paperNumber: { key: `paper.entry.${checked.refusal}` } }
  return { values: { paperNumber }, errors }
}

/** Null where nothing was sent yet. */
async function drawEntry(visit: Visit, tx: Tx, refused: FieldErrors | null): Promise<Reply> {
  const known = await entryLists(tx, visit)
  const { errors, asks } = apartFromQuestion(refused ?? {}, known)
  const state: FormState = refused
    ? { values: typedValues(entryTyped(visit, known)), errors: entryErrors(errors) }
    : await stateOfNew(visit, tx)
  const { lists, offered, certain, words } = known
  const body = (
    <EntryPage
      {...{ lists, state, asks }}
      offered={{ agencies: offered, certain, words }}
      submission={randomUUID()}
    />
  )
  return page(body)
}
