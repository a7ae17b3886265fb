import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

export type PageLink = {
  readonly href: string
  /** "Previous page" or "Next page" when absent. */
  readonly text?: Content | undefined
  /** What is on that page. */
  readonly label?: string | undefined
}

export type PaginationProps = {
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly landmark?: string | undefined
  readonly class?: string | undefined
}

/** Back and forth in a keyset list: there are no page numbers, so none are shown. */
export function Pagination({ previous, next, landmark, class: extra }: PaginationProps) {
  const { t } = useReader()
  if (!previous && !next) return null
  return (
    <nav
      class={tokens('govuk-pagination govuk-pagination--block', extra)}
      aria-label={landmark ?? t('ui.pagination.label')}
    >
      {previous ? <Step link={previous} way="prev" word={t('ui.pagination.previous')} /> : null}
      {next ? <Step link={next} way="next" word={t('ui.pagination.next')} /> : null}
    </nav>
  )
}

type StepProps = { readonly link: PageLink; readonly way: 'prev' | 'next'; readonly word: string }

function Step({ link, way, word }: StepProps) {
  const bare = !link.label && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={way}>
        <Arrow way={way} />
        <span class={tokens('govuk-pagination__link-title', bare)}>{link.text ?? word}</span>
        {link.label ? (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        ) : null}
      </a>
    </div>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ way }: { readonly way: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[way]} />
    </svg>
  )
}
