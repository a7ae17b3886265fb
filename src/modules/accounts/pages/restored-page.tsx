import type { FormBody } from '../../../platform/http/route.ts'
import { Button, CitizenLayout, emptyForm, Form, useReader } from '../../../ui/index.ts'

export type RestoredPageProps = {
  /** Where the form was being sent when the session had ended; a path of this site. */
  readonly path: string
  readonly form: FormBody
  readonly submission: string
  /** Where to go instead. */
  readonly otherwise: string
}

/** Signed in again: everything that was typed stands ready to be sent, once. */
export function RestoredPage({ path, form, submission, otherwise }: RestoredPageProps) {
  const { t, link } = useReader()
  const title = t('accounts.restored.title')
  return (
    <CitizenLayout title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{t('accounts.restored.text')}</p>
      <Form action={link(path)} state={emptyForm} submission={submission}>
        {fieldsOf(form).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button>{t('accounts.restored.button')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={link(otherwise)}>
          {t('accounts.restored.leave')}
        </a>
      </p>
    </CitizenLayout>
  )
}

const fieldsOf = (form: FormBody): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    name === 'submission' ? [] : [value].flat().map((one): [string, string] => [name, one]),
  )
