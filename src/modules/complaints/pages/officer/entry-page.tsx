import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  type Content,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  OfficerLayout,
  useReader,
} from '../../../../ui/index.ts'
import type { Agency } from '../../../agencies/index.ts'
import type { AnswerLists } from '../../actions/answer-lists.ts'
import { EntryFiles } from './entry-files.tsx'
import { MatterFields, MoneyFields, PlaceFields, WordsFields } from './entry-matter.tsx'
import { AgainstFields, OpennessFields, PaperFields, WhoFields } from './entry-people.tsx'

export type Offered = {
  readonly agencies: readonly Agency[]
  /** The one whose full name or licence number the words are. */
  readonly certain: string | null
  readonly words: string
}
export type EntryPageProps = {
  readonly state: FormState
  readonly submission: string
  readonly lists: AnswerLists
  /** Agencies of the register that the words about the agency may mean. */
  readonly offered: Offered
  /** Which of them is meant has to be asked; nothing is wrong. */
  readonly asks: boolean
}

/** The twelve questions of a first contact on one page, for whoever helps somebody to complain. */
export function EntryPage(props: EntryPageProps) {
  const { t, link } = useReader()
  const { state, submission } = props
  return (
    <OfficerLayout
      title={t('complaints.entry.title')}
      hasErrors={hasErrors(state)}
      before={
        <BackLink href={link(routes.complaints.href())}>{t('complaints.case.back')}</BackLink>
      }
    >
      <FormErrors state={state} />
      {props.asks ? <OneQuestion /> : null}
      <h1>{t('complaints.entry.title')}</h1>
      <InsetText>
        <p>{t('complaints.entry.read-out')}</p>
      </InsetText>
      <Form
        action={link(routes.complaintEntry.href())}
        state={state}
        submission={submission}
        multipart
      >
        <div class="entry">
          <div>
            <Part title={t('complaints.entry.openness')}>
              <OpennessFields />
            </Part>
            <Part title={t('complaints.part.parties')}>
              <WhoFields />
            </Part>
            <Part title={t('complaints.entry.against')}>
              <AgainstFields {...props} />
            </Part>
            <Part title={t('complaints.entry.paper')}>
              <PaperFields />
            </Part>
          </div>
          <div>
            <Part title={t('complaints.part.story')}>
              <MatterFields {...props} />
            </Part>
            <Part title={t('complaints.entry.place')}>
              <PlaceFields {...props} />
            </Part>
            <Part title={t('complaints.entry.money')}>
              <MoneyFields {...props} />
            </Part>
            <Part title={t('complaints.entry.words')}>
              <WordsFields />
            </Part>
            <Part title={t('complaints.files.title')}>
              <EntryFiles again={hasErrors(state)} />
            </Part>
          </div>
        </div>
        <Button>{t('complaints.entry.send')}</Button>
      </Form>
    </OfficerLayout>
  )
}

function OneQuestion() {
  const { t } = useReader()
  return (
    <section class="changed" role="status" aria-label={t('complaints.entry.one-question')}>
      <h2>{t('complaints.entry.one-question')}</h2>
      <p>{t('complaints.entry.one-question-about')}</p>
      <p>
        <a href="#agencyId">{t('complaints.entry.to-question')}</a>
      </p>
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: Content }) {
  return (
    <section class="entry__part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
