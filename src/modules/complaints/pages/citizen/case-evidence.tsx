import { routes } from '../../../../routes.ts'
import { Button, emptyForm, Form, useReader } from '../../../../ui/index.ts'
import { EvidenceFields, EvidenceList } from '../../../evidence/index.ts'
import type { OwnCase } from '../../actions/own-case.ts'

/** What she gave, how each stands, and the way to give more while the case is open. */
export function CaseEvidence({ own, submission }: { own: OwnCase; submission: string }) {
  const { t, link } = useReader()
  const { evidence, mayAddEvidence } = own
  if (evidence.length === 0 && !mayAddEvidence) return null
  return (
    <section id="files">
      <h2>{t('follow.files')}</h2>
      <p>{t('complain.files.agency')}</p>
      <EvidenceList
        evidence={evidence}
        hrefOf={(id) => link(routes.followFile.href({ id }))}
        below={({ summary, inquiryId }) => (
          <>
            {inquiryId ? <p class="small muted">{t('follow.files-of-agency')}</p> : null}
            {summary ? (
              <>
                <p class="small muted">{t('evidence.summary')}</p>
                <p class="said">{summary.text}</p>
              </>
            ) : null}
          </>
        )}
      />
      {mayAddEvidence ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t('follow.files-add')}</span>
          </summary>
          <div class="govuk-details__text">
            <Form
              action={link(routes.followFiles.href())}
              state={emptyForm}
              submission={`${submission}-files`}
              multipart
            >
              <EvidenceFields />
              <Button>{t('follow.files-send')}</Button>
            </Form>
          </div>
        </details>
      ) : null}
    </section>
  )
}
