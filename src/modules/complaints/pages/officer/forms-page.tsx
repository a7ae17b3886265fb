import { langs } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  OfficerLayout,
  RadiosField,
  Table,
  TextField,
  useReader,
} from '../../../../ui/index.ts'
import type { PrintedSet } from '../../store/paper-form.ts'

export type FormsPageProps = {
  readonly sets: readonly PrintedSet[]
  readonly state: FormState
  readonly submission: string
}

/** Forms to take along where there is no line: each has a number, and is entered later once. */
export function FormsPage({ sets, state, submission }: FormsPageProps) {
  const { t, link } = useReader()
  return (
    <OfficerLayout title={t('paper.forms.title')} hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1>{t('paper.forms.title')}</h1>
      <p>{t('paper.forms.about')}</p>
      <Form action={link(routes.paperForms.href())} state={state} submission={submission}>
        <RadiosField
          name="language"
          legend={t('paper.forms.language')}
          choices={langs.map((value) => ({ value, label: t(`letters.language.${value}`) }))}
          inline
        />
        <TextField
          name="copies"
          width={3}
          label={t('paper.forms.copies')}
          hint={t('paper.forms.copies-hint')}
          attributes={{ inputmode: 'numeric' }}
        />
        <Button>{t('paper.forms.reserve')}</Button>
      </Form>
      {sets.length === 0 ? null : <Sets sets={sets} />}
    </OfficerLayout>
  )
}

function Sets({ sets }: Pick<FormsPageProps, 'sets'>) {
  const { t, link, instant, number } = useReader()
  const columns = ['printed', 'numbers', 'language', 'entered', 'pdf']
  return (
    <Table
      caption={t('paper.forms.printed')}
      head={columns.map((column) => t(`paper.forms.column.${column}`))}
      rows={sets.map(({ setId, printedAt, numbers, language, entered }) => [
        instant(printedAt),
        numbers.length > 1 ? `${numbers.at(0)} – ${numbers.at(-1)}` : (numbers.at(0) ?? ''),
        t(`letters.language.${language}`),
        t('paper.forms.entered', { entered: number(entered), total: number(numbers.length) }),
        <a href={link(routes.paperFormSet.href({ set: setId }))}>
          <Icon name="printer" /> {t('paper.forms.open')}
        </a>,
      ])}
    />
  )
}
