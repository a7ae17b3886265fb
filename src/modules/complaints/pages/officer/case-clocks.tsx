import { dayOf } from '../../../../kernel/days.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { ClockBar, Details, type Tone, useReader } from '../../../../ui/index.ts'
import { StandingMark } from '../../../law/index.ts'
import { dueStanding, isLate } from '../../rules/due.ts'
import type { CaseView, ClockView } from './case-view.ts'
import { Fold } from './fold.tsx'
import { dueText, dueTone } from './marks.tsx'
import { personName } from './names.ts'

/** The clocks that run, and behind them those that have stopped. */
export function CaseClocks({ view }: { readonly view: CaseView }) {
  const { t } = useReader()
  const running = view.clocks.filter((clock) => clock.stoppedAt === null)
  const stopped = view.clocks.filter((clock) => clock.stoppedAt !== null)
  return (
    <Fold title={t('complaints.clocks.title')}>
      {running.length === 0 ? <p class="muted">{t('complaints.clocks.none')}</p> : null}
      {running.map((clock) => (
        <OneClock clock={clock} view={view} />
      ))}
      {stopped.length > 0 ? (
        <Details summary={t('complaints.clocks.stopped', { count: stopped.length })}>
          {stopped.map((clock) => (
            <OneClock clock={clock} view={view} />
          ))}
        </Details>
      ) : null}
    </Fold>
  )
}

type OneClockProps = { readonly clock: ClockView; readonly view: CaseView }

function OneClock({ clock, view }: OneClockProps) {
  const reader = useReader()
  const { tone, words } = stateOf(reader, clock, view)
  return (
    <ClockBar
      title={reader.name(clock.name)}
      from={dayOf(clock.startedAt)}
      due={dayOf(clock.dueAt)}
      today={dayOf(view.now)}
      doneOn={clock.stoppedAt && dayOf(clock.stoppedAt)}
      tone={tone}
      state={words}
      note={<ClockNote clock={clock} />}
    />
  )
}

function stateOf(reader: Reader, clock: ClockView, view: CaseView): { tone: Tone; words: string } {
  const { t } = reader
  if (clock.outcome)
    return {
      tone: clock.outcome === 'missed' ? 'danger' : 'allowed',
      words: t(`complaints.clock.${clock.outcome}`),
    }
  if (clock.standing === 'unknown')
    return { tone: 'attention', words: t('complaints.clock.no-term') }
  const standing = dueStanding(clock.dueAt, view.now)
  const text = dueText(reader, standing)
  const who = personName(reader, view.names, view.file.complaint.ownerId)
  const words = isLate(standing) ? t('complaints.due.late-with', { late: text, who }) : text
  return { tone: dueTone(standing), words }
}

/** How sure the term is, and whether a holiday that nobody knows yet may push it back. */
function ClockNote({ clock }: { readonly clock: ClockView }) {
  const { t, instant } = useReader()
  return (
    <>
      {t('complaints.clock.until', { when: instant(clock.dueAt) })}{' '}
      <StandingMark standing={clock.standing} />
      {clock.uncertain ? <> {t('complaints.clock.uncertain')}</> : null}
    </>
  )
}
