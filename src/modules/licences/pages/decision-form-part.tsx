import type { Reader } from '../../../kernel/reader.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  type Choice,
  DateField,
  Form,
  FormErrors,
  type FormState,
  RadiosField,
  SelectField,
  TextareaField,
  useReader,
} from '../../../ui/index.ts'
import type { OfficerFile } from '../actions/read-for-officer.ts'
import { conditions, type Licence } from '../rules/licence.ts'
import { type LicenceAction, reasonsOf } from '../rules/lifecycle.ts'
import { conditionText } from './answer-words.ts'
import type { Chosen } from './decision-form.ts'

export type DecisionFormProps = {
  readonly file: OfficerFile
  readonly chosen: Chosen
  readonly state: FormState
  readonly submission: string
}

/** The one action that was chosen, if it is still offered; its errors above it. */
export function DecisionForm({ file, chosen, state, submission }: DecisionFormProps) {
  const { t, link } = useReader()
  const offered = file.offered.find(({ licence }) => licence.id === chosen?.licenceId)
  if (!chosen || !offered) return <FormErrors state={state} />
  if (!offered.actions.includes(chosen.action)) return <FormErrors state={state} />
  const { licence } = offered
  const { action } = chosen
  const title = t('licences.decide.title', {
    action: t(`licences.action.${action}`),
    number: licence.number,
  })
  return (
    <section aria-labelledby="decide">
      <FormErrors state={state} />
      <h2 id="decide">{title}</h2>
      <Form
        action={link(routes.licenceAction.href({ id: licence.id, action }))}
        state={withVersion(state, licence)}
        submission={submission}
      >
        <input type="hidden" name="version" value={licence.version} />
        <Reason action={action} />
        {action === 'suspend' ? <Term defaultDays={file.defaultDays} /> : null}
        <TextareaField
          name="note"
          label={t('licences.decide.note')}
          hint={t('licences.decide.note-hint')}
          rows={4}
        />
        <Button kind={action === 'revoke' ? 'warning' : undefined}>
          {t(`licences.action.${action}`)}
        </Button>
      </Form>
    </section>
  )
}

/** A first look proposes what precedent has; a refused form keeps what was typed. */
const withVersion = (state: FormState, licence: Licence): FormState => ({
  ...state,
  values: { term: 'default', ...state.values, version: String(licence.version) },
})

function Reason({ action }: { readonly action: LicenceAction }) {
  const { t } = useReader()
  const options = reasonsOf[action].map((reason) => ({
    value: reason,
    label: t(`licences.reason.${reason}`),
  }))
  return (
    <SelectField
      name="reason"
      label={t('licences.decide.reason')}
      hint={t('licences.decide.reason-hint')}
      options={[{ value: '', label: t('licences.decide.choose') }, ...options]}
    />
  )
}

function Term({ defaultDays }: { readonly defaultDays: number | null }) {
  const reader = useReader()
  return (
    <RadiosField
      name="term"
      legend={reader.t('licences.decide.term')}
      choices={termChoices(reader, defaultDays)}
    />
  )
}

function termChoices(reader: Reader, defaultDays: number | null): Choice[] {
  const { t, number } = reader
  const options = conditions.map((condition) => ({
    value: condition,
    label: conditionText(reader, condition),
  }))
  const byPrecedent: Choice[] =
    defaultDays === null
      ? []
      : [
          {
            value: 'default',
            label: t('licences.decide.term-default', { days: number(defaultDays) }),
          },
        ]
  return [
    ...byPrecedent,
    {
      value: 'date',
      label: t('licences.decide.term-date'),
      more: <DateField name="until" legend={t('licences.decide.until')} />,
    },
    {
      value: 'condition',
      label: t('licences.decide.term-condition'),
      more: (
        <SelectField
          name="condition"
          label={t('licences.decide.condition')}
          options={[{ value: '', label: t('licences.decide.choose') }, ...options]}
        />
      ),
    },
  ]
}
