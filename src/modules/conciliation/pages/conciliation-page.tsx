import { routes } from '../../../routes.ts'
import { BackLink, ErrorSummary, Icon, OfficerLayout, useReader } from '../../../ui/index.ts'
import { RuleLine } from '../../law/index.ts'
import { type DecisionProps, Decisions } from './decision-part.tsx'
import { Evidence } from './evidence-part.tsx'
import { Meetings } from './meeting-part.tsx'
import { fieldId } from './step-form.tsx'

export type ConciliationPageProps = DecisionProps & { readonly done: boolean }

/** Meetings, evidence and decisions of one case, with what may be done now. */
export function ConciliationPage(props: ConciliationPageProps) {
  const { t, link } = useReader()
  const { view, sent } = props
  const { id, number } = view.kept
  return (
    <OfficerLayout
      title={t('conciliation.title', { number })}
      hasErrors={sent !== null}
      before={
        <BackLink href={link(routes.complaint.href({ id }))}>{t('conciliation.back')}</BackLink>
      }
    >
      <Refused {...props} />
      {props.done ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t('conciliation.done')}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{t('conciliation.title', { number })}</h1>
      </div>
      <ul class="plain small">
        <li>
          {t('conciliation.rule.notice')} <RuleLine rule={view.notice} />
        </li>
        <li>
          {t('conciliation.rule.attempts', { count: view.meetings.length })}{' '}
          <RuleLine rule={view.attempts} />
        </li>
      </ul>
      <Meetings {...props} />
      <Evidence {...props} />
      <Decisions {...props} />
    </OfficerLayout>
  )
}

function Refused({ view, sent, signingError }: ConciliationPageProps) {
  const { t } = useReader()
  if (!sent) return null
  const errors = Object.entries(sent.state.errors).map(([field, { key, values }]) => ({
    text: t(key, { ...values, ...whoOf(field, view.persons, t) }),
    href: `#${fieldId(sent.step, field)}`,
  }))
  const code = sent.refusal ? [{ text: t(`refusal.${sent.refusal}`), href: `#${sent.step}` }] : []
  const signing = signingError
    ? [{ text: t(`accounts.signing.${signingError}`), href: '#signing-code' }]
    : []
  return <ErrorSummary errors={[...code, ...signing, ...errors]} />
}

/** What is wrong in somebody's row says her name, not only her number. */
function whoOf(field: string, persons: ConciliationPageProps['view']['persons'], t: Translate) {
  const person = persons.find(({ id }) => field === `sum-${id}` || field === `answer-${id}`)
  if (!person) return {}
  const { position, name } = person
  return { at: t('conciliation.person', { position, name: name ?? '–' }) }
}
type Translate = ReturnType<typeof useReader>['t']
