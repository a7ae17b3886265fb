import { seeded } from '../../../kernel/random.ts'
import type { Tx } from '../../../platform/db.ts'
import { createPersonKey } from '../../../platform/vault/person-keys.ts'
import type { Vault } from '../../../platform/vault/vault.ts'
import { listProvinces } from '../../places/index.ts'
import { registerWorker } from '../actions/register-worker.ts'
import { demonstrationName } from './names.ts'

export type FillWorkers = {
  readonly vault: Vault
  readonly now: Date
  readonly seed: number
  readonly count: number
}

const twoYearsMs = 730 * 86_400_000
const atOnce = 100

/** Records of workers that nobody has complained for, from all provinces, over two years. */
export async function fillDemonstrationWorkers(tx: Tx, fill: FillWorkers): Promise<void> {
  const random = seeded(fill.seed)
  const provinces = await listProvinces(tx)
  const planned = Array.from({ length: fill.count }, (_, number) => ({
    name: demonstrationName(number),
    area: random.pick(provinces).code,
    at: new Date(fill.now.getTime() - random.below(twoYearsMs)),
  }))
  for (let begin = 0; begin < planned.length; begin += atOnce)
    await Promise.all(
      planned.slice(begin, begin + atOnce).map(async (worker) => {
        const key = await createPersonKey(tx, fill.vault)
        await registerWorker(tx, { ...worker, vault: fill.vault, key })
      }),
    )
}
