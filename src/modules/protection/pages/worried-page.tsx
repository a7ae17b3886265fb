import { routes } from '../../../routes.ts'
import {
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  InsetText,
  SafeLayout,
  useReader,
  WarningText,
} from '../../../ui/index.ts'
import type { HelpLine } from '../../places/index.ts'
import { type Places, WorriedFields } from './worried-form.tsx'

export type WorriedPageProps = Places & {
  readonly state: FormState
  readonly submission: string
  readonly dangerLines: readonly HelpLine[]
}

/** "I am worried about somebody": without a name, without an account, in one page. */
export function WorriedPage({ state, submission, dangerLines, ...places }: WorriedPageProps) {
  const { t, link, name } = useReader()
  return (
    <SafeLayout hasErrors={hasErrors(state)}>
      <FormErrors state={state} />
      <h1>{t('protection.worried.title')}</h1>
      <p>{t('protection.worried.intro')}</p>
      <WarningText>{t('protection.worried.danger')}</WarningText>
      <ul>
        {dangerLines.map((line) => (
          <li>
            {name(line.name)}:{' '}
            {line.numbers.map((number, at) => (
              <>
                {at > 0 ? ', ' : null}
                <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
      <InsetText>{t('protection.worried.her-choice')}</InsetText>
      <Form action={link(routes.worried.href())} state={state} submission={submission}>
        <WorriedFields {...places} />
        <Button>{t('protection.worried.send')}</Button>
      </Form>
    </SafeLayout>
  )
}

/** Nothing here says whom it was about. */
export function WorriedSentPage() {
  const { t, link } = useReader()
  return (
    <SafeLayout>
      <h1>{t('protection.worried.sent')}</h1>
      <p>{t('protection.worried.sent-next')}</p>
      <p>{t('protection.worried.sent-not-told')}</p>
      <p>
        <a href={link(routes.clearHistory.href())}>{t('complain.clear-history')}</a>
      </p>
    </SafeLayout>
  )
}
