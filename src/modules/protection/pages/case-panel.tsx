import { hasRole } from '../../../kernel/actor.ts'
import { routes } from '../../../routes.ts'
import { useReader } from '../../../ui/index.ts'
import { type CasePanel, findGuardedCase } from '../../complaints/index.ts'
import { protectors } from '../actions/about-case.ts'
import type { ScreeningOutcome } from '../rules/screening.ts'
import type { TrackStatus } from '../rules/track.ts'
import { listScreenings } from '../store/screening.ts'
import { findTrack } from '../store/track.ts'
import { OutcomeMark, TrackMark } from './marks.tsx'
import { Part } from './parts.tsx'

/** On the officers' page of a case: whether anybody asked about her safety, and where it stands. */
export const protectionPanel: CasePanel = {
  name: 'protection',
  async draw(tx, { actor, complaintId }) {
    if (!hasRole(actor, ...protectors)) return null
    const kept = await findGuardedCase(tx, complaintId)
    if (!kept) return null
    const [last] = await listScreenings(tx, complaintId)
    const track = await findTrack(tx, complaintId)
    return (
      <SafetyPart
        id={complaintId}
        outcome={last?.outcome ?? null}
        track={kept.isProtected ? (track?.status ?? null) : null}
      />
    )
  },
}

type SafetyProps = {
  readonly id: string
  readonly outcome: ScreeningOutcome | null
  readonly track: TrackStatus | null
}

function SafetyPart({ id, outcome, track }: SafetyProps) {
  const { t, link } = useReader()
  return (
    <Part title={t('protection.part.screening')}>
      <p>
        {outcome ? <OutcomeMark outcome={outcome} /> : t('protection.screen.none')}{' '}
        {track ? <TrackMark status={track} /> : null}
      </p>
      <p>
        {outcome ? null : (
          <>
            <a href={link(routes.complaintScreening.href({ id }))}>
              {t('protection.screen.button')}
            </a>
            {' · '}
          </>
        )}
        <a href={link(routes.complaintProtection.href({ id }))}>{t('protection.panel.open')}</a>
      </p>
    </Part>
  )
}
