import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../../kernel/days.ts'
import { isUuid } from '../../../../kernel/ids.ts'
import { ok } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  type FormBody,
  page,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { findNumber, rulebook } from '../../../law/index.ts'
import { confirmRoles, superiors } from '../../actions/review-access.ts'
import { checkConfirm, isWarned } from '../../rules/access-review.ts'
import { peopleAccess } from '../../rules/people-access.ts'
import { findOpenReview, listReviewLines, type ReviewLine } from '../../store/access-reviews.ts'
import { readDirectory } from './directory.ts'
import { ReviewPage } from './review-page.tsx'

export const reviewRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.accessReview.path,
    access: peopleAccess['review-roles'],
    show: draw,
  },
  submits<never>({
    path: routes.accessReview.path,
    access: peopleAccess['review-roles'],
    limit: { name: 'people', points: 300, seconds: 600 },
    submit: async (visit, tx) => {
      const { actor, now, form } = visit
      const { confirmable } = await linesFor(visit, tx)
      const assignmentIds = form.do === 'all' ? [...confirmable] : chosen(form)
      const done = await confirmRoles(tx, actor, { assignmentIds, now })
      if (!done.ok) return ok(redirect(routes.accessReview.href()))
      const { done: count, refused } = done.value
      const outcome = { done: String(count), refused: String(refused.length) }
      return ok(redirect(routes.accessReview.href(outcome)))
    },
    refused: draw,
  }),
]

const chosen = ({ row }: FormBody): string[] => [row ?? []].flat().filter(isUuid)

async function linesFor({ actor, now }: Visit, tx: Tx) {
  const review = await findOpenReview(tx)
  if (!review) return { review, lines: [], confirmable: new Set<string>() }
  const all = await listReviewLines(tx, { id: review.id, today: dayOf(now), personId: null })
  const above = await superiors(tx)
  const theirs = (line: ReviewLine) => checkConfirm(actor, { ...line, above: above(line.officeId) })
  const lines = all.filter((line) => {
    const checked = theirs(line)
    return checked.ok || checked.refusal === 'about-yourself'
  })
  const open = lines.filter((line) => line.confirmedBy === null && theirs(line).ok)
  return { review, lines, confirmable: new Set(open.map(({ assignmentId }) => assignmentId)) }
}

async function draw(visit: Visit, tx: Tx): Promise<Reply> {
  const { actor, now, query } = visit
  const found = await linesFor(visit, tx)
  const book = await rulebook(tx, dayOf(now))
  const warnDays = findNumber(book, 'access_review.warn_days')
  const warned = found.review !== null && isWarned(found.review.dueOn, warnDays, dayOf(now))
  const [done, refused] = [Number(query.done), Number(query.refused)]
  return page(
    <ReviewPage
      {...found}
      actor={actor}
      warned={warned}
      directory={await readDirectory(tx)}
      outcome={Number.isInteger(done) && Number.isInteger(refused) ? { done, refused } : null}
      submission={randomUUID()}
    />,
  )
}
