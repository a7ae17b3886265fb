import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'

export type NavigationItem = {
  readonly text: Content
  readonly href?: string | undefined
  /** `page`: this very page; `section`: a page below it. */
  readonly current?: 'page' | 'section' | undefined
}

export type ServiceNavigationProps = {
  readonly items: readonly NavigationItem[]
  readonly serviceName?: string | undefined
  readonly serviceHref?: string | undefined
  readonly class?: string | undefined
}

/** The parts of one service, side by side; wraps on small screens instead of hiding in a menu. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { t } = useReader()
  const name = tokens('govuk-service-navigation', props.class)
  const inner = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        <ServiceName {...props} />
        <Items items={props.items} />
      </div>
    </div>
  )
  return props.serviceName ? (
    <section aria-label={t('ui.navigation.service')} class={name}>
      {inner}
    </section>
  ) : (
    <div class={name}>{inner}</div>
  )
}

function ServiceName({ serviceName, serviceHref }: ServiceNavigationProps) {
  if (!serviceName) return null
  return (
    <span class="govuk-service-navigation__service-name">
      {serviceHref ? (
        <a href={serviceHref} class="govuk-service-navigation__link">
          {serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{serviceName}</span>
      )}
    </span>
  )
}

function Items({ items }: { readonly items: readonly NavigationItem[] }) {
  const { t } = useReader()
  if (items.length === 0) return null
  return (
    <nav aria-label={t('ui.navigation.label')} class="govuk-service-navigation__wrapper">
      <ul class="govuk-service-navigation__list" id="navigation">
        {items.map((item) => (
          <li
            class={tokens(
              'govuk-service-navigation__item',
              item.current && 'govuk-service-navigation__item--active',
            )}
          >
            <Item item={item} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

const ariaCurrent = { page: 'page', section: 'true' } as const

function Item({ item }: { readonly item: NavigationItem }) {
  const current = item.current && ariaCurrent[item.current]
  const text = item.current ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  )
  return item.href ? (
    <a class="govuk-service-navigation__link" href={item.href} aria-current={current}>
      {text}
    </a>
  ) : (
    <span class="govuk-service-navigation__text" aria-current={current}>
      {text}
    </span>
  )
}
