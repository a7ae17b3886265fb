import {
  DateField,
  KeyValue,
  TextareaField,
  TextField,
  useReader,
} from '../../../../../ui/index.ts'
import type { MissedDeadline } from '../../../actions/missed-deadline.ts'
import { missers } from '../../../rules/missed-deadline.ts'
import { CodeField } from './parts.tsx'

/** Who let which day pass, why, and what happened then. */
export function Missed({ missed }: { readonly missed: readonly MissedDeadline[] }) {
  const { t, day } = useReader()
  if (missed.length === 0) return <p class="muted">{t('cases.missed.none')}</p>
  return (
    <>
      {missed.map((one) => (
        <article>
          <h3>{one.what ?? t('complaints.words.destroyed')}</h3>
          <KeyValue
            facts={[
              { key: t('cases.missed.by'), value: t(`cases.misser.${one.byWhom}`) },
              { key: t('cases.missed.since'), value: day(one.since) },
              { key: t('cases.missed.why'), value: one.why ?? t('complaints.not-said') },
              { key: t('cases.missed.then'), value: one.after ?? t('complaints.not-said') },
            ]}
          />
        </article>
      ))}
    </>
  )
}

export function MissedFields() {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="missedWhat"
        label={t('cases.missed.what')}
        hint={t('cases.missed.what-hint')}
        attributes={{ maxlength: 300, autocomplete: 'off' }}
      />
      <CodeField
        name="missedBy"
        label={t('cases.missed.by')}
        word={(code) => `cases.misser.${code}`}
        codes={missers}
      />
      <DateField name="missedSince" legend={t('cases.missed.since')} />
      <TextareaField name="missedWhy" label={t('cases.missed.why')} rows={2} />
      <TextareaField name="missedThen" label={t('cases.missed.then')} rows={2} />
    </>
  )
}
