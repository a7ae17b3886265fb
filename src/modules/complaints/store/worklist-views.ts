import type { Tx } from '../../../platform/db.ts'

/** A list with its filters under a name; row-level security shows everybody their own. */
export type WorklistView = { readonly id: string; readonly name: string; readonly query: string }

export const listViews = (tx: Tx): Promise<WorklistView[]> =>
  tx<WorklistView[]>`
    select id, name, query from worklist_view where list = 'complaints' order by name limit 30`

/** A name that is there already gets the new filters. */
export async function saveView(
  tx: Tx,
  { personId, name, query, at }: { personId: string; name: string; query: string; at: Date },
): Promise<void> {
  await tx`
    insert into worklist_view (person_id, list, name, query, created_at)
    values (${personId}, 'complaints', ${name}, ${query}, ${at})
    on conflict (person_id, list, name) do update set query = excluded.query`
}

export async function deleteView(tx: Tx, id: string): Promise<boolean> {
  const deleted = await tx`delete from worklist_view where id = ${id}`
  return deleted.count === 1
}
