import { InsetText, StatusMark, Table, useReader } from '../../../ui/index.ts'
import type { ShownExhibit } from '../actions/read-conciliation.ts'
import { broughtBys, keptBackReasons } from '../store/exhibit.ts'
import type { PartProps } from './meeting-part.tsx'
import { Choose, Lines, OneOf, StepForm, sheetOf } from './step-form.tsx'

/** What there is of evidence, and whether both sides read of it. */
export function Evidence(props: PartProps) {
  const { t } = useReader()
  const { view } = props
  return (
    <section class="case-part" id="evidence-list">
      <h2>{t('conciliation.evidence')}</h2>
      <p class="small">{t('conciliation.evidence-rule')}</p>
      <ExhibitTable exhibits={view.exhibits} withReasons />
      {view.unsorted.length > 0 ? (
        <InsetText>
          <p>{t('conciliation.unsorted', { count: view.unsorted.length })}</p>
        </InsetText>
      ) : null}
      {view.hasConflict ? null : <SortForm {...props} />}
    </section>
  )
}

export function ExhibitTable({
  exhibits,
  withReasons,
}: {
  readonly exhibits: readonly ShownExhibit[]
  readonly withReasons: boolean
}) {
  const { t } = useReader()
  if (exhibits.length === 0) return <p class="muted">{t('conciliation.no-evidence')}</p>
  const rows = exhibits.map(({ position, broughtBy, what, shown, keptBackWhy }) => [
    String(position),
    t(`conciliation.brought-by.${broughtBy}`),
    what ?? t('conciliation.forgotten'),
    shown ? (
      <StatusMark tone="allowed">{t('conciliation.shown.both')}</StatusMark>
    ) : (
      <StatusMark tone="protected">
        {withReasons && keptBackWhy
          ? t(`conciliation.kept-back.${keptBackWhy}`)
          : t('conciliation.shown.kept-back')}
      </StatusMark>
    ),
  ])
  const head = ['number', 'brought-by', 'what', 'shown'].map((key) =>
    t(`conciliation.column.${key}`),
  )
  return (
    <section class="wide-table" aria-label={t('conciliation.evidence')} tabindex={0}>
      <Table head={head} rows={rows} small />
    </section>
  )
}

function SortForm({ view, sent, submission }: PartProps) {
  const { t, instant } = useReader()
  const sheet = sheetOf('sort-evidence', '', sent)
  const files = view.unsorted.map(({ id, name, givenAt }) => ({
    value: id,
    label: `${name ?? t('conciliation.file')} · ${instant(givenAt)}`,
  }))
  const options = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`conciliation.${group}.${value}`) }))
  return (
    <StepForm {...{ complaintId: view.kept.id, sheet, sent, submission }}>
      <Choose sheet={sheet} name="evidenceId" options={files} />
      <Choose sheet={sheet} name="broughtBy" options={options('brought-by', broughtBys)} />
      <Lines sheet={sheet} name="what" rows={3} />
      <OneOf sheet={sheet} name="shown" options={options('shown', ['both', 'kept-back'])} />
      <Choose sheet={sheet} name="keptBackWhy" options={options('kept-back', keptBackReasons)} />
    </StepForm>
  )
}
