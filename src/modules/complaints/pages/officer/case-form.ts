import type { FormState } from '../../../../ui/index.ts'
import type { CaseFile } from '../../actions/case-file.ts'
import type { CaseTask } from '../../rules/case-tasks.ts'
import type { ComplaintAction } from '../../rules/lifecycle.ts'

/** A form of the case page that was sent and refused: drawn again with nothing lost. */
export type CaseForm = {
  readonly step: ComplaintAction | CaseTask
  readonly state: FormState
  /** The refusal's code when no single field is wrong. */
  readonly refusal: string | null
  /** When the page was drawn on which the officer decided: what came later is shown. */
  readonly seen: Date | null
}

/** Whether the page still has a form for this step. */
export const isOffered = (
  { actions, tasks }: Pick<CaseFile, 'actions' | 'tasks'>,
  step: CaseForm['step'],
): boolean => [...actions, ...tasks].includes(step)

export const idOf = (step: string, field: string): string => `${step}-${field}`
