import type { Day } from '../../kernel/days.ts'
import { ActionList } from '../components/action-list.tsx'
import { ClockBar } from '../components/clock-bar.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { KeyValue } from '../components/key-value.tsx'
import { Select } from '../components/select.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { Timeline } from '../components/timeline.tsx'
import { Worklist } from '../components/worklist.tsx'
import { useReader } from '../reader.ts'
import { Section, useGuideTexts } from './section.tsx'

const day = (text: string) => text as Day
const from = day('2026-11-02')
const due = day('2026-11-12')

export function ClockSamples() {
  const g = useGuideTexts()
  const clock = { title: g('clock.title'), from, due }
  return (
    <Section name="clocks">
      <ClockBar {...clock} today={day('2026-11-06')} tone="neutral" state={g('clock.running')} />
      <ClockBar {...clock} today={day('2026-11-11')} tone="attention" state={g('clock.soon')} />
      <ClockBar
        {...clock}
        today={day('2026-11-15')}
        tone="danger"
        state={g('clock.late')}
        note={g('clock.note')}
      />
      <ClockBar
        {...clock}
        today={day('2026-11-20')}
        doneOn={day('2026-11-09')}
        tone="allowed"
        state={g('clock.met')}
      />
    </Section>
  )
}

export function TimelineSamples() {
  const g = useGuideTexts()
  const reader = useReader()
  const entry = (icon: 'inbox' | 'message-square' | 'circle-check', text: string, at: string) => ({
    title: g(text),
    when: reader.instant(new Date(at)),
    iso: at,
    who: g('person'),
    icon,
  })
  return (
    <Section name="timeline">
      <Timeline
        entries={[
          { ...entry('circle-check', 'event.closed', '2026-11-09T03:10:00Z'), tone: 'allowed' },
          entry('message-square', 'event.asked', '2026-11-04T07:30:00Z'),
          entry('inbox', 'event.received', '2026-11-02T02:05:00Z'),
        ]}
      />
    </Section>
  )
}

export function WorklistSamples() {
  const g = useGuideTexts()
  return (
    <Section name="worklist">
      <FilterBar action="#worklist" clearHref="#worklist">
        <Input name="q" label={g('filter.text')} />
        <Select
          name="state"
          label={g('filter.state')}
          options={[{ value: '', label: g('country.any') }]}
        />
      </FilterBar>
      <Worklist
        caption={g('worklist')}
        selectName="case"
        columns={[
          { label: g('slip.case'), sortHref: '#worklist' },
          { label: g('column.matter') },
          { label: g('column.state') },
          { label: g('column.due'), numeric: true, sortHref: '#worklist', sorted: 'ascending' },
        ]}
        rows={sampleRows(g)}
      />
    </Section>
  )
}

const sampleRows = (g: (key: string) => string) =>
  (['danger', 'attention', 'neutral'] as const).map((tone, index) => ({
    id: `sample-${index}`,
    name: `C-2026-0000${index + 1}`,
    tone,
    cells: [
      <a href="#worklist">{`C-2026-0000${index + 1}`}</a>,
      g(['what.fee', 'what.wage', 'what.passport'][index] ?? 'what.other'),
      <StatusMark tone={tone}>{g(`state.${tone}`)}</StatusMark>,
      String([-2, 1, 6][index]),
    ],
  }))

export function ActionSamples() {
  const g = useGuideTexts()
  return (
    <Section name="actions">
      <div class="columns">
        <KeyValue
          facts={[
            { key: g('slip.case'), value: 'C-2026-00001' },
            { key: g('field.name'), value: g('agency') },
            { key: g('field.paid'), value: '120 USD' },
          ]}
        />
        <ActionList
          title={g('actions.title')}
          actions={[
            { label: g('action.ask'), icon: 'send', href: '#actions' },
            { label: g('action.note'), icon: 'pencil', kind: 'secondary', href: '#actions' },
            {
              label: g('action.close'),
              kind: 'warning',
              href: '#actions',
              hint: g('action.close.hint'),
            },
          ]}
        />
      </div>
    </Section>
  )
}
