import { type Content, tokens } from '../content.ts'
import { useReader } from '../reader.ts'
import { LinkButton } from './button.tsx'

export type ExitThisPageProps = {
  /** A harmless page of somebody else; the weather when absent. */
  readonly href?: string | undefined
  readonly children?: Content | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

const harmlessPage = 'https://www.google.com/search?q=weather'

/** A quick way out that is a plain link: it works without script, and tells the target nothing. */
export function ExitThisPage({ href, children, id, class: extra }: ExitThisPageProps) {
  const { t } = useReader()
  return (
    <div id={id} class={tokens('govuk-exit-this-page', extra)}>
      <LinkButton
        href={href ?? harmlessPage}
        kind="warning"
        class="govuk-exit-this-page__button govuk-js-exit-this-page-button"
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {children ?? t('ui.exit')}
      </LinkButton>
    </div>
  )
}
