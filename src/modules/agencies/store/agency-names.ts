import { type Sql, sql } from '../../../platform/sql.ts'

/**
 * For a list's own question: the names of one agency as `km` and `en`, where the actor may see it.
 * The limit has each looked up by its id: a plan for any list would read the whole register.
 */
export const namesOfAgency = (id: Sql): Sql =>
  sql`(select name_km as km, name_latin as en from agency where id = ${id} limit 1)`
