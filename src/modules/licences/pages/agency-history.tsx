import { type Html, keepDrawn } from '../../../html/html.ts'
import { type Day, dayOf, isDay } from '../../../kernel/days.ts'
import type { Reader } from '../../../kernel/reader.ts'
import {
  Timeline,
  type TimelineEntry,
  TimelineItem,
  type Tone,
  useReader,
} from '../../../ui/index.ts'
import type { AgencyFile } from '../actions/show-agency.ts'
import { conditionText } from './answer-words.ts'

type LicenceEvent = AgencyFile['history'][number]

/** Every step of its licences, the newest first: a bare list of names is not enough. */
export function AgencyHistory({ file }: { readonly file: AgencyFile }) {
  const reader = useReader()
  if (file.history.length === 0) return null
  return (
    <section>
      <h2>{reader.t('licences.history.title')}</h2>
      <Timeline entries={file.history.map((event) => itemOf(reader, event))} />
    </section>
  )
}

const keep = keepDrawn(5_000)

/** What happened never changes, so it is drawn once. */
const itemOf = (reader: Reader, event: LicenceEvent): Html =>
  keep(`${reader.lang} ${event.id} ${event.number}`, () => (
    <TimelineItem entry={entryOf(reader, event)} />
  ))

const tones: Readonly<Record<string, Tone>> = {
  granted: 'allowed',
  reinstated: 'allowed',
  suspended: 'attention',
  revoked: 'danger',
  expired: 'danger',
  surrendered: 'danger',
}
const icons = {
  granted: 'circle-check',
  reinstated: 'circle-check',
  suspended: 'circle-pause',
  revoked: 'ban',
  expired: 'circle-x',
  surrendered: 'circle-x',
} as const

function entryOf(reader: Reader, event: LicenceEvent): TimelineEntry {
  const step = event.type.replace('licence.', '')
  const { reason } = event.data
  return {
    title: reader.t(`licences.event.${step}`, { number: event.number }),
    when: reader.day(dayOf(event.at)),
    iso: dayOf(event.at),
    icon: icons[step as keyof typeof icons] ?? 'circle',
    tone: tones[step],
    children: (
      <>
        {typeof reason === 'string' ? <p>{reader.t(`licences.reason.${reason}`)}</p> : null}
        <Term event={event} />
      </>
    ),
  }
}

function Term({ event }: { readonly event: LicenceEvent }) {
  const reader = useReader()
  const { until, condition } = event.data
  if (typeof condition === 'string')
    return <p>{reader.t('licences.history.until', { until: conditionText(reader, condition) })}</p>
  if (typeof until === 'string' && isDay(until))
    return <p>{reader.t('licences.history.until', { until: untilText(reader, until) })}</p>
  return null
}

const untilText = (reader: Reader, until: Day): string =>
  reader.t('licences.condition.day', { day: reader.day(until) })
