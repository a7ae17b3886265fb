import {
  BackLink,
  type Content,
  ErrorSummary,
  FormErrors,
  type FormState,
  hasErrors,
  OfficerLayout,
  useReader,
} from '../../../ui/index.ts'

/** What was typed, why it was refused, and the form's own number: the same for every step. */
export type FramedForm = {
  readonly state: FormState
  readonly refusal: string | null
  readonly submission: string
}

type FormFrameProps = Pick<FramedForm, 'state' | 'refusal'> & {
  /** The page from which one came, and its title, which is this page's too. */
  readonly back: { readonly href: string; readonly title: string }
  readonly heading: string
  readonly children: Content
}

/** A page of one form: the way back, what is wrong, and the heading. */
export function FormFrame({ back, heading, state, refusal, children }: FormFrameProps) {
  const { t } = useReader()
  return (
    <OfficerLayout
      title={back.title}
      hasErrors={hasErrors(state) || refusal !== null}
      before={<BackLink href={back.href}>{back.title}</BackLink>}
    >
      <FormErrors state={state} />
      {refusal ? (
        <ErrorSummary errors={[{ text: t(`protection.refusal.${refusal}`), href: '#main' }]} />
      ) : null}
      <h1>{heading}</h1>
      {children}
    </OfficerLayout>
  )
}
