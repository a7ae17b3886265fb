import type { Html } from '../../../html/html.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Visit } from '../../../platform/http/route.ts'
import type { ComplaintId } from '../rules/complaint.ts'

/** Where a case is drawn, for whom, and on which day. */
export type CasePanelAt = Pick<Visit, 'actor' | 'vault' | 'now' | 'query'> & {
  readonly complaintId: ComplaintId
  readonly today: Day
}

/**
 * What a later module has to say about a case on a page of complaints: a section with its own
 * heading, or null where it has nothing to say to whoever looks.
 */
export type CasePanel = {
  readonly name: string
  /** On her own page only while the case is open: it says what still goes on. */
  readonly onlyWhileOpen?: true
  readonly draw: (tx: Tx, at: CasePanelAt) => Promise<Html | null>
}

/** By page: the officers' case, the complainant's own case, the agency's question. */
export type CasePanels = {
  readonly officer: readonly CasePanel[]
  readonly complainant: readonly CasePanel[]
  readonly agency: readonly CasePanel[]
}

export async function drawCasePanels(
  tx: Tx,
  panels: readonly CasePanel[],
  { visit, complaintId }: { visit: Visit; complaintId: ComplaintId },
): Promise<Html[]> {
  const { actor, vault, now, query } = visit
  const at = { actor, vault, now, query, complaintId, today: dayOf(now) }
  const drawn: Html[] = []
  for (const panel of panels) {
    const section = await panel.draw(tx, at)
    if (section) drawn.push(section)
  }
  return drawn
}
