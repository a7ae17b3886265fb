import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'
import { CodeField } from './code-page.tsx'

export type SecondFactorPageProps = {
  readonly state: FormState
  readonly next: string
  readonly submission: string
  /** Since when codes are asked for; null before the first set-up. */
  readonly since: Day | null
  readonly offer: { readonly secret: string; readonly sealed: string; readonly picture: string }
}

export function SecondFactorPage(props: SecondFactorPageProps) {
  const { t, link, day } = useReader()
  const { state, since, offer } = props
  const title = t('accounts.second-factor.title')
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={<BackLink href={link(routes.account.href())} />}
    >
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('accounts.second-factor.why')}</p>
      <InsetText>
        {since
          ? t('accounts.second-factor.since', { day: day(since) })
          : t('accounts.second-factor.needed')}
      </InsetText>
      <Secret offer={offer} />
      <SetUpForm {...props} />
    </OfficerLayout>
  )
}

function Secret({ offer }: Pick<SecondFactorPageProps, 'offer'>) {
  const { t } = useReader()
  return (
    <ol class="govuk-list govuk-list--number">
      <li>{t('accounts.second-factor.step.app')}</li>
      <li>
        {t('accounts.second-factor.step.scan')}
        <p>
          <img
            src={offer.picture}
            width="220"
            height="220"
            alt={t('accounts.second-factor.picture')}
          />
        </p>
        <p>
          {t('accounts.second-factor.by-hand')}{' '}
          <code>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </li>
      <li>{t('accounts.second-factor.step.code')}</li>
    </ol>
  )
}

function SetUpForm({ state, next, submission, since, offer }: SecondFactorPageProps) {
  const { t, link } = useReader()
  const action = link(routes.accountSecondFactor.href())
  return (
    <Form action={action} state={state} submission={submission}>
      <input type="hidden" name="offer" value={offer.sealed} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {since ? (
        <CodeField
          name="current"
          label={t('accounts.second-factor.current.label')}
          hint={t('accounts.second-factor.current.hint')}
        />
      ) : null}
      <CodeField
        name="code"
        label={t('accounts.second-factor.code.label')}
        hint={t('accounts.code.hint')}
      />
      <Button>{t('accounts.second-factor.button')}</Button>
    </Form>
  )
}
