import { Gauge, type Registry } from 'prom-client'
import { judge } from './checks.ts'
import type { Figures } from './figures.ts'

const bytes: Readonly<Record<string, readonly [string, (of: Figures) => number | null]>> = {
  backup_bytes: ['Size of the last backup', (of) => of.backupBytes],
  database_bytes: ['Size of the database', (of) => of.databaseBytes],
}

/** The checks of the page as figures: each value in its unit, and whether it wants somebody. */
export function addHouseGauges(registry: Registry, figures: () => Promise<Figures>): void {
  for (const [name, [help, value]] of Object.entries(bytes)) {
    new Gauge({
      ...{ name: `become_${name}`, help, registers: [registry] },
      async collect() {
        this.set(value(await figures()) ?? 0)
      },
    })
  }
  const values = new Gauge({
    name: 'become_check_value',
    help: 'What a check saw: seconds, bytes, days or a count, as docs/operations/running.md says',
    labelNames: ['check'],
    registers: [registry],
  })
  new Gauge({
    name: 'become_check_state',
    help: '0 good, 1 wants attention, 2 wants somebody at once, -1 not known',
    labelNames: ['check'],
    registers: [registry],
    async collect() {
      this.reset()
      values.reset()
      for (const { name, state, value } of judge(await figures(), new Date())) {
        this.set({ check: name }, stateNumbers[state])
        if (value !== null) values.set({ check: name }, value)
      }
    },
  })
}

const stateNumbers = { good: 0, attention: 1, danger: 2, unknown: -1 } as const
