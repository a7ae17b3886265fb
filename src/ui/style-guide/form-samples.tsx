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
import { Section, useGuideTexts } from './section.tsx'

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
  const g = useGuideTexts()
  return (
    <Section name="buttons">
      <ButtonGroup>
        <Button type="button">{g('button.main')}</Button>
        <Button type="button" kind="secondary">
          {g('button.second')}
        </Button>
        <Button type="button" kind="warning">
          {g('button.warning')}
        </Button>
        <LinkButton href="#buttons" kind="secondary">
          {g('button.link')}
        </LinkButton>
      </ButtonGroup>
    </Section>
  )
}

export function FieldSamples() {
  const g = useGuideTexts()
  return (
    <Section name="fields">
      <Form action="#fields" state={emptyForm} submission={submission}>
        <TextField name="name" label={g('field.name')} hint={g('field.name.hint')} />
        <TextField
          name="paid"
          label={g('field.paid')}
          width={10}
          suffix="USD"
          attributes={{ inputmode: 'decimal' }}
        />
        <DateField name="when" legend={g('field.when')} hint={g('field.when.hint')} />
        <SelectField name="country" label={g('field.country')} options={countries(g)} />
        <RadiosField name="how" legend={g('field.how')} choices={ways(g)} />
        <CheckboxesField name="what" legend={g('field.what')} choices={matters(g)} />
        <TextareaField name="story" label={g('field.story')} rows={4} />
      </Form>
    </Section>
  )
}

/** The form of the guide that was refused; the page draws its error summary above. */
export const refusedForm = wrongForm

export function FieldErrorSamples() {
  const g = useGuideTexts()
  return (
    <Section name="errors">
      <Form action="#errors" state={wrongForm} submission={submission}>
        <TextField name="wrong-name" label={g('field.name')} />
        <RadiosField name="wrong-how" legend={g('field.how')} choices={ways(g)} />
        <DateField name="wrong-month" legend={g('field.when')} parts={['month', 'year']} />
        <TextareaField name="wrong-story" label={g('field.story')} rows={3} />
      </Form>
    </Section>
  )
}

type Texts = (key: string) => string

const ways = (g: Texts) => [
  { value: 'named', label: g('how.named'), hint: g('how.named.hint') },
  { value: 'confidential', label: g('how.confidential'), hint: g('how.confidential.hint') },
  { value: 'anonymous', label: g('how.anonymous'), hint: g('how.anonymous.hint') },
]

const matters = (g: Texts) => [
  { value: 'fee', label: g('what.fee') },
  { value: 'wage', label: g('what.wage') },
  { value: 'passport', label: g('what.passport') },
  { divider: g('what.or') },
  { value: 'other', label: g('what.other') },
]

const countries = (g: Texts) => [
  { value: '', label: g('country.any') },
  { value: 'TH', label: g('country.th') },
  { value: 'KR', label: g('country.kr') },
]
