import { moneyText } from '../../../../kernel/money.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import type { ClaimFacts } from '../../../complaints/index.ts'
import { type Head, heads } from '../../rules/calculator/finding.ts'

/** Which kinds of complaint, or claims of a person, ask for which part of the reckoning. */
const headOf: Readonly<Record<string, Head>> = {
  ...{
    wage_unpaid: 'wages',
    wage_underpaid: 'wages',
    overtime: 'overtime',
    no_rest_day: 'overtime',
  },
  ...{ illegal_deduction: 'deductions', penalty_clause: 'deductions', fee_overcharge: 'charges' },
  ...{ fee_refund: 'delay', delayed_deployment: 'delay', job_not_existing: 'delay' },
  ...{ document_not_delivered: 'documents', document_retained: 'documents' },
  ...{ injury: 'injury', illness: 'injury', death: 'death', death_benefit: 'death' },
  ...{ wages: 'wages', overcharge: 'charges', 'fee-refund': 'delay', deployment: 'delay' },
  document: 'documents',
}

/** What a case says already, as the form of the calculator would send it. */
export function typedOfCase({
  country,
  categories,
  claimed,
  month,
  aroseOn,
  paid,
}: ClaimFacts): FormBody {
  const found = [...categories, ...claimed].flatMap((code) => headOf[code] ?? [])
  const asked = heads.filter((head) => found.includes(head))
  const since = aroseOn ?? (month === null ? null : `${month}-01`)
  const sum = paid && moneyText(paid)
  return {
    heads: asked,
    ...(country ? { country } : {}),
    ...(since
      ? Object.assign(
          {},
          ...['from', 'promisedOn', 'injuredOn', 'diedOn'].map((name) => dayFields(name, since)),
        )
      : {}),
    ...(paid && sum
      ? {
          ...{ chargeAmount: sum, chargeCurrency: paid.currency },
          ...{ beforeAmount: sum, beforeCurrency: paid.currency },
        }
      : {}),
  }
}

function dayFields(name: string, day: string): FormBody {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date }
}
