import { routes } from '../../../routes.ts'
import {
  Button,
  DateField,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  TextareaField,
  TextField,
  useReader,
} from '../../../ui/index.ts'
import { isSigningRefusal, type SigningRefusal } from '../../accounts/index.ts'
import { RuleLine } from '../../law/index.ts'
import type { DepositFile } from '../actions/read-deposit.ts'
import type { Instruments } from '../actions/read-instruments.ts'
import {
  ExtensionFields,
  GuaranteeFields,
  OverrideFields,
  ProofField,
  ReleaseFields,
  SumFields,
} from './instrument-fields.tsx'

export const depositSteps = [
  'pay-in',
  'guarantee',
  'extend',
  'demand',
  'end-demand',
  'override',
  'release',
] as const
export type DepositStep = (typeof depositSteps)[number]

/** The step that was chosen or just refused, with what was typed. */
export type ChosenStep = {
  readonly step: DepositStep
  readonly state: FormState
}
export type StepProps = {
  readonly file: DepositFile
  readonly instruments: Instruments
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
      <Form
        action={link(action)}
        state={state}
        submission={props.submission}
        multipart={bringsPaper(step)}
      >
        <StepFields {...props} />
        <Button kind={step === 'end-demand' ? 'warning' : undefined}>
          {t(`ledger.deposit.step-do.${step}`)}
        </Button>
      </Form>
    </section>
  )
}

/** Steps that a paper of a bank proves. */
const bringsPaper = (step: DepositStep): boolean =>
  step === 'pay-in' || step === 'guarantee' || step === 'extend'

const addresses = {
  'pay-in': routes.depositChange,
  guarantee: routes.depositGuarantee,
  extend: routes.depositExtension,
  demand: routes.depositDemand,
  override: routes.depositOverride,
  release: routes.depositRelease,
} as const

function addressOf({ file, chosen: { step } }: StepProps): string | null {
  const { agencyId: id } = file
  if (step !== 'end-demand') return addresses[step].href({ id })
  const open = openDemand(file)
  return open && routes.depositDemandEnd.href({ id, demand: open.id })
}

export const openDemand = ({ demands }: DepositFile) =>
  demands.find(({ status }) => status === 'open') ?? null

function StepFields({ chosen: { step }, file, instruments }: StepProps) {
  if (step === 'pay-in') return <PayInFields />
  if (step === 'guarantee') return <GuaranteeFields {...instruments} />
  if (step === 'extend') return <ExtensionFields {...instruments} />
  if (step === 'demand') return <DemandFields file={file} />
  if (step === 'end-demand') return <EndDemandFields file={file} />
  if (step === 'override') return <OverrideFields {...instruments} />
  return <ReleaseFields {...instruments} />
}

function PayInFields() {
  const { t } = useReader()
  return (
    <>
      <SumFields hint={t('ledger.field.currency-hint')} />
      <PaperFields />
      <ProofField />
    </>
  )
}

/** The day and the number of the paper by which money moved. */
function PaperFields() {
  const { t } = useReader()
  return (
    <>
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
