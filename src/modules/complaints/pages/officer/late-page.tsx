import { currencies } from '../../../../kernel/money.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  DateField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import type { AnswerLists } from '../../actions/answer-lists.ts'
import { respondentKinds } from '../../rules/complaint.ts'
import { lateHows, lateSources } from '../../rules/late-entry.ts'
import { CodeField } from './persons/parts.tsx'

export type LatePageProps = {
  readonly lists: AnswerLists
  readonly state: FormState
  readonly submission: string
}

/** Two minutes: when it came, what it was about, when and how it was solved, and how one knows. */
export function LatePage({ lists, state, submission }: LatePageProps) {
  const { t, link } = useReader()
  const title = t('cases.late.title')
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={
        <BackLink href={link(routes.complaints.href())}>{t('complaints.case.back')}</BackLink>
      }
    >
      <FormErrors state={state} />
      <h1>{title}</h1>
      <InsetText>
        <p>{t('cases.late.about')}</p>
      </InsetText>
      <Form action={link(routes.complaintLate.href())} state={state} submission={submission}>
        <div class="entry">
          <Matter lists={lists} />
          <Solution />
        </div>
        <Button>{t('cases.late.record')}</Button>
      </Form>
    </OfficerLayout>
  )
}

/** What came, when, from whom and against whom. */
function Matter({ lists }: Pick<LatePageProps, 'lists'>) {
  const { t, name } = useReader()
  const any = { value: '', label: t('complaints.field.choose') }
  return (
    <div>
      <DateField name="receivedOn" legend={t('cases.late.received')} />
      <TextField
        name="workerName"
        label={t('cases.late.worker')}
        attributes={{ maxlength: 120, autocomplete: 'off' }}
      />
      <SelectField
        name="category"
        label={t('complaints.column.about')}
        options={[
          any,
          ...lists.categories.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
      <CodeField
        name="respondentKind"
        label={t('cases.late.against-kind')}
        word={(code) => `complaints.respondent.${code}`}
        codes={respondentKinds}
      />
      <TextField
        name="respondent"
        label={t('complaints.column.against')}
        hint={t('cases.field.party-name-hint')}
        attributes={{ maxlength: 200, autocomplete: 'off' }}
      />
      <SelectField
        name="province"
        label={t('complaints.column.area')}
        options={[
          { value: '', label: t('complaints.area.ministry') },
          ...lists.provinces.map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
      />
    </div>
  )
}

/** When and how it was solved, and how one knows. */
function Solution() {
  const { t } = useReader()
  return (
    <div>
      <DateField name="solvedOn" legend={t('cases.late.solved')} />
      <CodeField
        name="how"
        label={t('cases.late.how')}
        word={(code) => `cases.late-how.${code}`}
        codes={lateHows}
      />
      <TextField
        name="paid"
        label={t('cases.late.paid')}
        hint={t('cases.late.paid-hint')}
        width={10}
        attributes={{ inputmode: 'decimal', autocomplete: 'off' }}
      />
      <SelectField
        name="currency"
        label={t('cases.field.currency')}
        options={currencies.map((code) => ({ value: code, label: code }))}
      />
      <CodeField
        name="knownFrom"
        label={t('cases.late.known-from')}
        word={(code) => `cases.late-from.${code}`}
        codes={lateSources}
      />
      <TextField
        name="paperNumber"
        label={t('complaints.fact.paper')}
        attributes={{ maxlength: 60, autocomplete: 'off' }}
      />
      <TextareaField name="story" label={t('complaints.part.story')} rows={4} />
    </div>
  )
}
