import { z } from 'zod'
import { isUuid } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { parseForm } from '../../../platform/http/form.ts'
import { routes } from '../../../routes.ts'
import { InsetText, useReader } from '../../../ui/index.ts'
import { personNames } from '../../accounts/index.ts'
import { changePool, mayChangePool } from '../actions/change-pool.ts'
import { type ApproverContent, approverContent } from '../rules/approver.ts'
import type { ChangeKind } from './kind.ts'

const form = z.object({
  subject: z.string().refine(isUuid, 'form.not-understood'),
  was: z.enum(['in', 'out']),
})

/** Who is the second person where an office has nobody else. */
export const approverKind: ChangeKind<ApproverContent> = {
  code: 'approver',
  proposers: ['administrator'],
  approvers: ['administrator'],
  notice: 'same-day',
  icon: 'users',
  home: () => routes.administrationApprovers.href(),
  content: approverContent,
  subjectOf: ({ personId }) => personId,
  namesOf: async (tx, subject) =>
    (await personNames(tx, [subject])).get(subject) ?? { km: subject, en: subject },
  check: mayChangePool,
  carryOut: changePool,
  begin: async (_tx, { subject, was }) =>
    typeof subject === 'string' && isUuid(subject)
      ? { subject, was: was === 'in' ? 'in' : 'out' }
      : null,
  fields: async () => null,
  read: async (_tx, typed) => {
    const parsed = parseForm(form, typed)
    if (!parsed.ok) return parsed
    const { subject, was } = parsed.value
    return ok({ personId: subject, isIn: was === 'out' })
  },
  preview: async (_tx, { content }) => <ApproverPreview isIn={content.isIn} />,
}

function ApproverPreview({ isIn }: { readonly isIn: boolean }) {
  const { t } = useReader()
  return <InsetText>{t(isIn ? 'changes.approver.comes-in' : 'changes.approver.leaves')}</InsetText>
}
