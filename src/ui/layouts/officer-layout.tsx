import { SkipLink } from '../components/ways.tsx'
import { type Content, tokens } from '../content.ts'
import { Icon, iconNamed } from '../icons.tsx'
import { type RailEntry, useChrome, useReader } from '../reader.ts'
import { DemonstrationBanner, LanguageSwitch, Main } from './chrome-parts.tsx'
import { Document } from './document.tsx'

export type OfficerLayoutProps = {
  readonly title: string
  readonly hasErrors?: boolean | undefined
  /** Between the bar and the heading: breadcrumbs or a way back. */
  readonly before?: Content | undefined
  readonly children: Content
}

/** Dense and fast: a thin rail, a bar with the person's name, the page. */
export function OfficerLayout({ title, hasErrors, before, children }: OfficerLayoutProps) {
  return (
    <Document title={title} styles="officer" hasErrors={hasErrors}>
      <SkipLink />
      <Bar />
      <DemonstrationBanner />
      <div class="desk">
        <Rail />
        <div class="desk__page">
          <Main before={before}>{children}</Main>
        </div>
      </div>
    </Document>
  )
}

function Bar() {
  const { t, link } = useReader()
  const { signedInAs } = useChrome()
  return (
    <header class="bar">
      <a class="bar__name" href={link('/')}>
        {t('ui.service.name')}
      </a>
      <LanguageSwitch />
      {signedInAs ? (
        <form class="bar__person" method="post" action={link('/sign-out')}>
          <a class="bar__who" href={link('/account')}>
            <Icon name="user" />
            <span>{signedInAs}</span>
          </a>
          <button class="bar__out" type="submit">
            <Icon name="log-out" />
            <span>{t('ui.sign-out')}</span>
          </button>
        </form>
      ) : null}
    </header>
  )
}

function Rail() {
  const { t } = useReader()
  const { rail, path } = useChrome()
  if (rail.length === 0) return null
  const here = currentEntry(rail, path)
  return (
    <nav class="rail" aria-label={t('ui.rail.label')}>
      <ul class="rail__list">
        {rail.map((entry) => (
          <RailLink entry={entry} current={entry === here} />
        ))}
      </ul>
    </nav>
  )
}

function RailLink({ entry, current }: { readonly entry: RailEntry; readonly current: boolean }) {
  const { t, link } = useReader()
  return (
    <li class={tokens('rail__item', current && 'rail__item--current')}>
      <a
        class={tokens('rail__link', current && 'rail__link--current')}
        href={link(entry.href)}
        aria-current={current ? 'page' : undefined}
      >
        <Icon name={iconNamed(entry.icon)} />
        <span>{t(entry.key)}</span>
      </a>
    </li>
  )
}

/** The entry whose address is the longest start of this page's address. */
function currentEntry(rail: readonly RailEntry[], path: string): RailEntry | undefined {
  const page = path.split('?')[0] ?? path
  const above = rail.filter(({ href }) => page === href || page.startsWith(`${href}/`))
  return above.sort((a, b) => b.href.length - a.href.length)[0]
}
