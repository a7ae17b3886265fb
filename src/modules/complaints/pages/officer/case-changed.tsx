import { Textarea, Timeline, useReader } from '../../../../ui/index.ts'
import { type CaseForm, isOffered } from './case-form.ts'
import { entriesOf } from './case-timeline.tsx'
import type { CaseView } from './case-view.ts'
import { ComplaintStatusMark } from './marks.tsx'

type Props = { readonly view: CaseView; readonly form: CaseForm }

/** Where the summary leads when the form itself is gone from the page. */
export const keptId = 'kept'

/** What happened since the page was drawn on which this was decided, by whomever, and what now. */
export function ChangedMeanwhile({ view, form }: Props) {
  const reader = useReader()
  const { t } = reader
  const later = form.seen ? entriesOf(reader, onlyAfter(view, form.seen)) : []
  return (
    <section class="changed" aria-label={t('complaints.changed.title')}>
      <h2>{t('complaints.changed.title')}</h2>
      <p>
        {t('complaints.changed.now')} <ComplaintStatusMark status={view.file.complaint.status} />
      </p>
      {later.length > 0 ? <Timeline entries={later} /> : null}
      {isOffered(view.file, form.step) ? <DecideAgain form={form} /> : null}
    </section>
  )
}

function DecideAgain({ form }: Pick<Props, 'form'>) {
  const { t } = useReader()
  return (
    <p>
      {t(typedIn(form) ? 'complaints.changed.kept' : 'complaints.changed.nothing')}{' '}
      <a href={`#${form.step}`}>{t('complaints.changed.to-form')}</a>
    </p>
  )
}

/** A step that is offered no more has no form: what was typed for it is kept here, to copy. */
export function KeptWords({ form }: Pick<Props, 'form'>) {
  const { t } = useReader()
  const typed = typedIn(form)
  const step = t(`complaints.step.${form.step}`)
  return (
    <section class="changed" id={keptId} tabindex={-1}>
      <h2>{t('complaints.kept.title', { step })}</h2>
      <p>{t('complaints.kept.nothing-done')}</p>
      {typed ? (
        <Textarea
          name="kept-words"
          label={t('complaints.kept.words')}
          hint={t('complaints.kept.copy')}
          value={typed}
          rows={Math.min(12, Math.max(3, typed.split('\n').length + 1))}
          attributes={{ readonly: true }}
        />
      ) : null}
    </section>
  )
}

/** The words of the form that was refused; null where there are none. */
function typedIn({ state }: CaseForm): string | null {
  const typed = [state.values.words, state.values.reason].flat()
  return typed.find((text) => text?.trim()) ?? null
}

const onlyAfter = (view: CaseView, seen: Date): CaseView => ({
  ...view,
  file: {
    ...view.file,
    events: view.file.events.filter(({ at }) => at > seen),
    written: view.file.written.filter(({ at }) => at > seen),
    joined: [],
  },
})
