import { type Sql, sql } from '../../../platform/sql.ts'

/** For a list's own question: the names of one agency as `km` and `en`, where the actor may see it. */
export const namesOfAgency = (id: Sql): Sql =>
  sql`(select name_km as km, name_latin as en from agency where id = ${id})`
