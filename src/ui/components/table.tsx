import { isHtml } from '../../html/html.ts'
import { type Content, tokens } from '../content.ts'

export type DetailedCell = {
  readonly content: Content
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly class?: string | undefined
}
export type Cell = Content | DetailedCell

export type TableProps = {
  readonly caption?: string | undefined
  readonly captionSize?: 's' | 'm' | 'l' | 'xl' | undefined
  /** The heads; a numeric head aligns its head only, a numeric cell itself. */
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[])[]
  readonly firstCellIsHeader?: boolean | undefined
  readonly small?: boolean | undefined
  readonly class?: string | undefined
}

/** A table wider than a phone: it scrolls by itself, by keyboard too, and the page stands still. */
export function WideTable(props: TableProps & { readonly label: string }) {
  return (
    <section class="wide-table" aria-label={props.label} tabindex={0}>
      <Table {...props} />
    </section>
  )
}

export function Table(props: TableProps) {
  const small = props.small && 'govuk-table--small-text-until-tablet'
  return (
    <table class={tokens('govuk-table', small, props.class)}>
      {props.caption ? (
        <caption
          class={tokens(
            'govuk-table__caption',
            props.captionSize && `govuk-table__caption--${props.captionSize}`,
          )}
        >
          {props.caption}
        </caption>
      ) : null}
      {props.head ? <Head cells={props.head} /> : null}
      <tbody class="govuk-table__body">
        {props.rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <BodyCell cell={asDetailed(cell)} isHeader={index === 0 && props.firstCellIsHeader} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ cells }: { readonly cells: readonly Cell[] }) {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {cells.map(asDetailed).map((cell) => (
          <th
            scope="col"
            class={cellClass('header', cell)}
            colspan={cell.colspan}
            rowspan={cell.rowspan}
          >
            {cell.content}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type BodyCellProps = { readonly cell: DetailedCell; readonly isHeader: boolean | undefined }

function BodyCell({ cell, isHeader }: BodyCellProps) {
  const spans = { colspan: cell.colspan, rowspan: cell.rowspan }
  if (isHeader) {
    return (
      <th scope="row" class={cellClass('header', cell)} {...spans}>
        {cell.content}
      </th>
    )
  }
  return (
    <td class={cellClass('cell', cell)} {...spans}>
      {cell.content}
    </td>
  )
}

const cellClass = (kind: 'header' | 'cell', cell: DetailedCell) =>
  tokens(`govuk-table__${kind}`, cell.numeric && `govuk-table__${kind}--numeric`, cell.class)

const asDetailed = (cell: Cell): DetailedCell => (isDetailed(cell) ? cell : { content: cell })

const isDetailed = (cell: Cell): cell is DetailedCell =>
  typeof cell === 'object' && cell !== null && !isHtml(cell) && 'content' in cell
