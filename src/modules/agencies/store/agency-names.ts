import type { Tx } from '../../../platform/db.ts'

/** For a list's own query: the names of one agency as `km` and `en`, where the actor may see it. */
export const namesOfAgency = (tx: Tx, id: ReturnType<Tx>) =>
  tx`(select name_km as km, name_latin as en from agency where id = ${id})`
