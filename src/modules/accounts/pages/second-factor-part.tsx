import { dayOf } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import { LinkButton, useChrome, useReader } from '../../../ui/index.ts'

/** The second step of an account, and what stands beside code and password. */
export function SecondFactor({
  secondFactorSince: since,
}: {
  readonly secondFactorSince: Date | null
}) {
  const { t, link, day } = useReader()
  const { signInWith: provider } = useChrome()
  return (
    <section aria-labelledby="second-factor">
      <h2 class="govuk-heading-m" id="second-factor">
        {t('accounts.second-factor.title')}
      </h2>
      <p class="govuk-body">
        {since
          ? t('accounts.second-factor.since', { day: day(dayOf(since)) })
          : t('accounts.second-factor.needed')}
      </p>
      <LinkButton href={link(routes.accountSecondFactor.href())} kind="secondary">
        {t(since ? 'accounts.second-factor.replace' : 'accounts.second-factor.set-up')}
      </LinkButton>
      {since ? (
        <p class="govuk-body">
          <a class="govuk-link" href={link(routes.accountPasskeys.href())}>
            {t('accounts.passkeys.title')}
          </a>
        </p>
      ) : null}
      {since && provider ? (
        <p class="govuk-body">
          <a class="govuk-link" href={link(routes.accountOidc.href())}>
            {t('accounts.oidc.title', { provider })}
          </a>
        </p>
      ) : null}
    </section>
  )
}
