import { routes } from '../../../routes.ts'
import { Button, emptyForm, FileField, Form, Icon, useReader } from '../../../ui/index.ts'
import type { LetterPageProps } from './letter-props.ts'
import { Part } from './part.tsx'

/** The signed and stamped paper, back at its number. */
export function ScanForm({ file, form, submission }: LetterPageProps) {
  const { t, link, instant } = useReader()
  const { letter } = file
  const awaited = letter.direction === 'incoming' || letter.signedAt !== null
  if (!awaited) return null
  const state = form?.step === 'scan' ? form.state : emptyForm
  return (
    <div id="scan" tabindex={-1}>
      <Part title={t('letters.part.scan')}>
        {letter.scanFile ? (
          <p>
            <a href={link(routes.letterScan.href({ id: letter.id }))}>
              <Icon name="paperclip" /> {t('letters.scan.open')}
            </a>{' '}
            {letter.scanAddedAt ? (
              <span class="muted small">{instant(letter.scanAddedAt)}</span>
            ) : null}
          </p>
        ) : (
          <p class="muted">{t('letters.scan.none')}</p>
        )}
        <Form
          action={link(routes.letterScan.href({ id: letter.id }))}
          state={state}
          submission={`${submission}-scan`}
          multipart
        >
          <input type="hidden" name="version" value={letter.version} />
          <FileField
            name="scan"
            id="scan-scan"
            label={t('letters.scan.choose')}
            hint={t('letters.scan.hint')}
            accept=".pdf,image/jpeg,image/png"
          />
          <Button kind="secondary">{t('letters.scan.send')}</Button>
        </Form>
      </Part>
    </div>
  )
}
