import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Child } from '../../html/html.ts'
import { drawn } from '../testing/fixtures.ts'
import { normalised } from '../testing/normalised.ts'
import { fieldAttributes } from './field-attributes.ts'
import {
  CheckboxesField,
  DateField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from './fields.tsx'
import { Form, FormErrors } from './form.tsx'
import { emptyForm, type FormState } from './form-state.ts'

const choices = [
  { value: 'fee', label: 'A fee' },
  { value: 'wage', label: 'A wage' },
]
const typed = (values: FormState['values']): FormState => ({ values, errors: {} })

const aForm = (state: FormState, field: Child) =>
  drawn(
    <Form action="/send" state={state} submission="abc">
      {field}
    </Form>,
  )

describe('a form', () => {
  it('is sent without script, once, and is not judged by the browser', () => {
    expect(aForm(emptyForm, null)).toBe(
      '<form method="post" action="/send" novalidate class="form"><input type="hidden" name="submission" value="abc"></form>',
    )
  })

  it('shows nothing above the heading while nothing is wrong', () => {
    expect(drawn(<FormErrors state={emptyForm} />)).toBe('')
  })

  it('lists every error with a link to its field', () => {
    const state = { values: {}, errors: { name: { key: 'ui.guide.error.name' } } }

    const html = drawn(<FormErrors state={state} />)

    expect(html).toContain('<a href="#name">Write the name of the agency, or “unknown”</a>')
  })
})

describe('a field', () => {
  it('keeps what was typed, also when it looks like markup', () => {
    const html = aForm(typed({ name: '"><script>1</script>' }), <TextField name="name" label="N" />)

    expect(html).not.toContain('<script>')
    expect(html).toContain('value="&quot;><script>1'.replace('<', '&lt;'))
  })

  it('keeps the first line break of a story', () => {
    const html = aForm(typed({ story: '\nTwo' }), <TextareaField name="story" label="S" />)

    expect(html).toContain('>\n\nTwo</textarea>')
  })

  it('says its error beside itself and points at it', () => {
    const state = { values: {}, errors: { name: { key: 'ui.guide.error.name' } } }

    const html = aForm(state, <TextField name="name" label="N" hint="H" />)

    expect(html).toContain('aria-describedby="name-hint name-error"')
    expect(html).toContain('id="name-error"')
  })

  it.each([
    ['one answer', { what: 'wage' }, <RadiosField name="what" legend="L" choices={choices} />],
    ['answers', { what: ['wage'] }, <CheckboxesField name="what" legend="L" choices={choices} />],
    ['one box', { what: 'wage' }, <CheckboxesField name="what" legend="L" choices={choices} />],
  ])('keeps %s chosen', (_what, values, field) => {
    const html = normalised(aForm(typed(values), field))
    const checked = html.split('\n').filter((line) => line.includes(' checked'))

    expect(checked).toHaveLength(1)
    expect(checked[0]).toContain('value="wage"')
  })

  it('keeps the chosen option', () => {
    const html = aForm(
      typed({ what: 'wage' }),
      <SelectField name="what" label="L" options={choices} />,
    )

    expect(html).toContain('<option value="wage" selected>A wage</option>')
  })
})

describe('a day in three fields', () => {
  const wrongOf = (errors: FormState['errors']) =>
    aForm({ values: { 'on-year': '2026' }, errors }, <DateField name="on" legend="L" />)
      .split('<input')
      .filter((input) => input.includes('govuk-input--error'))
      .map((input) => /name="([^"]+)"/.exec(input)?.[1])

  it.each([
    ['nothing', {}, []],
    [
      'all parts for the day',
      { on: { key: 'ui.guide.error.month' } },
      ['on-day', 'on-month', 'on-year'],
    ],
    ['one part for its own', { 'on-month': { key: 'ui.guide.error.month' } }, ['on-month']],
  ])('marks %s', (_what, errors, wrong) => {
    expect(wrongOf(errors)).toEqual(wrong)
  })

  it('keeps its parts', () => {
    expect(aForm(typed({ 'on-year': '2026' }), <DateField name="on" legend="L" />)).toContain(
      'name="on-year" type="text" value="2026"',
    )
  })
})

describe('attributes from the schema of a form', () => {
  const schema = z.object({
    story: z.string().trim().min(1).max(4000),
    phone: z.string().max(30).optional(),
    email: z.email(),
    workers: z.int().min(1),
    amount: z.number(),
    when: z.string().transform((text) => text.length),
  })

  it.each([
    ['story', { maxlength: 4000 }],
    ['phone', { maxlength: 30 }],
    ['email', { type: 'email', autocomplete: 'email' }],
    ['workers', { inputmode: 'numeric' }],
    ['amount', { inputmode: 'decimal' }],
    ['when', {}],
    ['unknown', {}],
  ])('%s', (name, attributes) => {
    expect(fieldAttributes(schema, name)).toEqual(attributes)
  })
})
