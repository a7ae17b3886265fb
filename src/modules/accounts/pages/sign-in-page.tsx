import { routes } from '../../../routes.ts'
import {
  Button,
  CitizenLayout,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  LinkButton,
  TextField,
  useChrome,
  useReader,
} from '../../../ui/index.ts'
import { demonstrationPersons } from '../rules/demonstration-persons.ts'
import { type Carried, CarriedFields } from './carried-fields.tsx'

export type SignInPageProps = {
  readonly state: FormState
  readonly carried: Carried
  /** The session ended while somebody was writing. */
  readonly ended?: boolean
}

export function SignInPage({ state, carried, ended }: SignInPageProps) {
  const { t } = useReader()
  const title = t(ended ? 'accounts.ended.title' : 'accounts.sign-in.title')
  return (
    <CitizenLayout title={title} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1 class="govuk-heading-l">{title}</h1>
      {ended ? <InsetText>{t('accounts.ended.kept')}</InsetText> : null}
      {useChrome().demonstration ? <DemonstrationPeople carried={carried} /> : null}
      <PasswordForm state={state} carried={carried} />
      <Provider carried={carried} />
    </CitizenLayout>
  )
}

/** A further way in, where one is set up; what was typed before the session ended stays behind. */
function Provider({ carried: { next, kept } }: Pick<SignInPageProps, 'carried'>) {
  const { t, link } = useReader()
  const { signInWith: provider } = useChrome()
  if (!provider || kept) return null
  return (
    <LinkButton href={link(routes.signInOidc.href({ next }))} kind="secondary">
      {t('accounts.oidc.sign-in', { provider })}
    </LinkButton>
  )
}

/** Sent twice, it is tried twice: an empty submission id keeps no outcome that lacks its cookie. */
const everyTime = ''

function PasswordForm({ state, carried }: Pick<SignInPageProps, 'state' | 'carried'>) {
  const { t, link } = useReader()
  return (
    <Form action={link(routes.signIn.href())} state={state} submission={everyTime}>
      <CarriedFields {...carried} />
      <TextField
        name="login"
        label={t('accounts.login.label')}
        width={20}
        attributes={{ autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' }}
      />
      <TextField
        name="password"
        type="password"
        label={t('accounts.password.label')}
        width={20}
        attributes={{ autocomplete: 'current-password' }}
      />
      <Button>{t('accounts.sign-in.button')}</Button>
    </Form>
  )
}

function DemonstrationPeople({ carried }: { readonly carried: Carried }) {
  const { t, link, name } = useReader()
  return (
    <section aria-labelledby="demonstration">
      <h2 class="govuk-heading-m" id="demonstration">
        {t('accounts.demonstration.title')}
      </h2>
      <p class="govuk-body">{t('accounts.demonstration.text')}</p>
      <form method="post" action={link(routes.demonstrationSignIn.href())}>
        <CarriedFields {...carried} />
        <ul class="govuk-list">
          {demonstrationPersons.map((person) => (
            <li>
              <Button kind="secondary" name="person" value={person.login}>
                <span>
                  {t(`role.${person.role}`)}
                  <br />
                  <small>
                    {name(person)}, {name(person.place.shown)}
                  </small>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </form>
      <h2 class="govuk-heading-m">{t('accounts.sign-in.with-password')}</h2>
    </section>
  )
}
