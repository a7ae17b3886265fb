import { SignInPage } from './modules/accounts/index.ts'
import type { ErrorPages, Frame, SentForm } from './platform/http/route.ts'
import { routes } from './routes.ts'
import {
  Button,
  ChromeContext,
  CitizenLayout,
  type Content,
  emptyForm,
  LinkButton,
  OfficerLayout,
  ReaderContext,
  SafeLayout,
  useChrome,
  useReader,
} from './ui/index.ts'

/** What the platform shows when something cannot be shown, drawn with the ui. */
export const errorPages: ErrorPages = {
  notFound: () => <NotFound />,
  notAllowed: () => <NotAllowed />,
  failed: (reference, sent) => <Failed reference={reference} sent={sent} />,
  slowDown: (seconds, sent) => <SlowDown seconds={seconds} sent={sent} />,
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

type Sent = { readonly sent: SentForm | null }

function Failed({ reference, sent }: { readonly reference: string } & Sent) {
  const { t } = useReader()
  return (
    <ErrorPage name="failed">
      <p class="govuk-body">
        {t('error-page.failed.text')} <strong>{reference}</strong>
      </p>
      <SendAgain sent={sent} />
    </ErrorPage>
  )
}

function SlowDown({ seconds, sent }: { readonly seconds: number } & Sent) {
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
      <SendAgain sent={sent} />
    </ErrorPage>
  )
}

/** What was typed is not lost: it goes out once more with one press. */
function SendAgain({ sent }: Sent) {
  const { t, link } = useReader()
  if (!sent) return null
  return (
    <form method="post" action={link(sent.path)}>
      {sent.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="govuk-body">{t('error-page.kept')}</p>
      <Button>{t('error-page.send-again')}</Button>
    </form>
  )
}

type ErrorName = 'not-found' | 'not-allowed' | 'failed' | 'slow-down'

type ErrorPageProps = { readonly name: ErrorName; readonly children: Content }

/** In the frame that the reader comes from: officers keep their rail, whoever complains stays unseen. */
function ErrorPage({ name, children }: ErrorPageProps) {
  const { t, link } = useReader()
  const { path, signedInAs } = useChrome()
  const quiet = quietStart(path)
  const title = t(`error-page.${name}.title`)
  if (quiet)
    return (
      <SafeLayout>
        <h1>{title}</h1>
        {children}
        <LinkButton href={link(quiet)} kind="secondary">
          {t('error-page.start')}
        </LinkButton>
      </SafeLayout>
    )
  const Layout = signedInAs ? OfficerLayout : CitizenLayout
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

/** Where the pages for those who may be watched begin, at an address that is one of theirs. */
function quietStart(path: string): string | undefined {
  const first = /^\/[^/?]*/.exec(path)?.[0]
  if (first === routes.clearHistory.href()) return routes.complain.href()
  return [routes.complain.href(), routes.follow.href()].find((start) => start === first)
}
