import { randomUUID } from 'node:crypto'
import { ok } from '../../../../kernel/result.ts'
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
import { submitComplaint } from '../../actions/submit-complaint.ts'
import { giveSlip } from './case-routes.tsx'
import { apartFromQuestion, entryErrors } from './entry-errors.ts'
import { entryLists, entryTyped, parseEntry } from './entry-form.ts'
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
    submit: async (visit, tx) => {
      const parsed = parseEntry(visit, await entryLists(tx, visit))
      if (!parsed.ok) return parsed
      const { vault, now, actor } = visit
      const receipt = await submitComplaint(tx, actor, { vault, now, ...parsed.value })
      await giveSlip(visit, tx, receipt)
      return ok(redirect(routes.complaintSlip.href({ id: receipt.id }, { entered: 'yes' })))
    },
    refused: drawEntry,
  }),
]

/** Null where nothing was sent yet. */
async function drawEntry(visit: Visit, tx: Tx, refused: FieldErrors | null): Promise<Reply> {
  const known = await entryLists(tx, visit)
  const { errors, asks } = apartFromQuestion(refused ?? {}, known)
  const state: FormState = refused
    ? { values: typedValues(entryTyped(visit, known)), errors: entryErrors(errors) }
    : emptyForm
  const { lists, offered, certain, words } = known
  const body = (
    <EntryPage
      {...{ lists, state, asks }}
      offered={{ agencies: offered, certain, words }}
      submission={randomUUID()}
    />
  )
  return page(body, refused ? 422 : 200)
}
