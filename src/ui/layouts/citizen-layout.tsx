import { SkipLink } from '../components/ways.tsx'
import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'
import { DemonstrationBanner, Footer, LanguageSwitch, Main } from './chrome-parts.tsx'
import { Document } from './document.tsx'

export type CitizenLayoutProps = {
  /** For the browser's tab; the page draws its own heading. */
  readonly title: string
  readonly hasErrors?: boolean | undefined
  /** Above the main part: the way back. */
  readonly before?: Content | undefined
  readonly children: Content
}

/** One question or one answer a page: one narrow column. */
export function CitizenLayout({ title, hasErrors, before, children }: CitizenLayoutProps) {
  return (
    <Document title={title} styles="citizen" hasErrors={hasErrors}>
      <SkipLink />
      <Masthead />
      <DemonstrationBanner />
      <div class="frame sheet">
        <Main before={before}>{children}</Main>
      </div>
      <Footer />
    </Document>
  )
}

function Masthead() {
  const { t, link } = useReader()
  return (
    <header class="masthead">
      <div class="frame">
        <a class="masthead__name" href={link('/')}>
          {t('ui.service.name')}
        </a>
        <LanguageSwitch />
      </div>
    </header>
  )
}
