import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'
import { Heading } from './heading.tsx'

export type NotificationBannerProps = {
  /** One sentence in large type; or give children. */
  readonly text?: string | undefined
  readonly children?: Content | undefined
  /** "Important", or "Done" for a success, when absent. */
  readonly title?: Content | undefined
  readonly titleId?: string | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly success?: boolean | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly class?: string | undefined
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { t } = useReader()
  const titleId = props.titleId ?? 'govuk-notification-banner-title'
  const success = props.success && 'govuk-notification-banner--success'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      class={tokens('govuk-notification-banner', success, props.class)}
      role={props.role ?? (props.success ? 'alert' : 'region')}
      aria-labelledby={titleId}
    >
      <div class="govuk-notification-banner__header">
        <Heading
          level={props.headingLevel ?? 2}
          class="govuk-notification-banner__title"
          id={titleId}
        >
          {props.title ?? t(props.success ? 'ui.banner.success' : 'ui.banner.important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : null}
        {props.children}
      </div>
    </div>
  )
}
