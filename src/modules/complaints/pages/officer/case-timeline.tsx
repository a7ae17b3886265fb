import type { Reader } from '../../../../kernel/reader.ts'
import type { TimelineEvent } from '../../../../platform/events/record-event.ts'
import {
  EmptyState,
  type IconName,
  Timeline,
  type TimelineEntry,
  type Tone,
  useReader,
} from '../../../../ui/index.ts'
import type { OpenedWords } from '../../actions/case-words.ts'
import { calledPeople, consentWays, newSecretReasons } from '../../rules/case-tasks.ts'
import { contactWays } from '../../rules/complaint.ts'
import { disclosableItems } from '../../rules/disclosure.ts'
import {
  type ComplaintEvent,
  complaintEventOf,
  eventsElsewhere,
  protectionEvents,
} from '../../rules/events.ts'
import { Words } from './case-story.tsx'
import type { CaseView } from './case-view.ts'
import { Fold } from './fold.tsx'
import { personName } from './names.ts'

/** Events, messages and notes in one line of time, the newest first. */
export function CaseTimeline({ view }: { readonly view: CaseView }) {
  const reader = useReader()
  const entries = entriesOf(reader, view)
  return (
    <Fold title={reader.t('complaints.part.timeline')}>
      {entries.length === 0 ? (
        <EmptyState title={reader.t('complaints.timeline.none')} />
      ) : (
        <Timeline entries={entries} />
      )}
    </Fold>
  )
}

export function entriesOf(reader: Reader, view: CaseView): TimelineEntry[] {
  const { events, written, joined } = view.file
  const others = joined.flatMap((one) =>
    datedEntries(reader, view, one).map(({ at, entry }) => ({
      at,
      entry: {
        ...entry,
        title: reader.t('cases.joined.title', { number: one.number, title: String(entry.title) }),
      },
    })),
  )
  return [...datedEntries(reader, view, { events, written }), ...others]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ entry }) => entry)
    .reverse()
}

type Happened = {
  readonly events: readonly TimelineEvent[]
  readonly written: readonly OpenedWords[]
}

function datedEntries(reader: Reader, view: CaseView, { events, written }: Happened) {
  const told = events
    .filter(({ type }) => !isWritten(type))
    .map((event) => ({ at: event.at, entry: eventEntry(reader, view, event) }))
  const said = written.map((words) => ({ at: words.at, entry: wordsEntry(reader, view, words) }))
  return [...said, ...told]
}

/** Messages and notes stand there themselves. */
const isWritten = (type: string): boolean =>
  ['message-sent', 'note-added', 'person-written-to'].some((code) => type === `complaint.${code}`)

const icons: Readonly<Partial<Record<ComplaintEvent, IconName>>> = {
  received: 'inbox',
  assigned: 'user',
  transferred: 'arrow-right',
  registered: 'clipboard-list',
  'agency-asked': 'send',
  'agency-answered': 'message-square',
  'agency-silent': 'clock',
  'closure-proposed': 'handshake',
  'closure-agreed': 'circle-check',
  'closed-with-consent': 'circle-check',
  withdrawn: 'circle-x',
  'kept-as-warning': 'flag',
  'clock-ran-out': 'calendar-clock',
  'new-digits-given': 'key-round',
  'evidence-given': 'paperclip',
  'recording-summarised': 'pencil',
  'conciliation-begun': 'users',
  settled: 'handshake',
  decided: 'stamp',
  'waiting-elsewhere': 'building',
  'closed-by-confirmation': 'circle-check',
  'closed-without-confirmation': 'circle-x',
  merged: 'clipboard-check',
  'took-over': 'clipboard-check',
}
const tones: Readonly<Partial<Record<ComplaintEvent, Tone>>> = {
  'clock-ran-out': 'danger',
  'said-not-solved': 'attention',
  'withdrawal-asked': 'attention',
  'closure-agreed': 'allowed',
  'closed-with-consent': 'allowed',
  'closed-by-confirmation': 'allowed',
  'closed-without-confirmation': 'attention',
  'not-settled': 'attention',
}

/** Its own words, those of a later module, or that something happened. */
function titleOf({ t }: Reader, type: string): string {
  const code = complaintEventOf(type)
  if (code) return t(`complaints.event.${code}`)
  const elsewhere = eventsElsewhere.find((each) => each === type)
  const hidden = protectionEvents.find((each) => type === `protection.${each}`)
  if (hidden) return t(`protection.event.${hidden}`)
  return elsewhere ? t(`complaints.event-elsewhere.${elsewhere}`) : t('complaints.event.other')
}

function eventEntry(reader: Reader, view: CaseView, event: TimelineEvent): TimelineEntry {
  const code = complaintEventOf(event.type)
  return {
    title: titleOf(reader, event.type),
    when: reader.instant(event.at),
    iso: event.at.toISOString(),
    who: whoText(reader, view, event),
    icon: (code && icons[code]) ?? 'circle-dot',
    tone: code ? tones[code] : undefined,
    children: detailOf(reader, view, event),
  }
}

const doers = ['complainant', 'system', 'public'] as const

function whoText(reader: Reader, view: CaseView, { type, actorKind, actorId }: TimelineEvent) {
  // Its answer is received by a job; the doer is the agency all the same.
  if (complaintEventOf(type) === 'agency-answered') return agencyText(reader, view)
  const doer = doers.find((kind) => kind === actorKind)
  return doer ? reader.t(`complaints.doer.${doer}`) : personName(reader, view.names, actorId)
}

function agencyText({ t, name }: Reader, { file, names }: CaseView): string {
  const agency = file.complaint.agencyId && names.agencies.get(file.complaint.agencyId)
  return agency ? name(agency) : t('complaints.onlooker.agency')
}

function assignedText(reader: Reader, names: CaseView['names'], data: TimelineEvent['data']) {
  const who = personName(reader, names, String(data.owner))
  return typeof data.among === 'number'
    ? reader.t('complaints.event.to-by-lot', { who, among: data.among })
    : reader.t('complaints.event.to', { who })
}

/** To whom, from where to where, what and how: the codes that an event carries. */
function detailOf(
  reader: Reader,
  { names, offices, clocks }: CaseView,
  { type, data }: TimelineEvent,
) {
  const { t, name } = reader
  const officeName = (id: unknown): string => {
    const office = offices.find((each) => each.id === id)
    return office ? name(office) : '—'
  }
  switch (complaintEventOf(type)) {
    case 'assigned':
      return <p>{assignedText(reader, names, data)}</p>
    case 'transferred':
      return (
        <p>
          {t('complaints.event.from-to', { from: officeName(data.from), to: officeName(data.to) })}
        </p>
      )
    case 'consent-given':
    case 'consent-withdrawn':
      return <p>{consentText(reader, data)}</p>
    case 'new-digits-given':
      return newDigitsText(reader, data)
    case 'clock-ran-out': {
      const clock = clocks.find(({ kind }) => kind === data.clock)
      return clock ? <p>{name(clock.name)}</p> : null
    }
    default:
      return null
  }
}

/** Null for digits that were given before it was asked. */
function newDigitsText({ t }: Reader, data: TimelineEvent['data']) {
  const called = calledPeople.find((each) => each === data.called)
  const way = contactWays.find((each) => each === data.way)
  const why = newSecretReasons.find((each) => each === data.why)
  if (!called || !way || !why) return null
  const words = {
    called: t(`complaints.called.${called}`),
    way: t(`complaints.way.${way}`),
    why: t(`complaints.new-secret-why.${why}`),
  }
  return <p>{t('complaints.event.new-digits', words)}</p>
}

function consentText({ t }: Reader, data: TimelineEvent['data']): string {
  const which = disclosableItems.find((each) => each === data.item) ?? 'story'
  const item = t(`complaints.seen.${which}`)
  const way = consentWays.find((each) => each === data.how)
  return t('complaints.event.consent', {
    item,
    how: way ? t(`complaints.consent-way.${way}`) : t('complaints.consent-way.receipt'),
  })
}

function wordsTitle({ t }: Reader, { kind, from, position }: OpenedWords): string {
  if (kind === 'note') return t('complaints.written.note')
  const way = from === 'complainant' ? 'from' : 'to'
  return position === null
    ? t(`complaints.written.${way}-complainant`)
    : t(`cases.written.${way}-person`, { position })
}

function wordsEntry(reader: Reader, { names }: CaseView, words: OpenedWords): TimelineEntry {
  const { t, instant } = reader
  const fromHer = words.from === 'complainant'
  return {
    title: wordsTitle(reader, words),
    when: instant(words.at),
    iso: words.at.toISOString(),
    who: fromHer ? t('complaints.doer.complainant') : personName(reader, names, words.authorId),
    icon: words.kind === 'note' ? 'pencil' : 'message-square',
    tone: words.unread ? 'attention' : undefined,
    children: (
      <>
        {words.unread ? <p class="unread-word">{t('complaints.unread')}</p> : null}
        <Words text={words.text} missing={t('complaints.words.destroyed')} />
      </>
    ),
  }
}
