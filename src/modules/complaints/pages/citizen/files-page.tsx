import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  emptyForm,
  Form,
  SafeLayout,
  useReader,
  WarningText,
} from '../../../../ui/index.ts'
import { EvidenceFields, kindFacts, type RefusedReason } from '../../../evidence/index.ts'
import type { DraftFile } from '../../actions/draft-files.ts'
import { type Bearing, questionBefore } from '../../rules/questions.ts'
import { hrefOf } from './question-page.tsx'

export type FilesPageProps = {
  readonly files: readonly DraftFile[]
  readonly bearing: Bearing
  /** Why one of those just sent was not taken; the others were. */
  readonly refused: RefusedReason | null
  readonly submission: string
}

/** An offer and no question: nobody has to show anything. */
export function FilesPage({ files, bearing, refused, submission }: FilesPageProps) {
  const { t, link } = useReader()
  const before = hrefOf(questionBefore('check', bearing))
  return (
    <SafeLayout hasErrors={refused !== null} before={<BackLink href={link(before)} />}>
      {refused ? (
        <ErrorSummary errors={[{ text: t(`evidence.refused.${refused}`), href: '#photos' }]} />
      ) : null}
      <h1>{t('complain.files.title')}</h1>
      <p>{t('complain.files.about')}</p>
      <ul>
        <li>{t('complain.files.agency')}</li>
        <li>{t('complain.files.place')}</li>
      </ul>
      <WarningText>{t('complain.files.faces')}</WarningText>
      <DraftFiles files={files} submission={submission} />
      <Form
        action={link(routes.complainFiles.href())}
        state={emptyForm}
        submission={submission}
        multipart
      >
        <EvidenceFields />
        <div class="govuk-button-group">
          <Button name="go-on" value="check">
            {t('complain.continue')}
          </Button>
          <Button name="go-on" value="more" kind="secondary">
            {t('complain.files.more')}
          </Button>
        </div>
      </Form>
      <p class="small muted">{t('complain.files.optional')}</p>
    </SafeLayout>
  )
}

/** What was added so far. It is not shown before it has been looked through: only its name is. */
function DraftFiles({ files }: Pick<FilesPageProps, 'files' | 'submission'>) {
  const { t, link } = useReader()
  if (files.length === 0) return null
  return (
    <section>
      <h2>{t('complain.files.added', { count: files.length })}</h2>
      <ul class="files">
        {files.map((file) => (
          <li>
            <p class="said">
              <DraftFileText file={file} />
            </p>
            <form method="post" action={link(routes.complainFileRemove.href({ id: file.id }))}>
              <Button kind="secondary">{t('complain.files.remove')}</Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function DraftFileText({ file }: { readonly file: DraftFile }) {
  const { t } = useReader()
  const family = t(`evidence.family.${kindFacts[file.kind].family}`)
  const size = t('evidence.size', { kilobytes: Math.ceil(file.size / 1024) })
  return (
    <>
      {file.name ?? family} <span class="muted">({`${family}, ${size}`})</span>
    </>
  )
}
