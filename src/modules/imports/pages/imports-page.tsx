import { routes } from '../../../routes.ts'
import {
  Button,
  Details,
  EmptyState,
  FileField,
  Form,
  FormErrors,
  type FormState,
  OfficerLayout,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import type { PersonNames } from '../../accounts/index.ts'
import type { Importers, RegisterImporter } from '../actions/importers.ts'
import type { ImportRun } from '../rules/run.ts'
import { RunStatusMark } from './run-status-mark.tsx'

export type ImportsPageProps = {
  readonly offered: Importers
  readonly runs: readonly ImportRun[]
  readonly names: ReadonlyMap<string, PersonNames>
  readonly state: FormState
  readonly submission: string
}

/** What can be brought in, and what was. */
export function ImportsPage({ offered, runs, names, state, submission }: ImportsPageProps) {
  const { t } = useReader()
  return (
    <OfficerLayout title={t('imports.title')}>
      <FormErrors state={state} />
      <h1>{t('imports.title')}</h1>
      <p>{t('imports.text')}</p>
      {offered.map((importer) => (
        <UploadForm {...{ importer, state, submission }} />
      ))}
      <h2>{t('imports.runs')}</h2>
      {runs.length === 0 ? (
        <EmptyState title={t('imports.runs.none')} icon="file-plus" />
      ) : (
        <RunList {...{ runs, names }} />
      )}
    </OfficerLayout>
  )
}

type UploadFormProps = {
  readonly importer: RegisterImporter
  readonly state: FormState
  readonly submission: string
}

function UploadForm({
  importer: { kind, columns, documents },
  state,
  submission,
}: UploadFormProps) {
  const { t, link } = useReader()
  const action = link(routes.importUpload.href({ kind }))
  return (
    <section>
      <h2>{t(`imports.register.${kind}`)}</h2>
      <Form {...{ action, state, submission }} multipart>
        <FileField
          name={`file-${kind}`}
          label={t('imports.file.label')}
          hint={t('imports.file.hint')}
          accept=".csv,.xlsx"
        />
        {documents ? (
          <FileField
            name={`documents-${kind}`}
            label={t('imports.documents.label')}
            hint={t('imports.documents.hint')}
            accept=".zip,application/pdf,image/jpeg,image/png,image/webp"
            multiple
          />
        ) : null}
        <Button>{t('imports.file.button')}</Button>
      </Form>
      <Details summary={t('imports.columns')}>
        <p>{t('imports.columns.text')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {columns.map(({ heads, required }) => (
            <li>
              <span lang="en">{heads[0]}</span>
              {heads.slice(1).map((head) => ` / ${head}`)}
              {required ? ` – ${t('imports.columns.required')}` : null}
            </li>
          ))}
        </ul>
        <p>
          <a href={link(routes.importTemplate.href({ kind }))}>{t('imports.template')}</a>
        </p>
      </Details>
    </section>
  )
}

function RunList({ runs, names }: Pick<ImportsPageProps, 'runs' | 'names'>) {
  const { t, link, instant, name, number } = useReader()
  const heads = ['register', 'uploaded', 'by', 'lines', 'state']
  return (
    <Worklist
      caption={t('imports.runs')}
      columns={heads.map((head) => ({ label: t(`imports.run.${head}`) }))}
      rows={runs.map((run) => {
        const by = names.get(run.uploadedBy)
        return {
          id: run.id,
          cells: [
            <a href={link(routes.importRun.href({ id: run.id }))}>
              {t(`imports.register.${run.kind}`)}
            </a>,
            instant(run.uploadedAt),
            by ? name(by) : t('imports.run.by-command'),
            run.lines === null ? '' : number(run.lines),
            <RunStatusMark status={run.status} />,
          ],
        }
      })}
    />
  )
}
