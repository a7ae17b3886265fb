import type { Html } from '../../../../html/html.ts'
import type { Reader } from '../../../../kernel/reader.ts'
import { routes } from '../../../../routes.ts'
import {
  BackLink,
  Button,
  Details,
  type Fact,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  KeyValue,
  OfficerLayout,
  StatusMark,
  TextareaField,
  useReader,
} from '../../../../ui/index.ts'
import { EvidenceFields, EvidenceList, type ShownEvidence } from '../../../evidence/index.ts'
import type { Inquiry } from '../../actions/inquiry-words.ts'
import type { Category } from '../../rules/category.ts'
import { dueStanding } from '../../rules/due.ts'
import { inquiryReference } from '../../rules/inquiry-reference.ts'
import { dueText, dueTone } from '../officer/marks.tsx'
import { categoryNames, monthOf, sumOf } from './words.ts'

export type InquiryPageProps = {
  readonly inquiry: Inquiry
  readonly categories: readonly Category[]
  readonly state: FormState
  /** Key of the sentence that says why. */
  readonly refusal: string | null
  readonly submission: string
  readonly now: Date
  /** The files that this agency brought with its answer. */
  readonly proof: readonly ShownEvidence[]
  /** What later modules say about the case to this agency. */
  readonly panels: readonly Html[]
}

/** One question of the ministry: all that this agency learns of the case. */
export function InquiryPage(props: InquiryPageProps) {
  const { t, link } = useReader()
  const { inquiry, state, refusal } = props
  const title = t('inquiries.one', { reference: inquiryReference(inquiry.id) })
  return (
    <OfficerLayout
      title={title}
      hasErrors={refusal !== null || Object.keys(state.errors).length > 0}
      before={<BackLink href={link(routes.inquiries.href())}>{t('inquiries.back')}</BackLink>}
    >
      <FormErrors state={state} />
      {refusal ? (
        <p class="changed" role="alert">
          {t(refusal)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{title}</h1>
        <div class="page-head__marks">
          <Standing {...props} />
        </div>
      </div>
      <div class="entry">
        <section>
          <h2>{t('inquiries.asked')}</h2>
          <blockquote class="words">
            {inquiry.question || t('complaints.words.destroyed')}
          </blockquote>
          <h2>{t('inquiries.case')}</h2>
          <Facts {...props} />
          <InsetText>
            <p>{t('inquiries.no-contact')}</p>
          </InsetText>
        </section>
        <section>
          <Answer {...props} />
          {props.panels}
        </section>
      </div>
    </OfficerLayout>
  )
}

function Standing({ inquiry, now }: InquiryPageProps) {
  const reader = useReader()
  if (inquiry.status !== 'asked')
    return (
      <StatusMark tone={inquiry.status === 'answered' ? 'allowed' : 'neutral'}>
        {reader.t(`inquiries.state.${inquiry.status}`)}
      </StatusMark>
    )
  const standing = dueStanding(inquiry.dueAt, now)
  return <StatusMark tone={dueTone(standing)}>{dueText(reader, standing)}</StatusMark>
}

function Facts({ inquiry, categories }: InquiryPageProps) {
  const reader = useReader()
  const { t, instant } = reader
  return (
    <>
      <KeyValue
        facts={[
          { key: t('inquiries.fact.asked'), value: instant(inquiry.askedAt) },
          { key: t('inquiries.fact.due'), value: instant(inquiry.dueAt) },
          {
            key: t('inquiries.fact.about'),
            value: categoryNames(reader, categories, inquiry.categories).join(' · '),
          },
          { key: t('inquiries.fact.month'), value: monthOf(reader, inquiry.happenedMonth) },
          ...inquiry.claims.map((claim) => ({
            key: t(`inquiries.claim.${claim.kind}`),
            value: sumOf(reader, claim),
          })),
          {
            key: t('inquiries.fact.worker'),
            value: inquiry.workerName ?? <span class="muted">{t('inquiries.not-shown')}</span>,
          },
          ...groupFacts(reader, inquiry),
        ]}
      />
      {inquiry.story ? (
        <>
          <h2>{t('inquiries.story')}</h2>
          <blockquote class="words">{inquiry.story}</blockquote>
        </>
      ) : null}
    </>
  )
}

/** Of a group only those who agreed, and by name only those who let theirs be shown. */
function groupFacts(
  { t, list }: Reader,
  { personsAgreed, personNames }: InquiryPageProps['inquiry'],
): Fact[] {
  if (personsAgreed === null) return []
  const names = personNames.length > 0 ? list(personNames) : t('inquiries.no-names')
  return [
    { key: t('inquiries.fact.persons'), value: t('inquiries.persons', { count: personsAgreed }) },
    { key: t('inquiries.fact.names'), value: names },
  ]
}

function Answer({ inquiry, state, submission, proof }: InquiryPageProps) {
  const { t, link, instant } = useReader()
  if (inquiry.status === 'withdrawn') return <p>{t('inquiries.no-answer-needed')}</p>
  if (inquiry.status === 'answered' && inquiry.answeredAt)
    return (
      <>
        <h2>{t('inquiries.your-answer')}</h2>
        <p class="muted">{instant(inquiry.answeredAt)}</p>
        <blockquote class="words">{inquiry.answer ?? t('complaints.words.destroyed')}</blockquote>
        <EvidenceList evidence={proof} hrefOf={(id) => link(routes.inquiryFile.href({ id }))} />
      </>
    )
  return (
    <Form
      action={link(routes.inquiryAnswer.href({ id: inquiry.id }))}
      state={state}
      submission={submission}
      multipart
    >
      <TextareaField
        name="words"
        label={t('inquiries.your-answer')}
        labelSize="m"
        hint={t('inquiries.answer-hint')}
        rows={10}
        attributes={{ maxlength: 4000 }}
      />
      <Details summary={t('inquiries.proof')}>
        <p>{t('inquiries.proof-about')}</p>
        <EvidenceFields by="agency" />
      </Details>
      <Button>{t('inquiries.send')}</Button>
    </Form>
  )
}
