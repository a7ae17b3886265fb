import { dayOf } from '../../../../kernel/days.ts'
import { ok } from '../../../../kernel/result.ts'
import { notFound, type Route, redirect, submits } from '../../../../platform/http/route.ts'
import { routes } from '../../../../routes.ts'
import { Button, useReader } from '../../../../ui/index.ts'
import { compareOldFile } from '../../actions/compare-old-file.ts'
import type { OldCaseMark } from '../../store/old-case.ts'
import { complaintHandlers } from './worklist-routes.tsx'

/** A case of the old register stays marked until somebody has compared it. */
export const oldFileRoutes: readonly Route[] = [
  submits<'not-found'>({
    path: routes.complaintOldCase.path,
    access: complaintHandlers,
    submit: async ({ actor, params, now: at }, tx) => {
      const { id = '' } = params
      const compared = await compareOldFile(tx, actor, { id, at })
      return compared.ok ? ok(redirect(routes.complaint.href({ id }))) : compared
    },
    refused: async () => notFound,
  }),
]

export function OldFile({ id, old }: { readonly id: string; readonly old: OldCaseMark }) {
  const { t, day, link } = useReader()
  const number = old.oldNumber
  if (old.verifiedAt)
    return <>{t('complaints.old.verified', { number, on: day(dayOf(new Date(old.verifiedAt))) })}</>
  return (
    <form method="post" action={link(routes.complaintOldCase.href({ id }))}>
      <p>{t('complaints.old.unverified', { number })}</p>
      <Button kind="secondary">{t('complaints.old.verify')}</Button>
    </form>
  )
}
