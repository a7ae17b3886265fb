import type { Reader } from '../../../../../kernel/reader.ts'
import { Table, useReader } from '../../../../../ui/index.ts'
import type { Statement } from '../../../actions/read-group.ts'
import { sexes, situations } from '../../../rules/person.ts'

/** Codes of a correction have a word; what somebody said stands as it is. */
function valueText(t: Reader['t'], { field, value }: Statement): string {
  if (value === null) return t('complaints.words.destroyed')
  if (field === 'sex' && sexes.some((one) => one === value)) return t(`cases.sex.${value}`)
  if (field === 'situation' && situations.some((one) => one === value))
    return t(`cases.situation.${value}`)
  const isKnown = field === 'minor' && (value === 'yes' || value === 'no')
  return isKnown ? t(`cases.known.${value}`) : value
}

/** What sources say about the same thing stands side by side, each with its day. */
export function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  const { t, day, instant } = useReader()
  if (statements.length === 0) return <p class="muted">{t('cases.statements.none')}</p>
  const fields = [...new Set(statements.map(({ field }) => field))]
  const of = (field: string) => statements.filter((said) => said.field === field)
  const differ = (field: string) => new Set(of(field).map(({ value }) => value)).size > 1
  return (
    <Table
      caption={t('cases.statements')}
      captionSize="s"
      head={[
        t('cases.field.about'),
        t('cases.field.value'),
        t('cases.field.source'),
        t('cases.column.action'),
      ]}
      rows={fields.flatMap((field) =>
        of(field).map((said, index) => [
          index > 0
            ? ''
            : differ(field)
              ? t('cases.statements.differ', { about: t(`cases.about.${field}`) })
              : t(`cases.about.${field}`),
          valueText(t, said),
          t(`cases.source.${said.source}`),
          said.saidOn ? day(said.saidOn as never) : instant(said.recordedAt),
        ]),
      )}
    />
  )
}
