import { dayOf } from '../../../kernel/days.ts'
import type { Message } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  InsetText,
  LinkButton,
  OfficerLayout,
  useChrome,
  useReader,
  WarningText,
} from '../../../ui/index.ts'

export type OidcPageProps = {
  /** Since when an account is linked; null for none. */
  readonly since: Date | null
  /** Why linking came to nothing. */
  readonly problem: Message | null
  readonly submission: string
}

/** The account at the provider by which a person may sign in, too. */
export function OidcPage({ since, problem, submission }: OidcPageProps) {
  const { t, link, day } = useReader()
  const provider = useChrome().signInWith ?? ''
  const title = t('accounts.oidc.title', { provider })
  return (
    <OfficerLayout title={title} before={<BackLink href={link(routes.account.href())} />}>
      <h1 class="govuk-heading-l">{title}</h1>
      {problem ? <WarningText>{t(problem.key, problem.values)}</WarningText> : null}
      <p class="govuk-body">{t('accounts.oidc.text', { provider })}</p>
      {since ? (
        <>
          <InsetText>{t('accounts.oidc.since', { day: day(dayOf(since)) })}</InsetText>
          <Form
            action={link(routes.accountOidcEnd.href())}
            state={{ values: {}, errors: {} }}
            submission={submission}
          >
            <Button kind="secondary">{t('accounts.oidc.unlink')}</Button>
          </Form>
        </>
      ) : (
        <LinkButton href={link(routes.accountOidcStart.href())}>
          {t('accounts.oidc.link')}
        </LinkButton>
      )}
    </OfficerLayout>
  )
}
