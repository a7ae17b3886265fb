import { asset } from '../../../ui/assets.ts'
import { Button, useReader } from '../../../ui/index.ts'
import type { Question } from '../actions/passkeys.ts'
import { passkeyField, passkeyQuestionField } from '../rules/signing.ts'

/** Within a form: a button that asks the browser for a passkey. Hidden until a script can. */
export function PasskeyPart({
  question,
  what,
  sendAtOnce,
}: {
  readonly question: Question
  readonly what: 'register' | 'use'
  /** Else what comes back waits for the form's own button. */
  readonly sendAtOnce: boolean
}) {
  const { t } = useReader()
  return (
    <div
      hidden
      data-passkey={what}
      data-options={question.options}
      data-send={sendAtOnce ? 'at-once' : 'later'}
    >
      <input type="hidden" name={passkeyField} value="" />
      <input type="hidden" name={passkeyQuestionField} value={question.sealed} />
      <Button type="button" kind="secondary">
        {t(`accounts.passkey.${what}`)}
      </Button>
      <p role="status" class="govuk-body">
        <span data-say="done" hidden>
          {t(sendAtOnce ? 'accounts.passkey.sending' : 'accounts.passkey.ready')}
        </span>
        <span data-say="failed" hidden>
          {t('accounts.passkey.failed')}
        </span>
      </p>
      <script type="module" src={asset('passkey.js')} />
    </div>
  )
}
