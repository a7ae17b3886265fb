import { routes } from '../../../../routes.ts'
import {
  Button,
  Details,
  ErrorSummary,
  emptyForm,
  Form,
  TextareaField,
  useReader,
} from '../../../../ui/index.ts'
import {
  EvidenceFields,
  EvidenceList,
  kindFacts,
  refusedReasons,
  type ShownEvidence,
} from '../../../evidence/index.ts'
import type { CasePageProps } from './case-page.tsx'
import { Fold } from './fold.tsx'
import { personName } from './names.ts'

/** What may be wrong with files or a summary that an officer sends. */
export const evidenceFaults = [...refusedReasons, 'not-in-this-status', 'summary-missing'] as const
export type EvidenceFault = (typeof evidenceFaults)[number]

export function EvidenceRefused({ refused }: { readonly refused: EvidenceFault | null }) {
  const { t } = useReader()
  if (!refused) return null
  return <ErrorSummary errors={[{ text: t(`evidence.refused.${refused}`), href: '#files' }]} />
}

/** Photos, documents and recordings of a case; what a recording says is written down here. */
export function CaseEvidence(props: CasePageProps) {
  const { t, link } = useReader()
  const { complaint, evidence } = props.view.file
  const waiting = evidence.some(({ status }) => status === 'quarantined')
  return (
    <Fold title={t('complaints.files.title')} id="files" open={props.refused !== null}>
      {evidence.length === 0 ? <p class="muted">{t('complaints.files.none')}</p> : null}
      {waiting ? <p class="small muted">{t('complaints.files.waiting')}</p> : null}
      <EvidenceList
        evidence={evidence}
        withOrigin
        hrefOf={(id) => link(routes.evidence.href({ id }))}
        below={(one) => (
          <>
            <Recording {...props} one={one} />
            <Release {...props} one={one} />
          </>
        )}
      />
      <Details summary={t('complaints.files.add')}>
        <Form
          action={link(routes.complaintFiles.href({ id: complaint.id }))}
          state={emptyForm}
          submission={`${props.submission}-files`}
          multipart
        >
          <EvidenceFields by="officer" />
          <Button>{t('complaints.files.send')}</Button>
        </Form>
      </Details>
    </Fold>
  )
}

/** What the agency brought, the complainant sees once an officer looked at it and says so. */
function Release({ view, one, submission }: RecordingProps) {
  const { t, link, instant } = useReader()
  if (one.inquiryId === null) return null
  if (one.releasedAt)
    return (
      <p class="small muted">{t('complaints.files.released', { when: instant(one.releasedAt) })}</p>
    )
  if (!one.isReady) return null
  const { id } = view.file.complaint
  return (
    <Form
      action={link(routes.complaintFileRelease.href({ id, file: one.id }))}
      state={emptyForm}
      submission={`${submission}-r${one.id.slice(-12)}`}
    >
      <p class="small muted">{t('complaints.files.release-about')}</p>
      <Button kind="secondary">{t('complaints.files.release')}</Button>
    </Form>
  )
}

type RecordingProps = CasePageProps & { readonly one: ShownEvidence }

/** The agency never hears it; what it says stands here in an officer's words. */
function Recording({ view, one, submission }: RecordingProps) {
  const reader = useReader()
  const { t, link, instant } = reader
  if (kindFacts[one.kind].family !== 'audio') return null
  const { summary } = one
  const action = routes.complaintSummary.href({ id: view.file.complaint.id, file: one.id })
  return (
    <>
      {summary ? (
        <>
          <p class="small muted">
            {t('evidence.summary')} · {personName(reader, view.names, summary.by)} ·{' '}
            {instant(summary.at)}
          </p>
          <p class="said">{summary.text}</p>
        </>
      ) : null}
      {one.isReady ? (
        <Details
          summary={t(summary ? 'complaints.files.resummarise' : 'complaints.files.summarise')}
        >
          <Form
            action={link(action)}
            state={{ values: { [`words-${one.id}`]: summary?.text ?? '' }, errors: {} }}
            submission={`${submission}-${one.id.slice(-12)}`}
          >
            <TextareaField
              name={`words-${one.id}`}
              label={t('complaints.files.summary-label')}
              hint={t('complaints.files.summary-hint')}
              rows={4}
              attributes={{ maxlength: 4000 }}
            />
            <Button>{t('complaints.files.summary-keep')}</Button>
          </Form>
        </Details>
      ) : null}
    </>
  )
}
