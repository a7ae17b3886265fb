import type { Html } from '../../../../html/html.ts'
import { routes } from '../../../../routes.ts'
import { BackLink, ErrorSummary, Icon, OfficerLayout, useReader } from '../../../../ui/index.ts'
import type { RevealedContact } from '../../actions/reveal-contact.ts'
import { CaseActions } from './case-actions.tsx'
import { CaseBrief } from './case-brief.tsx'
import { ChangedMeanwhile, KeptWords, keptId } from './case-changed.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseEvidence, type EvidenceFault, EvidenceRefused } from './case-evidence.tsx'
import { againstText, CaseFacts, Revealed } from './case-facts.tsx'
import { type CaseForm, idOf, isOffered } from './case-form.ts'
import { CaseLetters } from './case-letters.tsx'
import { CaseStory } from './case-story.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import type { CaseView } from './case-view.ts'
import { FoldedList } from './fold.tsx'
import { ComplaintStatusMark, OpennessMark } from './marks.tsx'

/** What was done before this page, said once above it. */
export const caseNotices = [
  'done',
  'taken',
  'assigned',
  'answered',
  'noted',
  'read',
  'consent-kept',
  'files-kept',
  'summary-kept',
  'file-released',
] as const
export type CaseNotice = (typeof caseNotices)[number]

export type CasePageProps = {
  readonly view: CaseView
  readonly form: CaseForm | null
  readonly notice: CaseNotice | null
  /** Only on the answer to a reveal with its reason. */
  readonly revealed: RevealedContact | null
  readonly submission: string
  /** What later modules say about the case. */
  readonly panels: readonly Html[]
  /** Why files or a summary that were just sent were not taken. */
  readonly refused: EvidenceFault | null
}

/**
 * What may be done comes first; on a desk it stands at the right, facts and clocks at the left, what
 * happened in the middle.
 */
export function CasePage(props: CasePageProps) {
  const reader = useReader()
  const { t, link } = reader
  const { view, form, notice, revealed } = props
  const { complaint } = view.file
  return (
    <OfficerLayout
      title={t('complaints.case.title', { number: complaint.number })}
      hasErrors={form !== null}
      before={
        <BackLink href={link(routes.complaints.href())}>{t('complaints.case.back')}</BackLink>
      }
    >
      <Refused form={form} view={view} />
      <EvidenceRefused refused={props.refused} />
      {notice ? (
        <p class="notice" role="status">
          <Icon name="circle-check" /> {t(`complaints.notice.${notice}`)}
        </p>
      ) : null}
      <div class="page-head">
        <h1>{t('complaints.case.title', { number: complaint.number })}</h1>
        <div class="page-head__marks">
          <ComplaintStatusMark status={complaint.status} />
          <OpennessMark openness={complaint.openness} />
        </div>
      </div>
      {form?.refusal === 'changed-meanwhile' ? <ChangedMeanwhile view={view} form={form} /> : null}
      {form && !isOffered(view.file, form.step) ? <KeptWords form={form} /> : null}
      {revealed ? <Revealed {...revealed} /> : null}
      <CaseBrief view={view} against={againstText(reader, view)} />
      <div class="case case--handled">
        <CaseActions {...props} />
        <div class="case__facts">
          <CaseClocks view={view} />
          <CaseFacts view={view} />
        </div>
        <div class="case__middle">
          <FoldedList count={props.panels.length}>{props.panels}</FoldedList>
          <CaseStory view={view} />
          <CaseEvidence {...props} />
          <CaseLetters {...props} />
          <CaseTimeline view={view} />
        </div>
      </div>
    </OfficerLayout>
  )
}

/** What is wrong, linked to its field; nothing that was typed is lost. */
function Refused({ form, view }: Pick<CasePageProps, 'form' | 'view'>) {
  const { t } = useReader()
  if (!form) return null
  const offered = isOffered(view.file, form.step)
  const errors = Object.entries(form.state.errors).map(([field, { key, values }]) => ({
    text: t(key, values),
    href: offered ? `#${idOf(form.step, field)}` : `#${keptId}`,
  }))
  const refusal = form.refusal
    ? [{ text: t(`refusal.${form.refusal}`), href: `#${offered ? form.step : keptId}` }]
    : []
  return <ErrorSummary errors={[...refusal, ...errors]} />
}
