import type { Tx } from '../../platform/db.ts'
import { page, type Route } from '../../platform/http/route.ts'
import { listAlarms, listLastNotices } from '../../platform/operations/alarm-store.ts'
import { judge } from '../../platform/operations/checks.ts'
import { listRuns, readFigures } from '../../platform/operations/figures.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import { routes } from '../../routes.ts'
import type { ShownAlarm } from './alarms-part.tsx'
import { OperationsPage } from './operations-page.tsx'
import { openRecipient } from './watch-alarms.ts'

/** How the installation is, for whoever keeps it alive. */
export const operationsRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.operations.path,
    access: ['administrator'],
    show: async (visit, tx) => {
      const [figures, runs] = await Promise.all([readFigures(tx), listRuns(tx)])
      return page(
        <OperationsPage
          checks={judge(figures, visit.now)}
          figures={figures}
          runs={runs}
          alarms={await readAlarms(tx, visit.vault)}
        />,
      )
    },
  },
]

async function readAlarms(tx: Tx, vault: Vault): Promise<readonly ShownAlarm[]> {
  const alarms = await listAlarms(tx)
  const notices = await listLastNotices(
    tx,
    alarms.map(({ id }) => id),
  )
  const shown = notices.map(({ recipientSealed, ...notice }) => ({
    ...notice,
    to: openRecipient(vault, recipientSealed),
  }))
  return alarms.map((alarm) => ({
    ...alarm,
    notices: shown.filter(({ alarmId }) => alarmId === alarm.id),
  }))
}
