import { routes } from '../../../../routes.ts'
import {
  Button,
  type Content,
  emptyForm,
  Form,
  type FormState,
  useReader,
} from '../../../../ui/index.ts'
import type { CaseTask } from '../../rules/case-tasks.ts'
import { type ComplaintAction, wordsOf } from '../../rules/lifecycle.ts'
import type { CasePageProps } from './case-page.tsx'
import { Fold } from './fold.tsx'
import {
  CallFields,
  CloseReasonField,
  ConsentFields,
  NewSecretFields,
  OfficeFields,
  OfficerFields,
  ReasonField,
  ReviewField,
  WordsField,
} from './step-fields.tsx'

const actionsId = 'actions'

/** What may be done now, and nothing else: first the next steps, then what goes with any case. */
export function CaseActions(props: CasePageProps) {
  const { t } = useReader()
  const { actions, tasks } = props.view.file
  if (actions.length + tasks.length === 0)
    return (
      <aside class="case__actions" id={actionsId} tabindex={-1}>
        <p class="muted">{t('complaints.actions.none')}</p>
      </aside>
    )
  const near = tasks.filter((task) => isNear(task))
  const others = tasks.filter((task) => !isNear(task) && !isGrave(task))
  const grave = tasks.filter(isGrave)
  const isRefused = (task: CaseTask) => props.form?.step === task
  return (
    <aside
      class="case__actions"
      id={actionsId}
      tabindex={-1}
      aria-label={t('complaints.actions.title')}
    >
      <Group title={t('complaints.actions.next')}>
        {near.map((task) => (
          <StepForm step={task} {...props} />
        ))}
        {actions.map((action) => (
          <StepForm step={action} {...props} />
        ))}
      </Group>
      {others.length > 0 ? (
        <Group title={t('complaints.actions.also')} isFolded={!others.some(isRefused)}>
          {others.map((task) => (
            <StepForm step={task} {...props} />
          ))}
        </Group>
      ) : null}
      {grave.length > 0 ? (
        <Group title={t('complaints.actions.careful')} isFolded={!grave.some(isRefused)}>
          {grave.map((task) => (
            <StepForm step={task} {...props} />
          ))}
        </Group>
      ) : null}
    </aside>
  )
}

/** Cannot be taken back: apart from what is pressed every day. */
const isGrave = (task: CaseTask): boolean => task === 'new-secret'
const isNear = (task: CaseTask): boolean => task === 'answer' || task === 'take'

type GroupProps = {
  readonly title: string
  /** On a phone only what comes next stands open. */
  readonly isFolded?: boolean
  readonly children: Content
}

function Group({ title, isFolded, children }: GroupProps) {
  if (isFolded === undefined)
    return (
      <section class="actions">
        <h2 class="actions__title">{title}</h2>
        {children}
      </section>
    )
  return (
    <div class="actions">
      <Fold title={title} own="many" open={!isFolded}>
        <h2 class="actions__title fold__heading">{title}</h2>
        {children}
      </Fold>
    </div>
  )
}

type Step = ComplaintAction | CaseTask
type StepFormProps = CasePageProps & { readonly step: Step }

/** Steps that need no word: one button. */
const bare: readonly Step[] = ['register', 'take', 'mark-read']

function StepForm(props: StepFormProps) {
  const { t } = useReader()
  const { step, form } = props
  const label = t(`complaints.step.${step}`)
  if (bare.includes(step))
    return (
      <div class="step" id={step}>
        <FormOf {...props}>
          <Button kind={step === 'register' ? undefined : 'secondary'}>{label}</Button>
          <StepHint step={step} />
        </FormOf>
      </div>
    )
  return (
    <details class="step" id={step} open={form?.step === step}>
      <summary class="step__summary">{label}</summary>
      <FormOf {...props}>
        <StepHint step={step} />
        <StepFields {...props} />
        <Button>{t(`complaints.step-do.${step}`)}</Button>
      </FormOf>
    </details>
  )
}

function StepHint({ step }: { readonly step: Step }) {
  const { t } = useReader()
  return <p class="actions__hint">{t(`complaints.step-hint.${step}`)}</p>
}

const messagesOf = ({ file }: CasePageProps['view']): number =>
  file.written.filter(({ kind }) => kind === 'message').length

/** The version and messages that were seen go along: nobody answers what was not read. */
function FormOf({ step, view, form, submission, children }: StepFormProps & { children: Content }) {
  const { link } = useReader()
  const { id, version } = view.file.complaint
  const action =
    step === 'reveal-contact'
      ? routes.complaintContact.href({ id })
      : routes.complaintAction.href({ id, action: step })
  const state = form?.step === step ? form.state : emptyForm
  const hidden = (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="messages" value={messagesOf(view)} />
      <input type="hidden" name="seen" value={view.now.toISOString()} />
    </>
  )
  // Each look is a look of its own: sent twice, it is kept twice.
  if (step === 'reveal-contact')
    return (
      <form method="post" action={link(action)} novalidate class="form">
        {children}
      </form>
    )
  return (
    <Form action={link(action)} state={state} submission={`${submission}-${step}`}>
      {hidden}
      {children}
    </Form>
  )
}

function StepWords({ step, state }: { step: ComplaintAction; state: FormState }) {
  const kind = wordsOf[step]
  return kind ? <WordsField step={step} kind={kind} state={state} /> : null
}

function StepFields(props: StepFormProps) {
  const { step, form, view } = props
  const state = form?.step === step ? form.state : emptyForm
  switch (step) {
    case 'assign':
      return <OfficerFields state={state} officers={view.officers} />
    case 'transfer':
      return (
        <>
          <OfficeFields state={state} view={view} />
          <WordsField step={step} kind="note" state={state} />
        </>
      )
    case 'record-consent':
      return <ConsentFields state={state} file={view.file} />
    case 'reveal-contact':
      return <ReasonField state={state} />
    case 'answer':
      return <WordsField step={step} kind="message" state={state} />
    case 'note':
      return <WordsField step={step} kind="note" state={state} />
    case 'new-secret':
      return <NewSecretFields state={state} file={view.file} />
    case 'take':
    case 'mark-read':
      return null
    default:
      return (
        <>
          {step === 'close-without-confirmation' ? <CloseReasonField state={state} /> : null}
          {step === 'confirm-withdrawal' ? <CallFields state={state} /> : null}
          {step === 'wait-elsewhere' ? <ReviewField state={state} /> : null}
          <StepWords step={step} state={state} />
        </>
      )
  }
}
