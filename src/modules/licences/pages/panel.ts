import type { Html } from '../../../html/html.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AgencyId } from '../../agencies/index.ts'

/**
 * What a later module has to say on an agency's public page: a section with its own heading, or
 * null. The page is kept in memory and the same for everybody; `publicChanged` empties it.
 */
export type AgencyPanel = {
  readonly name: string
  readonly draw: (tx: Tx, at: { agencyId: AgencyId; today: Day }) => Promise<Html | null>
}

export async function drawPanels(
  tx: Tx,
  panels: readonly AgencyPanel[],
  at: { agencyId: AgencyId; today: Day },
): Promise<Html[]> {
  const drawn: Html[] = []
  for (const panel of panels) {
    const section = await panel.draw(tx, at)
    if (section) drawn.push(section)
  }
  return drawn
}
