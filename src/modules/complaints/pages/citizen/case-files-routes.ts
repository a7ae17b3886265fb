import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db.ts'
import {
  type Reply,
  type Route,
  redirect,
  submits,
  type Visit,
} from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { evidenceUploads, givenFiles, serveEvidence } from '../../../evidence/index.ts'
import { type GiveEvidenceRefusal, giveEvidence } from '../../actions/give-evidence.ts'
import { receiptEnded } from './follow-routes.tsx'

const access = ['public', 'complainant'] as const
const isOut = ({ actor }: Visit): boolean => actor.kind !== 'complainant'

/** Evidence from the complainant's own page: given while the case is open, and seen again. */
export const caseFilesRoutes: readonly Route[] = [
  submits<GiveEvidenceRefusal>({
    path: routes.followFiles.path,
    access,
    limit: { name: 'complainant-files', points: 60, seconds: 3600 },
    uploads: evidenceUploads,
    submit: give,
    refused: async (_visit, _tx, refusal) =>
      redirect(routes.followCase.href({ refused: reasonOf(refusal) })),
  }),
  {
    door: 'page',
    method: 'get',
    path: routes.followFile.path,
    access,
    show: async (visit, tx) =>
      isOut(visit) ? redirect(routes.follow.href({ ended: '1' })) : serveEvidence(visit, tx),
  },
]

async function give(visit: Visit, tx: Tx): Promise<Result<Reply, GiveEvidenceRefusal>> {
  if (isOut(visit)) return ok(receiptEnded(visit))
  const { vault, files, now: at, actor, uploads } = visit
  const given = givenFiles(uploads)
  if (given.length > evidenceUploads.most)
    return refuse({ index: evidenceUploads.most, reason: 'too-many' })
  const done = await giveEvidence(tx, actor, {
    ...{ vault, files, at, given, complaintId: actor.id, origin: 'complainant-follow' },
  })
  return done.ok ? ok(redirect(`${routes.followCase.href()}#files`)) : done
}

const reasonOf = (refusal: GiveEvidenceRefusal): string =>
  typeof refusal === 'string' ? refusal : refusal.reason
