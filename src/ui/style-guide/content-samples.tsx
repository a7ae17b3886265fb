import { AnswerBlock } from '../components/answer-block.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NotificationBanner } from '../components/notification-banner.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Panel } from '../components/panel.tsx'
import { Slip } from '../components/slip.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { StepProgress } from '../components/step-progress.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Table } from '../components/table.tsx'
import { Tag } from '../components/tag.tsx'
import { Details, InsetText, WarningText } from '../components/texts.tsx'
import type { Tone } from '../content.ts'
import { Section, useGuideTexts } from './section.tsx'

const tones: readonly Tone[] = ['allowed', 'attention', 'danger', 'protected', 'neutral']

export function StatusSamples() {
  const g = useGuideTexts()
  return (
    <Section name="statuses">
      <p class="samples">
        {tones.map((tone) => (
          <StatusMark tone={tone}>{g(`status.${tone}`)}</StatusMark>
        ))}
        <Tag>{g('tag')}</Tag>
      </p>
    </Section>
  )
}

export function AnswerSamples() {
  const g = useGuideTexts()
  return (
    <Section name="answers">
      {tones.map((tone) => (
        <AnswerBlock tone={tone} answer={g(`answer.${tone}`)}>
          <p>{g('answer.why')}</p>
        </AnswerBlock>
      ))}
    </Section>
  )
}

export function TextSamples() {
  const g = useGuideTexts()
  return (
    <Section name="texts">
      <h3>{g('text.heading')}</h3>
      <p>
        {g('text.paragraph')} <a href="#texts">{g('text.link')}</a>
      </p>
      <ul>
        <li>{g('what.fee')}</li>
        <li>{g('what.wage')}</li>
      </ul>
      <InsetText>{g('text.inset')}</InsetText>
      <WarningText>{g('text.warning')}</WarningText>
      <Details summary={g('text.details')}>
        <p>{g('text.paragraph')}</p>
      </Details>
      <NotificationBanner text={g('text.banner')} titleId="banner-important" />
      <NotificationBanner text={g('text.done')} titleId="banner-success" success role="region" />
      <Panel title={g('panel.title')} headingLevel={3}>
        {g('panel.body')}
      </Panel>
    </Section>
  )
}

export function FactSamples() {
  const g = useGuideTexts()
  const change = [{ href: '#facts', text: g('change'), about: g('field.name') }]
  return (
    <Section name="facts">
      <SummaryList
        rows={[
          { key: g('field.name'), value: g('agency'), actions: change },
          { key: g('field.country'), value: g('country.kr') },
          { key: g('field.paid'), value: '120 USD', actions: change },
        ]}
      />
      <Table
        caption={g('table.caption')}
        captionSize="s"
        head={[g('table.what'), { content: g('table.paid'), numeric: true }]}
        rows={[
          [g('table.passport'), { content: '100 USD', numeric: true }],
          [g('table.training'), { content: '45 USD', numeric: true }],
        ]}
        firstCellIsHeader
      />
    </Section>
  )
}

export function StepSamples() {
  const g = useGuideTexts()
  return (
    <Section name="steps">
      <StepProgress step={3} of={12} />
      <Slip
        title={g('slip.title')}
        lines={[
          { label: g('slip.case'), value: 'C-2026-00000', code: true },
          { label: g('slip.secret'), value: '000 000 0000', code: true },
        ]}
      >
        <p>{g('slip.keep')}</p>
      </Slip>
      <EmptyState title={g('empty.title')}>
        <p>{g('empty.text')}</p>
      </EmptyState>
      <Pagination previous={{ href: '#steps' }} next={{ href: '#steps' }} />
    </Section>
  )
}
