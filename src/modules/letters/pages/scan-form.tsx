import { routes } from '../../../routes.ts'
import { Button, emptyForm, FileField, Form, useReader } from '../../../ui/index.ts'
import { EvidenceList, mostBytes } from '../../evidence/index.ts'
import type { LetterPageProps } from './letter-props.ts'
import { Part } from './part.tsx'

/** The signed and stamped paper, back at its number. */
export function ScanForm({ file, form, submission }: LetterPageProps) {
  const { t, link } = useReader()
  const { letter, scans, awaitsScan } = file
  if (!awaitsScan && scans.length === 0) return null
  const state = form?.step === 'scan' ? form.state : emptyForm
  return (
    <div id="scan" tabindex={-1}>
      <Part title={t('letters.part.scan')}>
        {scans.length === 0 ? <p class="muted">{t('letters.scan.none')}</p> : null}
        <EvidenceList
          evidence={scans}
          hrefOf={(id) => link(routes.evidence.href({ id }))}
          withOrigin
        />
        {awaitsScan ? (
          <Form
            action={link(routes.letterScan.href({ id: letter.id }))}
            state={state}
            submission={`${submission}-scan`}
            multipart
          >
            <ScanField id="scan-scan" />
            <Button kind="secondary">{t('letters.scan.send')}</Button>
          </Form>
        ) : null}
      </Part>
    </div>
  )
}

export function ScanField({ id = 'scan' }: { readonly id?: string }) {
  const { t } = useReader()
  return (
    <FileField
      name="scan"
      id={id}
      label={t('letters.scan.choose')}
      hint={t('letters.scan.hint', { most: mostBytes / 2 ** 20 })}
      accept="application/pdf,image/jpeg,image/png,image/webp"
      multiple
    />
  )
}
