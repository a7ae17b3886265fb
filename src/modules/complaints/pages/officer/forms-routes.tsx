import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { langs } from '../../../../kernel/reader.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FieldErrors, parseForm, typedValues } from '../../../../platform/http/form.ts'
import {
  notFound,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import type { FormState } from '../../../../ui/index.ts'
import { printForms, reserveForms } from '../../actions/print-forms.ts'
import { findPrintedSet, listPrintedSets } from '../../store/paper-form.ts'
import { FormsPage } from './forms-page.tsx'
import { complaintReaders } from './worklist-routes.tsx'

/** Set in one go while somebody waits. */
const mostCopies = 20

const formsInput = z.object({
  language: fields.choice(langs, 'paper.forms.language-missing'),
  copies: fields.wholeNumber({ least: 1, most: mostCopies, wrong: 'paper.forms.copies-wrong' }),
})

/** Forms on paper: printed with numbers, found again by their QR code. */
export const paperFormRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.paperForms.path,
    access: complaintReaders,
    show: (visit, tx) =>
      draw(visit, tx, { values: { language: visit.reader.lang, copies: '1' }, errors: {} }),
  },
  submits<FieldErrors>({
    path: routes.paperForms.path,
    access: complaintReaders,
    submit: async (visit, tx) => {
      const parsed = parseForm(formsInput, visit.form)
      if (!parsed.ok) return parsed
      await reserveForms(tx, visit.actor, { ...parsed.value, at: visit.now })
      return ok(redirect(routes.paperForms.href()))
    },
    refused: (visit, tx, errors) => draw(visit, tx, { values: typedValues(visit.form), errors }),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.paperFormSet.path,
    access: complaintReaders,
    show: async ({ params }, tx) => {
      const set = await findPrintedSet(tx, params.set ?? '')
      if (!set) return notFound
      const name = `${set.numbers.at(0) ?? 'forms'}.pdf`
      return { kind: 'file', type: 'application/pdf', name, content: await printForms(tx, set) }
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.paperFormScanned.path,
    access: complaintReaders,
    show: async ({ params }) => redirect(routes.complaintEntry.href({ form: params.number ?? '' })),
  },
]

async function draw({ actor }: Visit, tx: Tx, state: FormState): Promise<Reply> {
  const sets = await listPrintedSets(tx, actor.id)
  return page(<FormsPage {...{ sets, state }} submission={randomUUID()} />)
}
