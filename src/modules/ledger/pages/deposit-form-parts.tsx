import { currencies } from '../../../kernel/money.ts'
import { routes } from '../../../routes.ts'
import {
  Button,
  DateField,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  SelectField,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import {
  isSigningRefusal,
  SigningFields,
  type SigningRefusal,
  type SigningState,
} from '../../accounts/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'

export const depositSteps = ['pay-in', 'demand', 'end-demand', 'release'] as const
export type DepositStep = (typeof depositSteps)[number]

/** The step that was chosen or just refused, with what was typed. */
export type ChosenStep = {
  readonly step: DepositStep
  readonly state: FormState
  readonly signing: SigningState
}
export type StepProps = {
  readonly file: DepositFile
  readonly chosen: ChosenStep
  readonly submission: string
}

/** The form of the one step that was chosen, its errors above it. */
export function DepositStepForm(props: StepProps) {
  const { t, link } = useReader()
  const { step, state } = props.chosen
  const action = addressOf(props)
  if (action === null) return null
  return (
    <section aria-labelledby="step">
      <FormErrors state={state} />
      <h2 id="step">{t(`ledger.deposit.step.${step}`)}</h2>
      <Form action={link(action)} state={state} submission={props.submission}>
        <StepFields {...props} />
        <Button kind={step === 'release' || step === 'end-demand' ? 'warning' : undefined}>
          {t(`ledger.deposit.step-do.${step}`)}
        </Button>
      </Form>
    </section>
  )
}

function addressOf({ file, chosen }: StepProps): string | null {
  const { agencyId: id } = file
  if (chosen.step === 'pay-in') return routes.depositChange.href({ id })
  if (chosen.step === 'release') return routes.depositRelease.href({ id })
  if (chosen.step === 'demand') return routes.depositDemand.href({ id })
  const open = openDemand(file)
  return open && routes.depositDemandEnd.href({ id, demand: open.id })
}

export const openDemand = ({ demands }: DepositFile) =>
  demands.find(({ status }) => status === 'open') ?? null

function StepFields(props: StepProps) {
  const { step } = props.chosen
  if (step === 'pay-in') return <SlipFields />
  if (step === 'demand') return <DemandFields file={props.file} />
  if (step === 'end-demand') return <EndDemandFields file={props.file} />
  return <ReleaseFields {...props} />
}

function SlipFields() {
  const { t } = useReader()
  return (
    <>
      <TextField
        name="amount"
        label={t('ledger.field.amount')}
        width={10}
        attributes={{ inputmode: 'decimal', maxlength: 30 }}
      />
      <SelectField
        name="currency"
        label={t('ledger.field.currency')}
        hint={t('ledger.field.currency-hint')}
        options={currencies.map((value) => ({ value, label: value }))}
      />
      <DateField name="onDay" legend={t('ledger.field.on-day')} />
      <TextField
        name="reference"
        label={t('ledger.field.reference')}
        hint={t('ledger.field.reference-hint')}
        attributes={{ maxlength: 100 }}
      />
    </>
  )
}

function ReleaseFields({ chosen }: StepProps) {
  const { t } = useReader()
  const error = signingErrorOf(chosen.state)
  return (
    <>
      <InsetText>{t('ledger.release.hint')}</InsetText>
      <SlipFields />
      <TextareaField name="reason" label={t('ledger.field.why')} rows={3} />
      <SigningFields {...chosen.signing} error={error} />
    </>
  )
}

const signingKey = /^accounts\.signing\.(.+)$/

/** Why a signature was refused, out of the message beside its field. */
export function signingErrorOf({ errors }: FormState): SigningRefusal | null {
  const codes = Object.values(errors).map(({ key }) => signingKey.exec(key)?.[1] ?? '')
  return codes.find(isSigningRefusal) ?? null
}

function DemandFields({ file }: { readonly file: DepositFile }) {
  const { t, money } = useReader()
  return (
    <>
      <InsetText>
        {file.missing ? t('ledger.demand.missing', { sum: money(file.missing) }) : null}{' '}
        {t('ledger.demand.term')} <RuleLine rule={file.topUp} />
      </InsetText>
      <DateField name="dueOn" legend={t('ledger.field.due-on')} />
      <TextareaField
        name="reason"
        label={t('ledger.field.why-this-day')}
        hint={t('ledger.field.why-this-day-hint')}
        rows={3}
      />
    </>
  )
}

function EndDemandFields({ file }: { readonly file: DepositFile }) {
  const { t } = useReader()
  return (
    <>
      <input type="hidden" name="version" value={openDemand(file)?.version ?? 0} />
      <TextareaField name="reason" label={t('ledger.field.why')} rows={3} />
    </>
  )
}
