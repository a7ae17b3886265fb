import { Breadcrumbs } from './components/ways.tsx'
import { FormErrors } from './forms/form.tsx'
import { CitizenLayout } from './layouts/citizen-layout.tsx'
import { OfficerLayout } from './layouts/officer-layout.tsx'
import { useReader } from './reader.ts'
import {
  AnswerSamples,
  FactSamples,
  StatusSamples,
  StepSamples,
  TextSamples,
} from './style-guide/content-samples.tsx'
import {
  ActionSamples,
  ClockSamples,
  TimelineSamples,
  WorklistSamples,
} from './style-guide/desk-samples.tsx'
import {
  ButtonSamples,
  FieldErrorSamples,
  FieldSamples,
  refusedForm,
} from './style-guide/form-samples.tsx'
import { LookSamples } from './style-guide/look-samples.tsx'
import { WaySamples } from './style-guide/way-samples.tsx'

export type StyleGuidePageProps = {
  /** Citizens' pages or officers': the same parts in two tempos. */
  readonly look: 'citizen' | 'officer'
}

/** Every part of the design system, in the reader's language. */
export function StyleGuidePage({ look }: StyleGuidePageProps) {
  const { t, link } = useReader()
  const Layout = look === 'officer' ? OfficerLayout : CitizenLayout
  const crumbs = [{ text: t('ui.service.name'), href: link('/') }, { text: t('ui.guide.title') }]
  return (
    <Layout title={t('ui.guide.title')} before={<Breadcrumbs crumbs={crumbs} collapseOnMobile />}>
      <FormErrors state={refusedForm} />
      <h1>{t('ui.guide.title')}</h1>
      <p>{t('ui.guide.intro')}</p>
      <p>
        {look === 'officer' ? (
          <a href={link('/style-guide')}>{t('ui.guide.to-citizen')}</a>
        ) : (
          <a href={link('/style-guide?look=officer')}>{t('ui.guide.to-officer')}</a>
        )}
      </p>
      <LookSamples />
      <StatusSamples />
      <AnswerSamples />
      <ButtonSamples />
      <FieldSamples />
      <FieldErrorSamples />
      <TextSamples />
      <FactSamples />
      <StepSamples />
      <ClockSamples />
      <TimelineSamples />
      <WorklistSamples />
      <ActionSamples />
      <WaySamples />
    </Layout>
  )
}
