import type { Tx } from '../../../platform/db.ts'
import { notFound, type Reply, type Visit } from '../../../platform/http/route.ts'
import { openEvidence } from '../actions/read-evidence.ts'
import { kindFacts } from '../rules/kinds.ts'

/**
 * A file of somebody's, to whoever may see its record: as what it was found to be, where it can do
 * nothing, and kept by nobody. Each look is written down.
 */
export async function serveEvidence(visit: Visit, tx: Tx): Promise<Reply> {
  const small = visit.query.size === 'small'
  const opened = await openEvidence(tx, visit, { id: visit.params.id ?? '', small })
  if (!opened) return notFound
  const { evidence, bytes, type, name } = opened
  const { family } = kindFacts[evidence.kind]
  visit.looked({
    ...{ act: 'looked', recordType: 'evidence', recordId: evidence.id },
    data: { of: evidence.record.id, size: small ? 'small' : 'whole' },
  })
  const disposition = family === 'document' ? 'attachment' : 'inline'
  return {
    ...{ kind: 'file', type, content: bytes },
    headers: {
      'content-disposition': `${disposition}; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
    },
  }
}
