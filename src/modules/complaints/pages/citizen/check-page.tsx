import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  emptyForm,
  Form,
  InsetText,
  SafeLayout,
  SummaryList,
  useReader,
} from '../../../../ui/index.ts'
import type { DraftFile } from '../../actions/draft-files.ts'
import type { QuestionId } from '../../rules/questions.ts'
import { summaryLines } from '../questions/summary.ts'
import type { Situation } from './draft-visit.ts'
import { DraftFileText } from './files-page.tsx'
import { hrefOf } from './question-page.tsx'
import { ForgetForm } from './start-page.tsx'

export type CheckPageProps = {
  readonly situation: Situation
  readonly submission: string
  readonly files: readonly DraftFile[]
}

/** Everything once more before it is sent, each answer with the way to change it. */
export function CheckPage({ situation, submission, files }: CheckPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { openness } = situation.answers
  return (
    <SafeLayout before={<BackLink href={link(routes.complainFiles.href())} />}>
      <h1>{t('complain.check.title')}</h1>
      <SummaryList
        rows={[
          ...situation.asked.map((id) => rowOf(id, situation, reader)),
          filesRow(files, reader),
        ]}
      />
      {openness ? (
        <InsetText>
          <p>{t(`complain.openness-means.${openness}`)}</p>
        </InsetText>
      ) : null}
      <p>{t('complain.check.right')}</p>
      <Form action={link(routes.complainSend.href())} state={emptyForm} submission={submission}>
        <Button>{t('complain.check.send')}</Button>
      </Form>
      <ForgetForm />
    </SafeLayout>
  )
}

function filesRow(files: readonly DraftFile[], { t, link }: Reader) {
  const about = t('complain.row.files')
  return {
    key: about,
    value:
      files.length === 0
        ? [<p class="said">{t('complain.check.nothing')}</p>]
        : files.map((file) => (
            <p class="said">
              <DraftFileText file={file} />
            </p>
          )),
    actions: [
      {
        href: link(routes.complainFiles.href()),
        text: t(files.length === 0 ? 'complain.files.add' : 'complain.files.change'),
        about,
      },
    ],
  }
}

function rowOf(id: QuestionId, { answers, lists, offered }: Situation, reader: Reader) {
  const { t, link } = reader
  const about = t(`complain.row.${id}`)
  return {
    key: about,
    value: summaryLines(id, { answers, lists, offered, reader }).map((line) => (
      <p class="said">{line}</p>
    )),
    actions: [{ href: link(`${hrefOf(id)}?from=check`), text: t('complain.check.change'), about }],
  }
}
