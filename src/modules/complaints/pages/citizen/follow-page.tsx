import { routes } from '../../../../routes.ts'
import {
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  SafeLayout,
  TextField,
  useReader,
} from '../../../../ui/index.ts'

export type FollowPageProps = {
  readonly state: FormState
  /** The half hour is over; with the words that were on their way, sealed. */
  readonly ended: boolean
  readonly kept: string | null
}

/** Number and secret open a case. */
export function FollowPage({ state, ended, kept }: FollowPageProps) {
  const { t, link } = useReader()
  return (
    <SafeLayout hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1>{t('follow.title')}</h1>
      {ended ? <InsetText>{t(kept ? 'follow.ended-kept' : 'follow.ended')}</InsetText> : null}
      <p>{t('follow.about')}</p>
      {/* Opening a case twice does no harm, and each time the browser needs its key. */}
      <Form action={link(routes.follow.href())} state={state} submission="">
        {kept ? <input type="hidden" name="kept" value={kept} /> : null}
        <TextField
          name="number"
          label={t('complain.slip.number')}
          hint={t('follow.number-hint')}
          attributes={digits}
        />
        <TextField
          name="secret"
          label={t('complain.slip.secret')}
          hint={t('follow.secret-hint')}
          attributes={digits}
        />
        <Button>{t('follow.open')}</Button>
      </Form>
      <h2>{t('follow.lost')}</h2>
      <p>{t('follow.lost-how')}</p>
      <p>
        <a href={link(routes.complain.href())}>{t('follow.to-complain')}</a>
      </p>
    </SafeLayout>
  )
}

const digits = { autocomplete: 'off', inputmode: 'numeric' } as const
