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
import { type QuestionId, questionBefore } from '../../rules/questions.ts'
import { summaryLines } from '../questions/summary.ts'
import type { Situation } from './draft-visit.ts'
import { hrefOf } from './question-page.tsx'
import { ForgetForm } from './start-page.tsx'

export type CheckPageProps = { readonly situation: Situation; readonly submission: string }

/** Everything once more before it is sent, each answer with the way to change it. */
export function CheckPage({ situation, submission }: CheckPageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { openness } = situation.answers
  return (
    <SafeLayout
      before={<BackLink href={link(hrefOf(questionBefore('check', situation.bearing)))} />}
    >
      <h1>{t('complain.check.title')}</h1>
      <SummaryList rows={situation.asked.map((id) => rowOf(id, situation, reader))} />
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
