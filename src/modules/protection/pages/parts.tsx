import type { Day } from '../../../kernel/days.ts'
import { routes } from '../../../routes.ts'
import { type Content, useReader } from '../../../ui/index.ts'
import type { ProtectionFile } from '../actions/read-protection.ts'
import type { ProtectionStep } from '../rules/steps.ts'

export function Part({ title, children }: { readonly title: string; readonly children: Content }) {
  return (
    <section class="case-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Days come out of the database as their text. */
export function DayText({ day }: { readonly day: string | null }) {
  const reader = useReader()
  return <>{day === null ? '—' : reader.day(day as Day)}</>
}

export type StepLinkProps = {
  readonly file: ProtectionFile
  readonly step: ProtectionStep
  readonly on?: string | undefined
}

/** Leads to the form of a step, about one line where it is about one. */
export function StepLink({ file, step, on }: StepLinkProps) {
  const { t, link } = useReader()
  const href = routes.complaintProtectionStep.href({ id: file.kept.id, step }, on ? { on } : {})
  return <a href={link(href)}>{t(`protection.step.${step}`)}</a>
}

/** Whose name the reader may see; otherwise a dash. */
export function PersonName({
  file,
  id,
}: {
  readonly file: ProtectionFile
  readonly id: string | null
}) {
  const { name } = useReader()
  const names = id === null ? undefined : file.people.get(id)
  return <>{names ? name(names) : '—'}</>
}

/** Which text says what an event was: a complaint's own, ours, or that of a concern. */
export function eventKey(type: string): string {
  const [record = '', code = ''] = type.split('.', 2)
  if (record === 'complaint') return `complaints.event.${code}`
  if (record === 'protection') return `protection.event.${code}`
  return record === 'concern' ? `protection.concern-event.${code}` : 'complaints.event.other'
}
