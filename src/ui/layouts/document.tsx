import { asset } from '../assets.ts'
import type { Content } from '../content.ts'
import { useReader } from '../reader.ts'

export type DocumentProps = {
  /** Of the page; the service's name is added unless the page stays neutral. */
  readonly title: string
  readonly styles: 'citizen' | 'officer'
  readonly children: Content
  /** The form on this page was refused: screen readers hear it first. */
  readonly hasErrors?: boolean | undefined
  /** A title that tells nothing to somebody who looks over the shoulder, and no referrer elsewhere. */
  readonly neutral?: boolean | undefined
}

/** The shell of every page. No script and no style stands in it. */
export function Document({ title, styles, children, hasErrors, neutral }: DocumentProps) {
  const { t, lang } = useReader()
  const shown = neutral ? title : `${title} – ${t('ui.service.name')}`
  return (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{hasErrors ? t('ui.title.error', { title: shown }) : shown}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4a6f" />
        {neutral ? <meta name="referrer" content="same-origin" /> : null}
        {neutral ? <meta name="robots" content="noindex" /> : null}
        <link rel="icon" type="image/svg+xml" href={asset('tab.svg')} />
        <link rel="stylesheet" href={asset(`${styles}.css`)} />
      </head>
      <body class={`govuk-template__body ${styles}`}>{children}</body>
    </html>
  )
}
