import { type Html, isHtml } from '../../html/html.ts'
import { type Content, type Tone, tokens } from '../content.ts'
import { Icon } from '../icons.tsx'
import { useReader } from '../reader.ts'

export type SortDirection = 'ascending' | 'descending'

export type WorklistColumn = {
  readonly label: string
  readonly numeric?: boolean | undefined
  /** Where the head leads, to sort by this column; and how it is sorted now. */
  readonly sortHref?: string | undefined
  readonly sorted?: SortDirection | undefined
}

export type WorklistRow = {
  readonly id: string
  /** One for each column; the first holds the link to the record. */
  readonly cells: readonly Content[]
  /** Marks the row's edge: late, due today. The cells say the same in words. */
  readonly tone?: Tone | undefined
  /** Read out for the row's checkbox: which record it chooses. */
  readonly name?: string | undefined
  /** Its checkbox was ticked before the page was drawn again. */
  readonly chosen?: boolean | undefined
}

export type WorklistProps = {
  readonly caption: string
  readonly columns: readonly WorklistColumn[]
  /** Records, or lines drawn before by `WorklistLine`. */
  readonly rows: readonly (WorklistRow | Html)[]
  /** Field name of the checkboxes; absent where nothing is done in bulk. */
  readonly selectName?: string | undefined
  /** On a phone each record stands as a block, every cell below its column's name. */
  readonly stacks?: boolean | undefined
}

/** Many records, 36 px a row; the head stays, sorting lies in the address. */
export function Worklist({ caption, columns, rows, selectName, stacks }: WorklistProps) {
  const { t } = useReader()
  return (
    <div class={tokens('worklist', stacks && 'worklist--stacks')}>
      <table class="worklist__table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selectName ? (
              <th scope="col" class="worklist__select">
                <span class="govuk-visually-hidden">{t('ui.worklist.select')}</span>
              </th>
            ) : null}
            {columns.map((column) => (
              <ColumnHead column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            isHtml(row) ? (
              row
            ) : (
              <WorklistLine row={row} columns={columns} selectName={selectName} />
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

function ColumnHead({ column }: { readonly column: WorklistColumn }) {
  const { label, numeric, sortHref, sorted } = column
  return (
    <th scope="col" class={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      {sortHref ? (
        <a class="worklist__sort" href={sortHref}>
          {label}
          {sorted ? <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} /> : null}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

export type WorklistLineProps = {
  readonly row: WorklistRow
  readonly columns: readonly WorklistColumn[]
  readonly selectName: string | undefined
}

/** One record as a row of the table. */
export function WorklistLine({ row, columns, selectName }: WorklistLineProps) {
  const { t } = useReader()
  return (
    <tr class={tokens('worklist__row', row.tone && `worklist__row--${row.tone}`)}>
      {selectName ? (
        <td class="worklist__select">
          <input
            type="checkbox"
            name={selectName}
            value={row.id}
            checked={row.chosen}
            aria-label={t('ui.worklist.select-one', { name: row.name ?? row.id })}
          />
        </td>
      ) : null}
      {row.cells.map((cell, index) => (
        <td
          class={columns[index]?.numeric ? 'numeric' : undefined}
          data-label={columns[index]?.label}
        >
          {cell}
        </td>
      ))}
    </tr>
  )
}
