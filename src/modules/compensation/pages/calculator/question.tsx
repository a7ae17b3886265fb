import type { Html } from '../../../../html/html.ts'
import type { CalculatorQuestion } from '../../rules/calculator/questions.ts'
import {
  ChargesQuestion,
  DeathQuestion,
  DelayQuestion,
  DocumentsQuestion,
  InjuryQuestion,
  RateQuestion,
} from './other-questions.tsx'
import type { CalculatorFieldsProps } from './question-props.tsx'
import {
  AgreedQuestion,
  CountryQuestion,
  DaysQuestion,
  DeductionsQuestion,
  DistrictQuestion,
  OvertimeQuestion,
  PaidQuestion,
  PeriodQuestion,
  PlaceQuestion,
  SizeQuestion,
  WhatQuestion,
  WorkQuestion,
} from './wage-questions.tsx'

const questions: Readonly<Record<CalculatorQuestion, (props: CalculatorFieldsProps) => Html>> = {
  what: WhatQuestion,
  country: CountryQuestion,
  work: WorkQuestion,
  place: PlaceQuestion,
  district: DistrictQuestion,
  size: SizeQuestion,
  period: PeriodQuestion,
  days: DaysQuestion,
  agreed: AgreedQuestion,
  paid: PaidQuestion,
  overtime: OvertimeQuestion,
  deductions: DeductionsQuestion,
  charges: ChargesQuestion,
  rate: RateQuestion,
  documents: DocumentsQuestion,
  delay: DelayQuestion,
  injury: InjuryQuestion,
  death: DeathQuestion,
}

/** The fields of one question, with its heading. */
export function CalculatorFields({
  id,
  ...props
}: CalculatorFieldsProps & { readonly id: CalculatorQuestion }) {
  const Fields = questions[id]
  return <Fields {...props} />
}
