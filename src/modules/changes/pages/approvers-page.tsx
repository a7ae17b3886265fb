import { routes } from '../../../routes.ts'
import { Breadcrumbs, EmptyState, OfficerLayout, useReader, Worklist } from '../../../ui/index.ts'
import type { PoolView } from '../actions/change-pool.ts'
import type { PersonBook } from '../actions/read-changes.ts'
import { PersonName } from './marks.tsx'

export type ApproversPageProps = { readonly view: PoolView; readonly persons: PersonBook }

/** The named pool: who is the second person where an office is too small for two. */
export function ApproversPage({ view, persons }: ApproversPageProps) {
  const { t, day, link } = useReader()
  const title = t('changes.place.approver')
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: title },
  ]
  const changeHref = (subject: string, was: 'in' | 'out') =>
    link(routes.changeNew.href({ kind: 'approver' }, { subject, was }))
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <h1>{title}</h1>
      <p>{t('changes.approver.about')}</p>
      {view.pool.length === 0 ? (
        <EmptyState title={t('changes.approver.none')} icon="users" />
      ) : (
        <Worklist
          stacks
          caption={title}
          columns={[
            { label: t('changes.approver.person') },
            { label: t('changes.approver.since') },
            { label: t('changes.approver.change') },
          ]}
          rows={view.pool.map(({ personId, from }) => ({
            id: personId,
            cells: [
              <PersonName id={personId} persons={persons} />,
              day(from),
              <a href={changeHref(personId, 'in')}>{t('changes.approver.take-out')}</a>,
            ],
          }))}
        />
      )}
      <h2>{t('changes.approver.others')}</h2>
      <ul class="plain">
        {view.able.map((id) => (
          <li>
            <PersonName id={id} persons={persons} /> ·{' '}
            <a href={changeHref(id, 'out')}>{t('changes.approver.take-in')}</a>
          </li>
        ))}
      </ul>
    </OfficerLayout>
  )
}
