import { routes } from '../../../../routes.ts'
import { KeyValue, StatusMark, useReader } from '../../../../ui/index.ts'
import { dueStanding } from '../../rules/due.ts'
import { handActions } from '../../rules/lifecycle.ts'
import { outsideBodyNames } from '../../store/outside-bodies.ts'
import type { CaseView } from './case-view.ts'
import { dueText, dueTone } from './marks.tsx'
import { categoryName, personName } from './names.ts'

/** What it is about, what is next, by when and whose it is: the first screen of a phone. */
export function CaseBrief({
  view,
  against,
}: {
  readonly view: CaseView
  readonly against: string
}) {
  const reader = useReader()
  const { t, name } = reader
  const { complaint, details, claims } = view.file
  const sought = claims.find(({ kind, sum }) => kind === 'sought' && sum !== null)?.sum
  const about = [
    ...details.categories.map((code) => categoryName(reader, view.names, code)),
    against,
    ...(sought ? [reader.money(sought)] : []),
  ]
  const outside = outsideBodyNames(complaint.outsideBody)
  return (
    <section class="case-brief" aria-label={t('complaints.brief.title')}>
      <KeyValue
        facts={[
          { key: t('complaints.brief.what'), value: about.join(' · ') },
          { key: t('complaints.brief.next'), value: <NextStep view={view} /> },
          { key: t('complaints.brief.by'), value: <ByWhen view={view} /> },
          {
            key: t('complaints.fact.owner'),
            value: outside ? name(outside) : personName(reader, view.names, complaint.ownerId),
          },
        ]}
      />
    </section>
  )
}

/** The steps come in the order of the procedure: the first that is offered is the next one. */
function NextStep({ view: { file } }: { readonly view: CaseView }) {
  const { t, link } = useReader()
  const { id, status } = file.complaint
  // What was agreed or decided is being paid: the next look is at the money.
  if (status === 'performance')
    return (
      <a href={link(routes.complaintMoney.href({ id }))}>{t('complaints.brief.look-at-money')}</a>
    )
  const first = file.tasks.includes('answer') && file.written.some(({ unread }) => unread)
  if (status === 'in-conciliation' && !first)
    return <a href={link(routes.conciliation.href({ id }))}>{t('complaints.brief.hold-meeting')}</a>
  // Nobody is led to wait: to leave it to somebody elsewhere is a choice, never the next step.
  const step = first
    ? 'answer'
    : handActions.find((one) => one !== 'wait-elsewhere' && file.actions.includes(one))
  if (!step) return <>{t('complaints.brief.nothing')}</>
  return <a href={`#${step}`}>{t(`complaints.step.${step}`)}</a>
}

function ByWhen({ view: { file, now } }: { readonly view: CaseView }) {
  const reader = useReader()
  const { nextDueAt } = file.complaint
  if (nextDueAt === null) return <>{reader.t('complaints.brief.no-date')}</>
  const standing = dueStanding(nextDueAt, now)
  return (
    <>
      <StatusMark tone={dueTone(standing)}>{dueText(reader, standing)}</StatusMark>{' '}
      {reader.instant(nextDueAt)}
    </>
  )
}
