import { systemActor } from '../kernel/actor.ts'
import type { Result } from '../kernel/result.ts'
import { type Db, type Tx, transact } from '../platform/db.ts'

/** For commands at the terminal: whoever runs them owns the data anyway. */
export const transactAsOwner = <T, R>(
  db: Db,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> => transact(db, systemActor('command'), work)
