import { SignInPage } from './modules/accounts/index.ts'
import type { ErrorPages, Frame } from './platform/http/route.ts'
import { routes } from './routes.ts'
import {
  ChromeContext,
  CitizenLayout,
  type Content,
  emptyForm,
  LinkButton,
  OfficerLayout,
  ReaderContext,
  useChrome,
  useReader,
} from './ui/index.ts'

/** What the platform shows when something cannot be shown, drawn with the ui. */
export const errorPages: ErrorPages = {
  notFound: () => <NotFound />,
  notAllowed: () => <NotAllowed />,
  failed: (reference) => <Failed reference={reference} />,
  slowDown: (seconds) => <SlowDown seconds={seconds} />,
  signInAgain: (kept) => <SignInPage state={emptyForm} carried={{ kept, next: '' }} ended />,
  wrap: (body, frame: Frame) => (
    <ReaderContext.Provider value={frame.reader}>
      <ChromeContext.Provider value={frame}>{body}</ChromeContext.Provider>
    </ReaderContext.Provider>
  ),
}

function NotFound() {
  const { t } = useReader()
  return (
    <ErrorPage name="not-found">
      <p class="govuk-body">{t('error-page.not-found.text')}</p>
    </ErrorPage>
  )
}

function NotAllowed() {
  const { t, link } = useReader()
  return (
    <ErrorPage name="not-allowed">
      <p class="govuk-body">{t('error-page.not-allowed.text')}</p>
      {useChrome().signedInAs ? (
        <p class="govuk-body">
          <a class="govuk-link" href={link(routes.account.href())}>
            {t('error-page.not-allowed.account')}
          </a>
        </p>
      ) : null}
    </ErrorPage>
  )
}

function Failed({ reference }: { readonly reference: string }) {
  const { t } = useReader()
  return (
    <ErrorPage name="failed">
      <p class="govuk-body">
        {t('error-page.failed.text')} <strong>{reference}</strong>
      </p>
    </ErrorPage>
  )
}

function SlowDown({ seconds }: { readonly seconds: number }) {
  const { t } = useReader()
  const wait =
    seconds <= 90
      ? t('error-page.slow-down.seconds', { seconds })
      : t('error-page.slow-down.minutes', { minutes: Math.ceil(seconds / 60) })
  return (
    <ErrorPage name="slow-down">
      <p class="govuk-body">
        {t('error-page.slow-down.text')} {wait}
      </p>
    </ErrorPage>
  )
}

type ErrorName = 'not-found' | 'not-allowed' | 'failed' | 'slow-down'

/** In the frame that the reader comes from: officers keep their rail. */
function ErrorPage({ name, children }: { readonly name: ErrorName; readonly children: Content }) {
  const { t, link } = useReader()
  const title = t(`error-page.${name}.title`)
  const Layout = useChrome().signedInAs ? OfficerLayout : CitizenLayout
  return (
    <Layout title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
      <LinkButton href={link(routes.home.href())} kind="secondary">
        {t('error-page.home')}
      </LinkButton>
    </Layout>
  )
}
