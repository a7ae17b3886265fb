import type { Reader } from '../../../../kernel/reader.ts'
import { StatusMark, Tag, type Tone, useReader } from '../../../../ui/index.ts'
import type { Inquiry } from '../../actions/inquiry-words.ts'
import { inquiryReference } from '../../rules/inquiry-reference.ts'
import type { InquiryStatus } from '../../store/inquiry.ts'
import type { CaseView } from './case-view.ts'
import { Fold } from './fold.tsx'
import { categoryName } from './names.ts'

/** What happened in the complainant's words, and what the agency says. */
export function CaseStory({ view }: { readonly view: CaseView }) {
  const reader = useReader()
  const { t } = reader
  const { details, words, inquiries } = view.file
  return (
    <>
      <Fold title={t('complaints.part.story')}>
        <ul class="tags">
          {details.categories.map((code) => (
            <li>
              <Tag>{categoryName(reader, view.names, code)}</Tag>
            </li>
          ))}
        </ul>
        <Words text={words.story} missing={storyMissing(view)} />
        <h3>{t('complaints.part.asked-before')}</h3>
        <p>{t(`complaints.asked.${details.askedBefore}`)}</p>
        {words.askedAnswer ? <Words text={words.askedAnswer} missing="" /> : null}
      </Fold>
      {inquiries.length > 0 ? (
        <Fold title={t('complaints.part.inquiries')}>
          {inquiries.map((inquiry) => (
            <InquiryCard inquiry={inquiry} />
          ))}
        </Fold>
      ) : null}
    </>
  )

  function storyMissing({ file }: CaseView): string {
    return t(file.words.destroyed ? 'complaints.words.destroyed' : 'complaints.story.none')
  }
}

export function Words({
  text,
  missing,
}: {
  readonly text: string | null
  readonly missing: string
}) {
  if (text === null) return <p class="muted">{missing}</p>
  return <blockquote class="words">{text}</blockquote>
}

const inquiryTones: Readonly<Record<InquiryStatus, Tone>> = {
  asked: 'attention',
  answered: 'allowed',
  withdrawn: 'neutral',
}

function InquiryCard({ inquiry }: { readonly inquiry: Inquiry }) {
  const { t, instant } = useReader()
  const { status, question, answer, answeredAt, askedAt, dueAt } = inquiry
  return (
    <article class="inquiry">
      <p class="inquiry__head">
        <StatusMark tone={inquiryTones[status]}>{t(`complaints.inquiry.${status}`)}</StatusMark>
        <span class="small muted">
          {inquiryReference(inquiry.id)} ·{' '}
          {t('complaints.inquiry.asked-at', { when: instant(askedAt) })} ·{' '}
          {t('complaints.inquiry.due', { when: instant(dueAt) })}
        </span>
      </p>
      <Words text={question || null} missing={t('complaints.words.destroyed')} />
      {status === 'answered' && answeredAt ? (
        <>
          <p class="small muted">
            {t('complaints.inquiry.answered-at', { when: instant(answeredAt) })}
          </p>
          <Words text={answer} missing={t('complaints.words.destroyed')} />
        </>
      ) : null}
      <p class="small muted">{t('complaints.inquiry.saw', { what: sawText(inquiry, t) })}</p>
    </article>
  )
}

/** What of the case the agency was shown with the question. */
function sawText({ workerName, story }: Inquiry, t: Reader['t']): string {
  const shown = [
    t('complaints.seen.sums'),
    workerName ? t('complaints.seen.name') : null,
    story ? t('complaints.seen.story') : null,
  ]
  return shown.filter((one) => one !== null).join(', ')
}
