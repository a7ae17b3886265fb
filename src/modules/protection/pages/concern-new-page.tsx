import { routes } from '../../../routes.ts'
import {
  BackLink,
  Button,
  Form,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'
import { type Places, WorriedFields } from './worried-form.tsx'

export type ConcernNewPageProps = Places & {
  readonly state: FormState
  readonly submission: string
}

/** The same questions at an officer's or a counsellor's desk. */
export function ConcernNewPage({ state, submission, ...places }: ConcernNewPageProps) {
  const { t, link } = useReader()
  return (
    <OfficerLayout
      title={t('protection.concerns.new')}
      hasErrors={hasErrors(state)}
      before={
        <BackLink href={link(routes.concerns.href())}>{t('protection.concerns.title')}</BackLink>
      }
    >
      <FormErrors state={state} />
      <h1>{t('protection.concerns.new')}</h1>
      <Form action={link(routes.concernNew.href())} state={state} submission={submission}>
        <WorriedFields {...places} />
        <Button>{t('protection.concerns.save')}</Button>
      </Form>
    </OfficerLayout>
  )
}
