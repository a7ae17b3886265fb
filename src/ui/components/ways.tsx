import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

export type SkipLinkProps = {
  readonly href?: string | undefined
  readonly children?: Content | undefined
  readonly class?: string | undefined
}

/** First in the page: past the header, for those who use the keyboard. */
export function SkipLink({ href, children, class: extra }: SkipLinkProps) {
  const { t } = useReader()
  return (
    <a href={href ?? '#content'} class={tokens('govuk-skip-link', extra)}>
      {children ?? t('ui.skip')}
    </a>
  )
}

export type BackLinkProps = {
  readonly href: string
  readonly children?: Content | undefined
  readonly class?: string | undefined
}

export function BackLink({ href, children, class: extra }: BackLinkProps) {
  const { t } = useReader()
  return (
    <a href={href} class={tokens('govuk-back-link', extra)}>
      {children ?? t('ui.back')}
    </a>
  )
}

export type Crumb = { readonly text: Content; readonly href?: string | undefined }

export type BreadcrumbsProps = {
  /** A crumb without address is the page itself. */
  readonly crumbs: readonly Crumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly class?: string | undefined
}

export function Breadcrumbs({ crumbs, collapseOnMobile, class: extra }: BreadcrumbsProps) {
  const { t } = useReader()
  const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav class={tokens('govuk-breadcrumbs', extra, collapse)} aria-label={t('ui.breadcrumb')}>
      <ol class="govuk-breadcrumbs__list">
        {crumbs.map(({ text, href }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
