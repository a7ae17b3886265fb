import { InsetText, useReader } from '../../../ui/index.ts'
import type { Names } from '../../places/index.ts'
import type { SideDecision, SideMeeting } from '../actions/read-side.ts'
import { DecisionMark, DecisionText } from './decision-part.tsx'
import { MeetingMark } from './meeting-part.tsx'

export type Provinces = readonly { readonly code: string; readonly names: Names }[]
type Side = 'worker' | 'agency'

/** When, how and where, in a sentence each. */
export function MeetingLines({
  meeting,
  provinces,
  side,
}: {
  readonly meeting: SideMeeting
  readonly provinces: Provinces
  readonly side: Side
}) {
  const { t, instant, name } = useReader()
  const province = provinces.find(({ code }) => code === meeting.province)
  const where = [province ? name(province.names) : '', meeting.place ?? ''].filter(Boolean)
  return (
    <>
      <p>
        <MeetingMark status={meeting.status} />
      </p>
      <p>
        <strong>{instant(meeting.heldAt ?? meeting.meetsAt)}</strong> ·{' '}
        {t(`conciliation.way.${meeting.way}`)}
        {where.length > 0 ? ` · ${where.join(', ')}` : ''}
      </p>
      <p>{t(`conciliation.means.${side}.${meeting.isAhead ? 'ahead' : meeting.status}`)}</p>
    </>
  )
}

/** What was decided, until when this side may appeal, and what came of it. */
export function DecisionLines({
  decision,
  side,
}: {
  readonly decision: SideDecision
  readonly side: Side
}) {
  const { t, day } = useReader()
  const until = side === 'worker' ? decision.workerUntil : decision.agencyUntil
  return (
    <>
      <h3>
        {t(`conciliation.kind.${decision.kind}`)} <DecisionMark status={decision.status} />
      </h3>
      <DecisionText decision={decision} />
      <AwaitedOf decision={decision} side={side} />
      {decision.mayAppeal ? <p>{t('conciliation.may-appeal', { day: day(until) })}</p> : null}
      {decision.hasAppealed ? <p>{t('conciliation.appealed')}</p> : null}
      {decision.rulingWords ? (
        <InsetText>
          <p>{decision.rulingWords}</p>
        </InsetText>
      ) : null}
    </>
  )
}

/** Whose turn it is, and by when; only this side's own. */
function AwaitedOf({ decision, side }: { readonly decision: SideDecision; readonly side: Side }) {
  const { t, day } = useReader()
  const { awaited, agencyAnswer } = decision
  const isHere = awaited && (side === 'worker' ? awaited.workers > 0 : awaited.agency)
  const until = side === 'worker' ? decision.workerUntil : decision.agencyUntil
  return (
    <>
      {agencyAnswer ? <p>{t(`conciliation.agency-answer.${side}.${agencyAnswer}`)}</p> : null}
      {isHere ? (
        <p>
          <strong>{t(`conciliation.awaited.${side}`, { day: day(until) })}</strong>
        </p>
      ) : null}
    </>
  )
}
