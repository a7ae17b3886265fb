import { asset } from '../assets.ts'
import { ExitThisPage } from '../components/exit-this-page.tsx'
import { SkipLink } from '../components/ways.tsx'
import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'
import { DemonstrationBanner, LanguageSwitch, Main } from './chrome-parts.tsx'
import { Document } from './document.tsx'

export type SafeLayoutProps = {
  readonly hasErrors?: boolean | undefined
  readonly before?: Content | undefined
  readonly children: Content
}

/**
 * For those who may be watched: a title and a header that tell nothing, a quick way out above and
 * below, no referrer, nothing that leads elsewhere by mistake.
 */
export function SafeLayout({ hasErrors, before, children }: SafeLayoutProps) {
  const { t } = useReader()
  return (
    <Document title={t('ui.safe.title')} styles="citizen" hasErrors={hasErrors} neutral>
      <SkipLink />
      <header class="masthead masthead--quiet">
        <div class="frame">
          <span class="masthead__name">{t('ui.safe.title')}</span>
          <LanguageSwitch />
        </div>
      </header>
      <DemonstrationBanner />
      <div class="frame sheet">
        <Main before={<WaysOut>{before}</WaysOut>}>{children}</Main>
      </div>
      <footer class="footer">
        <div class="frame">
          <ExitThisPage />
        </div>
      </footer>
      <script type="module" src={asset('leave.js')} />
    </Document>
  )
}

const WaysOut = ({ children }: { readonly children: Content }) => (
  <>
    <ExitThisPage />
    {children}
  </>
)
