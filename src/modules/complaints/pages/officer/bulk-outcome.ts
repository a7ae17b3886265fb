import { z } from 'zod'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { type FormBody, type Reply, redirect, type Visit } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { type AssignRefusal, assignTo } from '../../actions/assign-complaint.ts'
import { parseCaseNumber } from '../../rules/receipt.ts'
import { pageRows } from '../../rules/worklist.ts'
import { findComplaint } from '../../store/complaint.ts'
import type { BulkAgain, BulkOutcome, BulkProblem } from './bulk-bar.tsx'
import { parseWorklistQuery, queryOf } from './worklist-query.ts'

const bulkForm = z.object({
  do: z.enum(['take', 'assign']),
  officer: z.string().refine(isUuid).optional().catch(undefined),
  row: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.string().regex(/^[0-9a-f-]{36}\.\d{1,9}$/)).max(pageRows),
  ),
})

/** Each row for itself: one that was refused undoes no other. The answer says it row by row. */
export async function carryOutBulk(
  { actor, now, form, query }: Visit,
  tx: Tx,
): Promise<Result<Reply, BulkProblem>> {
  const back = queryOf(parseWorklistQuery(query).filters)
  const { data } = bulkForm.safeParse(form)
  if (!data || data.row.length === 0) return refuse('none-chosen')
  const ownerId = data.do === 'take' ? actor.id : data.officer
  if (!ownerId) return refuse('no-officer')
  const refused: string[] = []
  for (const chosen of new Set(data.row)) {
    const [complaintId = '', version = ''] = chosen.split('.')
    const step = { complaintId, version: Number(version), ownerId, at: now }
    const result = await assignTo(tx, actor, step)
    if (result.ok) continue
    const found = await findComplaint(tx, complaintId)
    refused.push([complaintId, found?.number ?? '', result.refusal].join('~'))
  }
  const done = String(new Set(data.row).size - refused.length)
  return ok(redirect(routes.complaints.href({ ...back, done, refused })))
}

/** Every refusal of a row that an address may name. */
const codes: Readonly<Record<AssignRefusal, true>> = {
  'not-found': true,
  'changed-meanwhile': true,
  'officer-not-of-this-area': true,
  'not-your-role': true,
  'case-is-finished': true,
  'already-yours': true,
  'nothing-unread': true,
  'no-safe-contact': true,
  'anonymous-stays-unknown': true,
  'conflict-of-interest': true,
  'officer-has-a-conflict': true,
  'given-by-its-head': true,
  'stays-with-its-body': true,
}
const isCode = (text: string): text is AssignRefusal => Object.hasOwn(codes, text)

/** What the address says of the bulk action before it; null where there was none. */
export function outcomeOf({ done, refused }: FormBody): BulkOutcome | null {
  if (typeof done !== 'string' || !/^\d{1,3}$/.test(done)) return null
  const rows = [refused ?? []].flat().flatMap((text) => {
    const [id = '', number = '', why = ''] = text.split('~')
    return isUuid(id) && isCode(why) ? [{ id, number: parseCaseNumber(number) ?? id, why }] : []
  })
  return { done: Number(done), refused: rows }
}

/** What was chosen for a bulk action that could not begin, so that it is drawn again. */
export function bulkAgain({ form }: Visit, problem: BulkProblem): BulkAgain {
  const { row, officer } = form
  return {
    problem,
    rows: new Set([row ?? []].flat()),
    officer: typeof officer === 'string' ? officer : '',
  }
}
