import { Button, ButtonGroup, LinkButton } from '../components/button.tsx'
import {
  CheckboxesField,
  DateField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '../forms/fields.tsx'
import { Form } from '../forms/form.tsx'
import { emptyForm, type FormState } from '../forms/form-state.ts'
import { useReader } from '../reader.ts'
import { Section } from './section.tsx'

const submission = '00000000-0000-7000-8000-000000000000'

const wrongForm: FormState = {
  values: { 'wrong-name': '', 'wrong-month-month': '13', 'wrong-month-year': '2026' },
  errors: {
    'wrong-name': { key: 'ui.guide.error.name' },
    'wrong-how': { key: 'ui.guide.error.how' },
    'wrong-month-month': { key: 'ui.guide.error.month' },
    'wrong-story': { key: 'ui.guide.error.story', values: { most: 4000 } },
  },
}

export function ButtonSamples() {
  const { t } = useReader()
  return (
    <Section name="buttons">
      <ButtonGroup>
        <Button type="button">{t('ui.guide.button.main')}</Button>
        <Button type="button" kind="secondary">
          {t('ui.guide.button.second')}
        </Button>
        <Button type="button" kind="warning">
          {t('ui.guide.button.warning')}
        </Button>
        <LinkButton href="#buttons" kind="secondary">
          {t('ui.guide.button.link')}
        </LinkButton>
      </ButtonGroup>
    </Section>
  )
}

export function FieldSamples() {
  const { t } = useReader()
  return (
    <Section name="fields">
      <Form action="#fields" state={emptyForm} submission={submission}>
        <TextField
          name="name"
          label={t('ui.guide.field.name')}
          hint={t('ui.guide.field.name.hint')}
        />
        <TextField
          name="paid"
          label={t('ui.guide.field.paid')}
          width={10}
          suffix="USD"
          attributes={{ inputmode: 'decimal' }}
        />
        <DateField
          name="when"
          legend={t('ui.guide.field.when')}
          hint={t('ui.guide.field.when.hint')}
        />
        <SelectField name="country" label={t('ui.guide.field.country')} options={countries(t)} />
        <RadiosField name="how" legend={t('ui.guide.field.how')} choices={ways(t)} />
        <CheckboxesField name="what" legend={t('ui.guide.field.what')} choices={matters(t)} />
        <TextareaField name="story" label={t('ui.guide.field.story')} rows={4} />
      </Form>
    </Section>
  )
}

/** The form of the guide that was refused; the page draws its error summary above. */
export const refusedForm = wrongForm

export function FieldErrorSamples() {
  const { t } = useReader()
  return (
    <Section name="errors">
      <Form action="#errors" state={wrongForm} submission={submission}>
        <TextField name="wrong-name" label={t('ui.guide.field.name')} />
        <RadiosField name="wrong-how" legend={t('ui.guide.field.how')} choices={ways(t)} />
        <DateField name="wrong-month" legend={t('ui.guide.field.when')} parts={['month', 'year']} />
        <TextareaField name="wrong-story" label={t('ui.guide.field.story')} rows={3} />
      </Form>
    </Section>
  )
}

type Texts = (key: string) => string

const ways = (t: Texts) => [
  { value: 'named', label: t('ui.guide.how.named'), hint: t('ui.guide.how.named.hint') },
  {
    value: 'confidential',
    label: t('ui.guide.how.confidential'),
    hint: t('ui.guide.how.confidential.hint'),
  },
  {
    value: 'anonymous',
    label: t('ui.guide.how.anonymous'),
    hint: t('ui.guide.how.anonymous.hint'),
  },
]

const matters = (t: Texts) => [
  { value: 'fee', label: t('ui.guide.what.fee') },
  { value: 'wage', label: t('ui.guide.what.wage') },
  { value: 'passport', label: t('ui.guide.what.passport') },
  { divider: t('ui.guide.what.or') },
  { value: 'other', label: t('ui.guide.what.other') },
]

const countries = (t: Texts) => [
  { value: '', label: t('ui.guide.country.any') },
  { value: 'TH', label: t('ui.guide.country.th') },
  { value: 'KR', label: t('ui.guide.country.kr') },
]
