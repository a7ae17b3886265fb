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
import type { IconName } from '../icons.tsx'
import { useReader } from '../reader.ts'
import { Section } from './section.tsx'

const day = (text: string) => text as Day
const from = day('2026-11-02')
const due = day('2026-11-12')

export function ClockSamples() {
  const { t } = useReader()
  const clock = { title: t('ui.guide.clock.title'), from, due }
  return (
    <Section name="clocks">
      <ClockBar
        {...clock}
        today={day('2026-11-06')}
        tone="neutral"
        state={t('ui.guide.clock.running')}
      />
      <ClockBar
        {...clock}
        today={day('2026-11-11')}
        tone="attention"
        state={t('ui.guide.clock.soon')}
      />
      <ClockBar
        {...clock}
        today={day('2026-11-15')}
        tone="danger"
        state={t('ui.guide.clock.late')}
        note={t('ui.guide.clock.note')}
      />
      <ClockBar
        {...clock}
        today={day('2026-11-20')}
        doneOn={day('2026-11-09')}
        tone="allowed"
        state={t('ui.guide.clock.met')}
      />
    </Section>
  )
}

export function TimelineSamples() {
  const { t, instant } = useReader()
  const entry = (icon: IconName, event: 'closed' | 'asked' | 'received', at: string) => ({
    title: t(`ui.guide.event.${event}`),
    when: instant(new Date(at)),
    iso: at,
    who: t('ui.guide.person'),
    icon,
  })
  return (
    <Section name="timeline">
      <Timeline
        entries={[
          { ...entry('circle-check', 'closed', '2026-11-09T03:10:00Z'), tone: 'allowed' },
          entry('message-square', 'asked', '2026-11-04T07:30:00Z'),
          entry('inbox', 'received', '2026-11-02T02:05:00Z'),
        ]}
      />
    </Section>
  )
}

export function WorklistSamples() {
  const { t } = useReader()
  return (
    <Section name="worklist">
      <FilterBar action="#worklist" clearHref="#worklist">
        <Input name="q" label={t('ui.guide.filter.text')} />
        <Select
          name="state"
          label={t('ui.guide.filter.state')}
          options={[{ value: '', label: t('ui.guide.country.any') }]}
        />
      </FilterBar>
      <Worklist
        caption={t('ui.guide.worklist')}
        selectName="case"
        columns={[
          { label: t('ui.guide.slip.case'), sortHref: '#worklist' },
          { label: t('ui.guide.column.matter') },
          { label: t('ui.guide.column.state') },
          {
            label: t('ui.guide.column.due'),
            numeric: true,
            sortHref: '#worklist',
            sorted: 'ascending',
          },
        ]}
        rows={sampleRows(t)}
      />
    </Section>
  )
}

const matters = ['fee', 'wage', 'passport'] as const

const sampleRows = (t: (key: string) => string) =>
  (['danger', 'attention', 'neutral'] as const).map((tone, index) => ({
    id: `sample-${index}`,
    name: `C-2026-0000${index + 1}`,
    tone,
    cells: [
      <a href="#worklist">{`C-2026-0000${index + 1}`}</a>,
      t(`ui.guide.what.${matters[index] ?? 'other'}`),
      <StatusMark tone={tone}>{t(`ui.guide.state.${tone}`)}</StatusMark>,
      String([-2, 1, 6][index]),
    ],
  }))

export function ActionSamples() {
  const { t } = useReader()
  return (
    <Section name="actions">
      <div class="columns">
        <KeyValue
          facts={[
            { key: t('ui.guide.slip.case'), value: 'C-2026-00001' },
            { key: t('ui.guide.field.name'), value: t('ui.guide.agency') },
            { key: t('ui.guide.field.paid'), value: '120 USD' },
          ]}
        />
        <ActionList
          title={t('ui.guide.actions.title')}
          actions={[
            { label: t('ui.guide.action.ask'), icon: 'send', href: '#actions' },
            {
              label: t('ui.guide.action.note'),
              icon: 'pencil',
              kind: 'secondary',
              href: '#actions',
            },
            {
              label: t('ui.guide.action.close'),
              kind: 'warning',
              href: '#actions',
              hint: t('ui.guide.action.close.hint'),
            },
          ]}
        />
      </div>
    </Section>
  )
}
