import {
  Checkboxes,
  type FormState,
  Input,
  Radios,
  Select,
  Textarea,
  useReader,
} from '../../../../ui/index.ts'
import type { Officer } from '../../../accounts/index.ts'
import type { CaseFile } from '../../actions/case-file.ts'
import { calledPeople, consentWays, newSecretReasons } from '../../rules/case-tasks.ts'
import { closeReasons } from '../../rules/complaint.ts'
import { withdrawalQuestions } from '../../rules/withdrawal.ts'
import { idOf } from './case-form.ts'
import { type CaseView, otherOffices } from './case-view.ts'

type FieldProps = { readonly state: FormState }

/** What was typed into a field of this form, and what is wrong with it. */
function useField(step: string, { state }: FieldProps, name: string) {
  const { t } = useReader()
  const error = state.errors[name]
  return {
    id: idOf(step, name),
    name,
    value: [state.values[name] ?? ''].flat()[0] ?? '',
    error: error && t(error.key, error.values),
  }
}

type WordsProps = FieldProps & {
  readonly step: string
  readonly kind: 'message' | 'note' | 'question'
}

/** Says above the field who will read it. */
export function WordsField({ step, kind, state }: WordsProps) {
  const { t } = useReader()
  return (
    <Textarea
      {...useField(step, { state }, 'words')}
      label={t(`complaints.words.${kind}`)}
      hint={t(`complaints.words-read-by.${kind}`)}
      rows={4}
      attributes={{ maxlength: 4000, autocomplete: 'off' }}
    />
  )
}

export function OfficerFields({
  state,
  officers,
}: FieldProps & { readonly officers: readonly Officer[] }) {
  const { t, name } = useReader()
  return (
    <Select
      {...useField('assign', { state }, 'officer')}
      label={t('complaints.field.officer')}
      options={[
        { value: '', label: t('complaints.field.choose') },
        ...officers.map((officer) => ({ value: officer.id, label: name(officer) })),
      ]}
    />
  )
}

export function OfficeFields({ state, view }: FieldProps & { readonly view: CaseView }) {
  const { t, name } = useReader()
  return (
    <Select
      {...useField('transfer', { state }, 'office')}
      label={t('complaints.field.office')}
      options={[
        { value: '', label: t('complaints.field.choose') },
        ...otherOffices(view).map((office) => ({ value: office.id, label: name(office) })),
      ]}
    />
  )
}

export function ConsentFields({ state, file }: FieldProps & { readonly file: CaseFile }) {
  const { t } = useReader()
  const step = 'record-consent'
  const { id: itemId, ...item } = useField(step, { state }, 'item')
  const { id: howId, ...how } = useField(step, { state }, 'how')
  const choices = file.consentItems.map((one) => {
    const given = file.consents.includes(one)
    return {
      value: `${given ? 'withdraw' : 'give'}-${one}`,
      label: t(given ? `complaints.consent.withdraw.${one}` : `complaints.consent.give.${one}`),
    }
  })
  return (
    <>
      <Radios {...item} idPrefix={itemId} legend={t('complaints.consent.what')} choices={choices} />
      <Radios
        {...how}
        idPrefix={howId}
        legend={t('complaints.consent.how')}
        choices={consentWays.map((value) => ({
          value,
          label: t(`complaints.consent-way.${value}`),
        }))}
      />
    </>
  )
}

/** Asked back before the old digits end: who was reached, on which contact, and why. */
export function NewSecretFields({ state, file }: FieldProps & { readonly file: CaseFile }) {
  const { t } = useReader()
  const step = 'new-secret'
  const { id: calledId, ...called } = useField(step, { state }, 'called')
  const { id: reachedId, value: reached, ...used } = useField(step, { state }, 'reached')
  const { id: whyId, ...why } = useField(step, { state }, 'why')
  const way = t(`complaints.way.${file.contact.way}`)
  return (
    <>
      <Radios
        {...called}
        idPrefix={calledId}
        legend={t('complaints.new-secret.called')}
        choices={calledPeople.map((value) => ({ value, label: t(`complaints.called.${value}`) }))}
      />
      <Checkboxes
        {...used}
        values={[reached]}
        idPrefix={reachedId}
        legend={t('complaints.new-secret.reached')}
        choices={[{ value: 'yes', label: t('complaints.new-secret.reached-yes', { way }) }]}
      />
      <Radios
        {...why}
        idPrefix={whyId}
        legend={t('complaints.new-secret.why')}
        choices={newSecretReasons.map((value) => ({
          value,
          label: t(`complaints.new-secret-why.${value}`),
        }))}
      />
      <Textarea
        {...useField(step, { state }, 'words')}
        label={t('complaints.new-secret.words')}
        hint={t('complaints.words-read-by.note')}
        rows={2}
        attributes={{ maxlength: 1000, autocomplete: 'off' }}
      />
    </>
  )
}

export function ReasonField({ state }: FieldProps) {
  const { t } = useReader()
  return (
    <Input
      {...useField('reveal-contact', { state }, 'reason')}
      label={t('complaints.field.reason')}
      hint={t('complaints.field.reason-hint')}
      attributes={{ maxlength: 300, autocomplete: 'off' }}
    />
  )
}

export function CloseReasonField({ state }: FieldProps) {
  const { t } = useReader()
  const { id, ...reason } = useField('close-without-confirmation', { state }, 'reason')
  return (
    <Radios
      {...reason}
      idPrefix={id}
      legend={t('complaints.close-reason')}
      choices={closeReasons.map((value) => ({
        value,
        label: t(`complaints.close-reason.${value}`),
      }))}
    />
  )
}

export function ReviewField({ state }: FieldProps) {
  const { t } = useReader()
  return (
    <Input
      {...useField('wait-elsewhere', { state }, 'reviewOn')}
      label={t('complaints.review-on')}
      hint={t('complaints.review-on.hint')}
      attributes={{ type: 'date' }}
    />
  )
}

/** The private call without which no withdrawal counts. */
export function CallFields({ state }: FieldProps) {
  const { t } = useReader()
  const step = 'confirm-withdrawal'
  const { id: spokeId, ...spoke } = useField(step, { state }, 'spokeWith')
  const { id: askedId, value: _, ...asked } = useField(step, { state }, 'asked')
  return (
    <>
      <Radios
        {...spoke}
        idPrefix={spokeId}
        legend={t('complaints.call.spoke-with')}
        choices={calledPeople.map((value) => ({ value, label: t(`complaints.called.${value}`) }))}
      />
      <Input
        {...useField(step, { state }, 'calledAt')}
        label={t('complaints.call.when')}
        attributes={{ type: 'datetime-local' }}
      />
      <Checkboxes
        {...asked}
        values={[state.values.asked ?? []].flat()}
        idPrefix={askedId}
        legend={t('complaints.call.asked')}
        choices={withdrawalQuestions.map((value) => ({
          value,
          label: t(`complaints.call.asked.${value}`),
        }))}
      />
    </>
  )
}
