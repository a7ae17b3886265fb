import { type Content, tokens } from '../content.ts'
import { Heading } from './heading.tsx'

export type SummaryAction = {
  readonly href: string
  readonly text: Content
  /** Read out after the text, so that each "Change" says what it changes. */
  readonly about?: string | undefined
}

export type SummaryRow = {
  readonly key: Content
  readonly value: Content
  readonly actions?: readonly SummaryAction[] | undefined
  readonly class?: string | undefined
}

export type SummaryListProps = {
  readonly rows: readonly SummaryRow[]
  readonly noBorder?: boolean | undefined
  readonly class?: string | undefined
  /** Draws the list as a card with this title. */
  readonly card?: SummaryCard | undefined
}

export type SummaryCard = {
  readonly title: string
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly actions?: readonly SummaryAction[] | undefined
}

export function SummaryList({ rows, noBorder, class: extra, card }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length)
  const border = noBorder && 'govuk-summary-list--no-border'
  const list = (
    <dl class={tokens('govuk-summary-list', border, extra)}>
      {rows.map((row) => (
        <Row row={row} anyActions={anyActions} cardTitle={card?.title} />
      ))}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}

type RowProps = {
  readonly row: SummaryRow
  readonly anyActions: boolean
  readonly cardTitle: string | undefined
}

function Row({ row, anyActions, cardTitle }: RowProps) {
  const actions = row.actions ?? []
  const bare = anyActions && actions.length === 0 && 'govuk-summary-list__row--no-actions'
  return (
    <div class={tokens('govuk-summary-list__row', bare, row.class)}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 ? (
        <dd class="govuk-summary-list__actions">
          <Actions actions={actions} block="govuk-summary-list" cardTitle={cardTitle} />
        </dd>
      ) : null}
    </div>
  )
}

type ActionsProps = {
  readonly actions: readonly SummaryAction[]
  readonly block: string
  readonly cardTitle: string | undefined
}

function Actions({ actions, block, cardTitle }: ActionsProps) {
  const [only] = actions
  if (only && actions.length === 1) return <ActionLink action={only} cardTitle={cardTitle} />
  return (
    <ul class={`${block}__actions-list`}>
      {actions.map((action) => (
        <li class={`${block}__actions-list-item`}>
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

type ActionLinkProps = { readonly action: SummaryAction; readonly cardTitle: string | undefined }

function ActionLink({ action, cardTitle }: ActionLinkProps) {
  const { href, text, about } = action
  const hidden = (about ? ` ${about}` : '') + (cardTitle ? ` (${cardTitle})` : '')
  return (
    <a class="govuk-link" href={href}>
      {text}
      {hidden ? <span class="govuk-visually-hidden">{hidden}</span> : null}
    </a>
  )
}

function Card({ card, children }: { readonly card: SummaryCard; readonly children: Content }) {
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading level={card.headingLevel ?? 2} class="govuk-summary-card__title">
          {card.title}
        </Heading>
        <CardActions card={card} />
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function CardActions({ card }: { readonly card: SummaryCard }) {
  const actions = card.actions ?? []
  const [only] = actions
  if (!only) return null
  if (actions.length === 1) {
    return (
      <div class="govuk-summary-card__actions">
        <ActionLink action={only} cardTitle={card.title} />
      </div>
    )
  }
  return (
    <ul class="govuk-summary-card__actions">
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={card.title} />
        </li>
      ))}
    </ul>
  )
}
