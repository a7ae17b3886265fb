import { routes } from '../../../routes.ts'
import { Breadcrumbs, EmptyState, OfficerLayout, useReader, Worklist } from '../../../ui/index.ts'
import type { Wording } from '../actions/change-wording.ts'

export type WordingsPageProps = { readonly wordings: readonly Wording[] }

/** The texts that leave the house, as they stand in both languages. */
export function WordingsPage({ wordings }: WordingsPageProps) {
  const { t, link } = useReader()
  const title = t('changes.place.wording')
  const crumbs = [
    { text: t('changes.title'), href: link(routes.administration.href()) },
    { text: title },
  ]
  const columns = ['key', 'km', 'en', 'origin'] as const
  return (
    <OfficerLayout title={title} before={<Breadcrumbs crumbs={crumbs} />}>
      <h1>{title}</h1>
      <p>{t('changes.wording.about')}</p>
      {wordings.length === 0 ? (
        <EmptyState title={t('changes.none')} icon="message-square" />
      ) : (
        <Worklist
          stacks
          caption={title}
          columns={columns.map((column) => ({ label: t(`changes.wording.${column}`) }))}
          rows={wordings.map((wording) => ({
            id: wording.key,
            cells: [
              <WordingLink wording={wording} />,
              <span class="one-line one-line--wide" lang="km" title={wording.km}>
                {wording.km}
              </span>,
              <span class="one-line one-line--wide" lang="en" title={wording.en}>
                {wording.en}
              </span>,
              <Origin wording={wording} />,
            ],
          }))}
        />
      )}
    </OfficerLayout>
  )
}

function WordingLink({ wording }: { readonly wording: Wording }) {
  const { link } = useReader()
  const href = routes.changeNew.href({ kind: 'wording' }, { subject: wording.key })
  return <a href={link(href)}>{wording.key.replace('wording.', '')}</a>
}

function Origin({ wording }: { readonly wording: Wording }) {
  const { t, day, link } = useReader()
  if (wording.from === null) return <>{t('changes.wording.program')}</>
  const asked = { kind: 'wording', subject: wording.key }
  return (
    <a href={link(routes.administration.href(asked))}>
      {t('changes.wording.ministry', { day: day(wording.from) })}
    </a>
  )
}
