import type { Reader } from '../../../../kernel/reader.ts'
import { type IconName, StatusMark, type Tone, useReader } from '../../../../ui/index.ts'
import type { TimeBar } from '../../rules/calculator/time-bars.ts'
import { BasisLine } from './proposal.tsx'

/** By when something has to be filed where, what runs out first before all else. */
export function TimeBarList({ bars }: { readonly bars: readonly TimeBar[] }) {
  const { t } = useReader()
  if (bars.length === 0) return null
  return (
    <section>
      <h2>{t('timebars.title')}</h2>
      <ul class="bars">
        {bars.map((bar) => (
          <li>
            <TimeBarLine bar={bar} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function TimeBarLine({ bar }: { readonly bar: TimeBar }) {
  const { t } = useReader()
  return (
    <>
      <strong>{t(`timebars.bar.${bar.id}`)}</strong> <BarMark bar={bar} />
      {bar.until && !bar.isExact ? (
        <span class="small muted"> {t('timebars.from-month')}</span>
      ) : null}
      <BasisLine basis={bar.basis} />
    </>
  )
}

/** How long there is time: icon, words and colour. */
export const BarMark = ({ bar }: { readonly bar: TimeBar }) => (
  <StatusMark {...marks[bar.state]}>{stateText(bar, useReader())}</StatusMark>
)

function stateText({ state, until, daysLeft, filedOn }: TimeBar, { t, day }: Reader): string {
  if (state === 'filed' && filedOn) return t('timebars.filed', { day: day(filedOn) })
  if (until === null || daysLeft === null) return t(`timebars.state.${state}`)
  const over = daysLeft < 0
  return over
    ? t('timebars.over', { day: day(until), days: -daysLeft })
    : t('timebars.until', { day: day(until), days: daysLeft })
}

const marks: Readonly<Record<TimeBar['state'], { readonly tone: Tone; readonly icon: IconName }>> =
  {
    over: { tone: 'danger', icon: 'circle-x' },
    soon: { tone: 'attention', icon: 'calendar-clock' },
    running: { tone: 'neutral', icon: 'clock' },
    unknown: { tone: 'neutral', icon: 'circle-question-mark' },
    'not-started': { tone: 'neutral', icon: 'circle' },
    filed: { tone: 'allowed', icon: 'circle-check' },
  }
