import { hasRole } from '../../../kernel/actor.ts'
import { routes } from '../../../routes.ts'
import { StatusMark, useReader } from '../../../ui/index.ts'
import type { CasePanel } from '../../complaints/index.ts'
import { openProceedings, type ShownProceeding } from '../actions/read-proceedings.ts'
import { LookMark } from './proceedings-page.tsx'

/** On the officers' case page: what goes on elsewhere, and the way to it. */
export const proceedingPanel: CasePanel = {
  name: 'proceedings',
  draw: async (tx, { actor, vault, now, complaintId }) => {
    if (!hasRole(actor, 'complaints-officer', 'complaints-head')) return null
    const proceedings = await openProceedings(tx, actor, { vault, now, complaintId })
    return <OfficerPanel complaintId={complaintId} proceedings={proceedings} />
  },
}

type Props = { readonly proceedings: readonly ShownProceeding[] }

function OfficerPanel({ complaintId, proceedings }: Props & { readonly complaintId: string }) {
  const { t, link } = useReader()
  return (
    <section class="case-part" id="proceedings">
      <h2>{t('proceedings.panel')}</h2>
      <ul class="plain">
        {proceedings.map((one) => (
          <li>
            {t(`proceedings.kind.${one.kind}`)} · {one.country} ·{' '}
            {t(`proceedings.stage.${one.stage}`)} <LookMark {...one} />
          </li>
        ))}
      </ul>
      <p>
        <a href={link(routes.proceedings.href({ id: complaintId }))}>{t('proceedings.open')}</a>
      </p>
    </section>
  )
}

/** On her own page: that somebody elsewhere is at it, and when it is looked at again. */
export const ownProceedingPanel: CasePanel = {
  name: 'own-proceedings',
  draw: async (tx, { actor, vault, now, complaintId }) => {
    const proceedings = await openProceedings(tx, actor, { vault, now, complaintId })
    return proceedings.length === 0 ? null : <OwnPanel proceedings={proceedings} />
  },
}

function OwnPanel({ proceedings }: Props) {
  const { t, day } = useReader()
  return (
    <section id="proceedings">
      <h2>{t('proceedings.own.title')}</h2>
      <ul>
        {proceedings.map(({ kind, stage, lookOn, entries }) => {
          const hearing = entries.findLast((entry) => entry.kind === 'hearing')
          return (
            <li>
              {t(`proceedings.kind.${kind}`)}{' '}
              <StatusMark tone="neutral">{t(`proceedings.stage.${stage}`)}</StatusMark>
              {hearing ? <p>{t('proceedings.own.hearing', { day: day(hearing.onDay) })}</p> : null}
              {lookOn ? <p>{t('proceedings.own.look', { day: day(lookOn) })}</p> : null}
            </li>
          )
        })}
      </ul>
      <p>{t('proceedings.own.open')}</p>
    </section>
  )
}
