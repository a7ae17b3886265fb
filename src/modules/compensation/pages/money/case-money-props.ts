import type { Day } from '../../../../kernel/days.ts'
import { emptyForm, type FormState } from '../../../../ui/index.ts'
import type { CaseMoney } from '../../actions/read-case-money.ts'

export const moneySteps = [
  'pay',
  'words',
  'answers',
  'remedies',
  'end-plan',
  'wishes',
  'paper',
  'close',
] as const
export type MoneyStep = (typeof moneySteps)[number]

export type CaseMoneyProps = {
  readonly money: CaseMoney
  readonly today: Day
  readonly submission: string
  /** The sheet that was sent and refused. */
  readonly form: { readonly step: MoneyStep; readonly state: FormState } | null
  readonly done: string | null
  /** Whether the reader may write letters. */
  readonly writes: boolean
}

export const stateOf = ({ form }: CaseMoneyProps, step: MoneyStep): FormState =>
  form?.step === step ? form.state : emptyForm
