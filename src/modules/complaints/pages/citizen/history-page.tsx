import { SafeLayout, useReader } from '../../../../ui/index.ts'

const browsers = ['chrome', 'samsung', 'safari', 'firefox', 'inside-apps'] as const

/** How to remove the traces on this phone, and that nothing more is promised. */
export function HistoryPage() {
  const { t } = useReader()
  return (
    <SafeLayout>
      <h1>{t('complain.history.title')}</h1>
      <p>{t('complain.history.why')}</p>
      {browsers.map((browser) => (
        <>
          <h2>{t(`complain.history.${browser}`)}</h2>
          <p>{t(`complain.history.${browser}-how`)}</p>
        </>
      ))}
      <h2>{t('complain.history.also')}</h2>
      <ul>
        <li>{t('complain.history.also-private')}</li>
        <li>{t('complain.history.also-photo')}</li>
        <li>{t('complain.history.also-other-phone')}</li>
      </ul>
      <h2>{t('complain.history.limits')}</h2>
      <p>{t('complain.history.limits-text')}</p>
    </SafeLayout>
  )
}
