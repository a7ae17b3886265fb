import type { Content } from './content.ts'
import { CitizenLayout } from './layouts/citizen-layout.tsx'
import { useReader } from './reader.ts'

/** A page that says what happened and what to do, where nothing else can be shown. */
function MessagePage({ title, children }: { readonly title: string; readonly children: Content }) {
  const { t, link } = useReader()
  return (
    <CitizenLayout title={title}>
      <h1>{title}</h1>
      {children}
      <p>
        <a href={link('/')}>{t('ui.message.home')}</a>
      </p>
    </CitizenLayout>
  )
}

/** Also for what exists but may not be seen: the two look the same. */
export function NotFoundPage() {
  const { t } = useReader()
  return (
    <MessagePage title={t('ui.message.not-found.title')}>
      <p>{t('ui.message.not-found.text')}</p>
    </MessagePage>
  )
}

export function NotAllowedPage() {
  const { t } = useReader()
  return (
    <MessagePage title={t('ui.message.not-allowed.title')}>
      <p>{t('ui.message.not-allowed.text')}</p>
    </MessagePage>
  )
}

/** `reference`: the request's id in the log; it tells nothing about the person. */
export function FailedPage({ reference }: { readonly reference: string }) {
  const { t } = useReader()
  return (
    <MessagePage title={t('ui.message.failed.title')}>
      <p>{t('ui.message.failed.text')}</p>
      <p>{t('ui.message.failed.reference', { reference })}</p>
    </MessagePage>
  )
}

export function SlowDownPage({ seconds }: { readonly seconds: number }) {
  const { t } = useReader()
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return (
    <MessagePage title={t('ui.message.slow-down.title')}>
      <p>{t('ui.message.slow-down.text', { minutes })}</p>
    </MessagePage>
  )
}
