import type { Db } from '../../src/platform/db.ts'

const entriesOfDue = 6

/**
 * Fills the ledger to about so many entries: dues that were opened, paid and confirmed, each with six
 * entries, among the agencies of the world. Written as rows: the program's own way is measured apart.
 */
export async function fillLedger(db: Db, entries: number): Promise<void> {
  const dues = Math.round(entries / entriesOfDue)
  await db.begin(async (tx) => {
    await tx`
      create temp table filled on commit drop as
      select uuidv7() as due, uuidv7() as owed, uuidv7() as paid, uuidv7() as received,
        uuidv7() as opened, uuidv7() as recorded, uuidv7() as confirmed, uuidv7() as payment,
        a.id as agency, a.debt, 1000 + n % 90000 as minor,
        row_number() over (partition by a.id order by n) as place,
        sum(1000 + n % 90000) over (partition by a.id order by n) as so_far
      from generate_series(0, ${dues - 1}) n
      join (select id, uuidv7() as debt, row_number() over (order by id) - 1 as place,
          count(*) over () as of from agency) a on a.place = n % a.of`
    await tx`
      insert into due (id, case_id, beneficiary_id, debtor_agency_id, minor, currency, due_on,
        source_type, source_id, reference, opened_at, opened_by)
      select due, uuidv7(), uuidv7(), agency, minor, 'USD', current_date - 90, 'settlement', uuidv7(),
        'C-BENCH', now(), 'bench' from filled`
    await tx`
      insert into ledger_account (id, kind, currency, balance, version, agency_id)
      select debt, 'debt', 'USD', -sum(minor), count(*), agency from filled group by debt, agency`
    await tx`
      insert into ledger_account (id, kind, currency, balance, version, agency_id, case_id, due_id)
      select k.id, k.kind, 'USD', k.balance, k.version, f.agency, d.case_id, f.due
      from filled f join due d on d.id = f.due cross join lateral (values (f.owed, 'owed', 0, 2),
        (f.paid, 'paid', 0, 2), (f.received, 'received', f.minor, 1)) k (id, kind, balance, version)`
    await tx`
      insert into ledger_posting (id, kind, source_type, source_id, posted_at, actor_kind, actor_id)
      select p.id, p.kind, 'bench', f.due, now(), 'system', 'bench'
      from filled f cross join lateral (values (f.opened, 'dues-opened'),
        (f.recorded, 'payments-recorded'), (f.confirmed, 'payments-confirmed')) p (id, kind)`
    await tx`
      insert into ledger_entry (account_id, version, posting_id, minor, balance_before, balance_after)
      select e.account, e.version, e.posting, e.minor, e.before, e.before + e.minor
      from filled f cross join lateral (values
        (f.debt, f.place, f.opened, -f.minor, f.minor - f.so_far),
        (f.owed, 1, f.opened, f.minor, 0), (f.owed, 2, f.recorded, -f.minor, f.minor),
        (f.paid, 1, f.recorded, f.minor, 0), (f.paid, 2, f.confirmed, -f.minor, f.minor),
        (f.received, 1, f.confirmed, f.minor, 0)) e (account, version, posting, minor, before)`
    await tx`
      insert into due_payment (id, due_id, minor, paid_on, channel, status, recorded_at, recorded_by,
        settled_at, settled_by, settled_how)
      select payment, due, minor, current_date, 'bank', 'confirmed', now(), 'bench', now(), 'bench',
        'by-officer' from filled`
  })
  await db`vacuum analyze ledger_account, ledger_entry, ledger_posting, due, due_payment`
}
