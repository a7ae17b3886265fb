import { keepDrawnFor } from '../../../../html/html.ts'
import { routes } from '../../../../routes.ts'
import { Button, ErrorSummary, Icon, Select, useReader } from '../../../../ui/index.ts'
import type { Officer } from '../../../accounts/index.ts'
import type { AssignRefusal } from '../../actions/assign-complaint.ts'

export type BulkProblem = 'none-chosen' | 'no-officer'
/** A bulk action that could not begin: what is missing, and what was chosen. */
export type BulkAgain = {
  readonly problem: BulkProblem
  readonly rows: ReadonlySet<string>
  readonly officer: string
}

type BulkBarProps = { readonly officers: readonly Officer[]; readonly again: BulkAgain | null }

/** For the rows that are chosen; drawn once for as long as this list of officers is kept. */
export function BulkBar({ officers, again }: BulkBarProps) {
  const { lang } = useReader()
  if (again) return <Bar officers={officers} again={again} />
  return keep(officers, lang, () => <Bar officers={officers} again={null} />)
}

const officerId = 'bulk-officer'
const problems: Readonly<Record<BulkProblem, { readonly key: string; readonly at: string }>> = {
  'none-chosen': { key: 'complaints.bulk.none-chosen', at: 'bulk' },
  'no-officer': { key: 'complaints.field.officer.missing', at: officerId },
}

/** Above the heading: what is missing, linked to where it is given. */
export function BulkErrors({ again }: Pick<BulkBarProps, 'again'>) {
  const { t } = useReader()
  if (!again) return null
  const { key, at } = problems[again.problem]
  return <ErrorSummary errors={[{ text: t(key), href: `#${at}` }]} />
}

const keep = keepDrawnFor(2)

/** Take them, or give them to one officer. */
function Bar({ officers, again }: BulkBarProps) {
  const { t, name } = useReader()
  const options = officers.map((officer) => ({ value: officer.id, label: name(officer) }))
  return (
    <div class="bulk" id="bulk" tabindex={-1}>
      <span class="bulk__label">{t('complaints.bulk.label')}</span>
      <Button name="do" value="take" kind="secondary">
        {t('complaints.bulk.take')}
      </Button>
      {options.length > 0 ? (
        <>
          <Select
            name="officer"
            id={officerId}
            value={again?.officer}
            error={again?.problem === 'no-officer' ? t(problems['no-officer'].key) : undefined}
            label={t('complaints.bulk.officer')}
            options={[{ value: '', label: t('complaints.bulk.choose') }, ...options]}
          />
          <Button name="do" value="assign" kind="secondary">
            {t('complaints.bulk.assign')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** What became of each row of a bulk action; the rows that were refused one by one. */
export type BulkOutcome = {
  readonly done: number
  readonly refused: readonly {
    readonly id: string
    readonly number: string
    readonly why: AssignRefusal
  }[]
}

export function BulkOutcomeNotice({ outcome }: { readonly outcome: BulkOutcome | null }) {
  const { t, link } = useReader()
  if (!outcome) return null
  const { done, refused } = outcome
  return (
    <div class="notice" role="status">
      <Icon name={refused.length === 0 ? 'circle-check' : 'info'} />
      <div>
        <p>{t('complaints.bulk.done', { done })}</p>
        {refused.length > 0 ? (
          <ul>
            {refused.map(({ id, number, why }) => (
              <li>
                <a href={link(routes.complaint.href({ id }))}>{number}</a>: {t(`refusal.${why}`)}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
