import { routes } from '../../../routes.ts'
import {
  Button,
  CitizenLayout,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  useChrome,
  useReader,
} from '../../../ui/index.ts'
import type { SigningState } from '../actions/sign.ts'
import type { SigningRefusal } from '../rules/signing.ts'
import { SigningFields } from './signing-fields.tsx'

export type OidcReturnPageProps = {
  /** As it came back in the address. */
  readonly query: Readonly<Record<string, string>>
  /** Null for whoever signs in; else what is asked before an account is linked. */
  readonly signing: SigningState | null
  readonly signingError: SigningRefusal | null
  readonly state: FormState
}

/** Back from the provider: only a form of our own pages opens or links anything. */
export function OidcReturnPage({ query, signing, signingError, state }: OidcReturnPageProps) {
  const { t, link } = useReader()
  const provider = useChrome().signInWith ?? ''
  const what = signing ? 'link' : 'sign-in'
  const title = t(`accounts.oidc.back.${what}`, { provider })
  return (
    <CitizenLayout title={title} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={link(routes.signInOidcReturn.href())} state={state} submission="">
        {Object.entries(query).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {signing ? <SigningFields {...signing} error={signingError} /> : null}
        <Button>{t(`accounts.oidc.button.${what}`)}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={link(signing ? routes.account.href() : routes.signIn.href())}>
          {t('accounts.oidc.leave')}
        </a>
      </p>
    </CitizenLayout>
  )
}
