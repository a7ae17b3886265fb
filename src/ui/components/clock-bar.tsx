import type { Day } from '../../kernel/days.ts'
import type { Content, Tone } from '../content.ts'
import { useReader } from '../reader.ts'
import { StatusMark } from './status-mark.tsx'

export type ClockBarProps = {
  /** Which clock it is: "Answer within 10 days". */
  readonly title: Content
  readonly from: Day
  readonly due: Day
  readonly today: Day
  /** The day on which what was due was done. */
  readonly doneOn?: Day | null | undefined
  readonly tone: Tone
  /** How it stands, in words: "3 days left", "Late by 2 days: Sok Dara". */
  readonly state: Content
  /** The article, a pause, a holiday that is not yet known. */
  readonly note?: Content | undefined
}

/** A time limit as a bar with today on it, and the same days in words below. */
export function ClockBar(props: ClockBarProps) {
  return (
    <figure class={`clock clock--${props.tone}`}>
      <figcaption class="clock__head">
        <span class="clock__title">{props.title}</span>
        <StatusMark tone={props.tone}>{props.state}</StatusMark>
      </figcaption>
      <Bar {...props} />
      <Days {...props} />
      {props.note ? <p class="clock__note">{props.note}</p> : null}
    </figure>
  )
}

const dayNumber = (day: Day) => Date.parse(day) / 86_400_000

/** Where the days stand on a bar of 100: the later of due, done and today is the right end. */
function placesOf({ from, due, today, doneOn }: ClockBarProps) {
  const start = dayNumber(from)
  const reached = dayNumber(doneOn ?? today)
  const length = Math.max(dayNumber(due), reached) - start || 1
  const place = (day: number) => Math.min(100, Math.max(0, ((day - start) / length) * 100))
  return { reached: place(reached), due: place(dayNumber(due)) }
}

function Bar(props: ClockBarProps) {
  const { reached, due } = placesOf(props)
  const late = reached > due
  return (
    <svg class="clock__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="clock__whole" x="0" y="2" width="100" height="6" />
      <rect class="clock__used" x="0" y="2" width={late ? due : reached} height="6" />
      {late ? <rect class="clock__late" x={due} y="2" width={reached - due} height="6" /> : null}
      <line class="clock__due" x1={due} x2={due} y1="0" y2="10" />
      <line class="clock__today" x1={reached} x2={reached} y1="0" y2="10" />
    </svg>
  )
}

function Days({ from, due, today, doneOn }: ClockBarProps) {
  const { t, day } = useReader()
  const days = [
    { key: 'ui.clock.from', on: from },
    doneOn ? { key: 'ui.clock.done', on: doneOn } : { key: 'ui.clock.today', on: today },
    { key: 'ui.clock.due', on: due },
  ].sort((a, b) => (a.on < b.on ? -1 : 1))
  return (
    <dl class="clock__days">
      {days.map(({ key, on }) => (
        <div>
          <dt>{t(key)}</dt>
          <dd>{day(on)}</dd>
        </div>
      ))}
    </dl>
  )
}
