import type { Content } from '../content.ts'
import { Icon } from '../icons.tsx'
import { useChrome, useReader } from '../reader.ts'

/** The same page in the other language. */
export function LanguageSwitch() {
  const { t, lang } = useReader()
  const { path } = useChrome()
  const other = lang === 'km' ? 'en' : 'km'
  return (
    <a class="language" href={inLanguage(other, path)} lang={other} hreflang={other}>
      <Icon name="languages" />
      <span>{t('ui.language.other')}</span>
    </a>
  )
}

const inLanguage = (lang: 'km' | 'en', path: string) => {
  if (lang === 'km') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** Said on every page of a demonstration, and on paper. */
export function DemonstrationBanner() {
  const { t } = useReader()
  if (!useChrome().demonstration) return null
  return (
    <aside class="demonstration" aria-label={t('ui.demonstration.word')}>
      <div class="frame">
        <Icon name="flag" />
        <p>
          <strong>{t('ui.demonstration.word')}</strong> {t('ui.demonstration.text')}
        </p>
      </div>
    </aside>
  )
}

const footerLinks = [
  { key: 'ui.footer.rules', href: '/rules' },
  { key: 'ui.footer.personal-data', href: '/personal-data' },
  { key: 'ui.footer.style-guide', href: '/style-guide' },
  { key: 'ui.footer.api', href: '/api' },
  { key: 'ui.footer.sign-in', href: '/sign-in' },
]

export function Footer() {
  const { t, link } = useReader()
  return (
    <footer class="footer">
      <div class="frame">
        <nav aria-label={t('ui.footer.label')}>
          <ul class="footer__links">
            {footerLinks.map(({ key, href }) => (
              <li>
                <a class="govuk-link" href={link(href)}>
                  {t(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="footer__by">{t('ui.footer.by')}</p>
      </div>
    </footer>
  )
}

type MainProps = {
  /** Ways out and back; the skip link passes over them. */
  readonly before?: Content | undefined
  readonly children: Content
}

/** The page's own part; the skip link leads to its content. */
export function Main({ before, children }: MainProps) {
  return (
    <main class="main">
      {before}
      <div id="content" class="content" tabindex={-1}>
        {children}
      </div>
    </main>
  )
}
