import type { FieldErrors } from '../../../platform/http/form.ts'
import { Input, InsetText, useChrome, useReader } from '../../../ui/index.ts'
import type { SigningState } from '../actions/sign.ts'
import { type SigningRefusal, signingCodeField } from '../rules/signing.ts'
import { PasskeyPart } from './passkey-part.tsx'

export type SigningFieldsProps = Pick<SigningState, 'open'> &
  Partial<SigningState> & { readonly error?: SigningRefusal | null | undefined }

/**
 * What a form asks for before somebody signs: the code, or nothing while a sitting is open. Put
 * `{...(await signingState(tx, visit))}` into it, inside the form.
 */
export function SigningFields({ open, until, code, passkey, error }: SigningFieldsProps) {
  const { t, instant } = useReader()
  const { demonstration } = useChrome()
  if (open)
    return until ? (
      <InsetText>{t('accounts.signing.open', { until: instant(until) })}</InsetText>
    ) : null
  const shown =
    demonstration && code ? ` ${t('accounts.signing.hint-demonstration', { code })}` : ''
  const field = (
    <Input
      name={signingCodeField}
      label={t('accounts.signing.label')}
      hint={`${t('accounts.signing.hint')}${shown}`}
      error={error ? t(`accounts.signing.${error}`) : undefined}
      width={10}
      attributes={{ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 20 }}
    />
  )
  return (
    <>
      {field}
      {passkey ? <PasskeyPart question={passkey} what="use" sendAtOnce={false} /> : null}
    </>
  )
}

/** For the summary above a form. */
export const signingErrors = (refusal: SigningRefusal): FieldErrors => ({
  [signingCodeField]: { key: `accounts.signing.${refusal}` },
})
