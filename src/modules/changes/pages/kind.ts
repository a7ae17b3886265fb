import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/db.ts'
import type { FieldErrors } from '../../../platform/http/form.ts'
import type { FormBody } from '../../../platform/http/route.ts'
import type { Content, FormState, IconName } from '../../../ui/index.ts'
import type { KindActions } from '../actions/kind.ts'
import type { Proposal } from '../rules/kind.ts'

type Typed = FormState['values']

/** A kind of change with its form and its preview: an entry of `src/change-kinds.ts`. */
export type ChangeKind<C = unknown> = KindActions<C> & {
  readonly icon: IconName
  /** The page on which the subject stands, without language. */
  home(subject: string): string
  /** The form as it first stands, from what a link asks; null where there is no such thing. */
  begin(tx: Tx, asked: FormBody): Promise<Typed | null>
  /** Its fields; day and reason are asked by the mechanism. */
  fields(tx: Tx, subject: string): Promise<Content>
  read(tx: Tx, typed: FormBody): Promise<Result<C, FieldErrors>>
  /** What would be and what is. */
  preview(tx: Tx, proposal: Proposal<C>): Promise<Content>
}
