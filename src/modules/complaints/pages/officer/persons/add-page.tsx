import { routes } from '../../../../../routes.ts'
import {
  BackLink,
  Button,
  type Content,
  FileField,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  Icon,
  InsetText,
  OfficerLayout,
  TextareaField,
  useReader,
  WideTable,
} from '../../../../../ui/index.ts'
import type { Complaint } from '../../../rules/complaint.ts'
import { listColumns, type ReadLine, type ReadList } from '../../../rules/listed-person.ts'
import { situations } from '../../../rules/person.ts'
import { CodeField, CurrencyField } from './parts.tsx'

export type AddPageProps = {
  readonly complaint: Complaint
  readonly state: FormState
  /** What was understood; null before anything was sent. */
  readonly list: ReadList | null
  /** Photos of sheets that were kept with the case just now. */
  readonly photos: number
  readonly submission: string
}

/** A list is typed, pasted or brought as a file, and seen as it was understood before it is taken. */
export function AddPage(props: AddPageProps) {
  const { t, link } = useReader()
  const { complaint, state, list, photos, submission } = props
  const { id, number } = complaint
  const title = t('cases.add.title', { number })
  return (
    <OfficerLayout
      title={title}
      hasErrors={hasErrors(state)}
      before={
        <BackLink href={link(routes.complaintPersons.href({ id }))}>
          {t('cases.persons.title', { number })}
        </BackLink>
      }
    >
      <FormErrors state={state} />
      <h1>{title}</h1>
      {photos > 0 ? (
        <p class="notice" role="status">
          <Icon name="paperclip" /> {t('cases.add.photos-kept', { photos })}
        </p>
      ) : null}
      <Form
        action={link(routes.complaintPersonsNew.href({ id }))}
        state={state}
        submission={submission}
        multipart
      >
        {list ? <Understood list={list} /> : null}
        <InsetText>
          <p>{t('cases.add.about')}</p>
        </InsetText>
        <TextareaField
          name="list"
          label={t('cases.add.list')}
          hint={t('cases.add.list-hint')}
          rows={12}
          attributes={{ autocomplete: 'off', wrap: 'off' }}
        />
        <div class="filters">
          <CurrencyField name="currency" />
          <CodeField
            name="situation"
            label={t('cases.add.situation')}
            word={(code) => `cases.situation.${code}`}
            codes={situations}
          />
        </div>
        <FileField
          name="sheet"
          label={t('cases.add.sheet')}
          hint={t('cases.add.sheet-hint')}
          attributes={{ accept: '.csv,.xlsx' }}
        />
        <FileField
          name="photo"
          label={t('cases.add.photo')}
          hint={t('cases.add.photo-hint')}
          attributes={{ accept: 'image/*,.pdf' }}
        />
        <Button name="do" value="check" kind="secondary">
          {t('cases.add.check')}
        </Button>
      </Form>
    </OfficerLayout>
  )
}

/** Line by line, with what is wrong beside it; taken only when nothing is. */
function Understood({ list }: { readonly list: ReadList }) {
  const { t } = useReader()
  const count = list.persons.length
  const isClean = list.faulty === 0 && !list.tooMany && count > 0
  return (
    <section aria-label={t('cases.add.understood')}>
      <h2>{t('cases.add.understood')}</h2>
      <p role="status">
        {list.tooMany
          ? t('refusal.too-many-at-once')
          : t(isClean ? 'cases.add.clean' : 'cases.add.faulty', { count, faulty: list.faulty })}
      </p>
      <WideTable
        label={t('cases.add.understood')}
        small
        head={[
          t('cases.add.line'),
          ...listColumns.map((column) => t(`cases.list.${column}`)),
          t('cases.add.remarks'),
        ]}
        rows={list.lines.map((line) => rowOf(t, line))}
      />
      {isClean ? (
        <Button name="do" value="take">
          {t('cases.add.take', { count })}
        </Button>
      ) : null}
    </section>
  )
}

type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

const rowOf = (t: Translate, { line, cells, problems, doubts }: ReadLine): Content[] => [
  String(line),
  ...listColumns.map((column) => cells[column] ?? ''),
  problems.length + doubts.length === 0 ? (
    <Icon name="check" />
  ) : (
    <>
      {problems.map(({ column, key }) => (
        <p class="govuk-error-message">{`${t(`cases.list.${column}`)}: ${t(key)}`}</p>
      ))}
      {doubts.map((doubt) => (
        <p>{t(`cases.list.${doubt}`)}</p>
      ))}
    </>
  ),
]
