import { z } from 'zod'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import { parseForm } from '../../../../platform/http/form.ts'
import {
  notFound,
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { fields } from '../../../../platform/text/index.ts'
import { routes } from '../../../../routes.ts'
import { evidenceUploads, givenFiles } from '../../../evidence/index.ts'
import {
  type GiveEvidenceRefusal,
  giveEvidence,
  releaseToComplainant,
  summariseForCase,
} from '../../actions/give-evidence.ts'
import { complaintHandlers, complaintReaders } from './worklist-routes.tsx'

/** Files that an officer adds to a case, and the words for a recording. */
export const caseFilesRoutes: readonly Route[] = [
  submits<GiveEvidenceRefusal>({
    path: routes.complaintFiles.path,
    access: complaintReaders,
    uploads: evidenceUploads,
    submit: give,
    refused: async (visit, _tx, refusal) => {
      if (refusal === 'not-found') return notFound
      return refusedAt(visit, typeof refusal === 'string' ? refusal : refusal.reason)
    },
  }),
  submits<'not-found' | 'summary-missing'>({
    path: routes.complaintSummary.path,
    access: complaintHandlers,
    submit: summarise,
    refused: async (visit, _tx, refusal) =>
      refusal === 'not-found' ? notFound : refusedAt(visit, refusal),
  }),
  submits<string>({
    path: routes.complaintFileRelease.path,
    access: complaintHandlers,
    submit: release,
    refused: async () => notFound,
  }),
]

async function release({ params, actor, now: at }: Visit, tx: Tx): Promise<Result<Reply, string>> {
  const { id = '', file = '' } = params
  const done = await releaseToComplainant(tx, actor, { complaintId: id, evidenceId: file, at })
  if (!done.ok) return done
  return ok(redirect(routes.complaint.href({ id }, { done: 'file-released' })))
}

const refusedAt = ({ params }: Visit, refused: string): Reply =>
  redirect(routes.complaint.href({ id: params.id ?? '' }, { refused }))

async function give(visit: Visit, tx: Tx): Promise<Result<Reply, GiveEvidenceRefusal>> {
  const { vault, files, now: at, actor, uploads, params } = visit
  const complaintId = params.id ?? ''
  const given = givenFiles(uploads)
  if (given.length > evidenceUploads.most)
    return refuse({ index: evidenceUploads.most, reason: 'too-many' })
  const done = await giveEvidence(tx, actor, {
    ...{ vault, files, at, given, complaintId, origin: 'officer-entry' },
  })
  if (!done.ok) return done
  return ok(redirect(routes.complaint.href({ id: complaintId }, { done: 'files-kept' })))
}

const summaryForm = z.object({
  words: fields.lines({
    max: 4000,
    missing: 'evidence.refused.summary-missing',
    tooLong: 'complain.too-long',
  }),
})

async function summarise(
  visit: Visit,
  tx: Tx,
): Promise<Result<Reply, 'not-found' | 'summary-missing'>> {
  const { id = '', file = '' } = visit.params
  const form = parseForm(summaryForm, { words: visit.form[`words-${file}`] ?? '' })
  if (!form.ok) return refuse('summary-missing')
  const { vault, now: at, actor } = visit
  const done = await summariseForCase(tx, actor, {
    ...{ vault, complaintId: id, evidenceId: file, at, ...form.value },
  })
  if (!done.ok) return done
  return ok(redirect(routes.complaint.href({ id }, { done: 'summary-kept' })))
}
