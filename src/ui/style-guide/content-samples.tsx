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
import { useReader } from '../reader.ts'
import { Section } from './section.tsx'

const tones: readonly Tone[] = ['allowed', 'attention', 'danger', 'protected', 'neutral']

export function StatusSamples() {
  const { t } = useReader()
  return (
    <Section name="statuses">
      <p class="samples">
        {tones.map((tone) => (
          <StatusMark tone={tone}>{t(`ui.guide.status.${tone}`)}</StatusMark>
        ))}
        <Tag>{t('ui.guide.tag')}</Tag>
      </p>
    </Section>
  )
}

export function AnswerSamples() {
  const { t } = useReader()
  return (
    <Section name="answers">
      {tones.map((tone) => (
        <AnswerBlock tone={tone} answer={t(`ui.guide.answer.${tone}`)}>
          <p>{t('ui.guide.answer.why')}</p>
        </AnswerBlock>
      ))}
    </Section>
  )
}

export function TextSamples() {
  const { t } = useReader()
  return (
    <Section name="texts">
      <h3>{t('ui.guide.text.heading')}</h3>
      <p>
        {t('ui.guide.text.paragraph')} <a href="#texts">{t('ui.guide.text.link')}</a>
      </p>
      <ul>
        <li>{t('ui.guide.what.fee')}</li>
        <li>{t('ui.guide.what.wage')}</li>
      </ul>
      <InsetText>{t('ui.guide.text.inset')}</InsetText>
      <WarningText>{t('ui.guide.text.warning')}</WarningText>
      <Details summary={t('ui.guide.text.details')}>
        <p>{t('ui.guide.text.paragraph')}</p>
      </Details>
      <NotificationBanner text={t('ui.guide.text.banner')} titleId="banner-important" />
      <NotificationBanner
        text={t('ui.guide.text.done')}
        titleId="banner-success"
        success
        role="region"
      />
      <Panel title={t('ui.guide.panel.title')} headingLevel={3}>
        {t('ui.guide.panel.body')}
      </Panel>
    </Section>
  )
}

export function FactSamples() {
  const { t } = useReader()
  const change = [{ href: '#facts', text: t('ui.guide.change'), about: t('ui.guide.field.name') }]
  return (
    <Section name="facts">
      <SummaryList
        rows={[
          { key: t('ui.guide.field.name'), value: t('ui.guide.agency'), actions: change },
          { key: t('ui.guide.field.country'), value: t('ui.guide.country.kr') },
          { key: t('ui.guide.field.paid'), value: '120 USD', actions: change },
        ]}
      />
      <Table
        caption={t('ui.guide.table.caption')}
        captionSize="s"
        head={[t('ui.guide.table.what'), { content: t('ui.guide.table.paid'), numeric: true }]}
        rows={[
          [t('ui.guide.table.passport'), { content: '100 USD', numeric: true }],
          [t('ui.guide.table.training'), { content: '45 USD', numeric: true }],
        ]}
        firstCellIsHeader
      />
    </Section>
  )
}

export function StepSamples() {
  const { t } = useReader()
  return (
    <Section name="steps">
      <StepProgress step={3} of={12} />
      <Slip
        title={t('ui.guide.slip.title')}
        lines={[
          { label: t('ui.guide.slip.case'), value: 'C-2026-00000', code: true },
          { label: t('ui.guide.slip.secret'), value: '000 000 0000', code: true },
        ]}
      >
        <p>{t('ui.guide.slip.keep')}</p>
      </Slip>
      <EmptyState title={t('ui.guide.empty.title')}>
        <p>{t('ui.guide.empty.text')}</p>
      </EmptyState>
      <Pagination previous={{ href: '#steps' }} next={{ href: '#steps' }} />
    </Section>
  )
}
