import type { Db } from '../../../platform/db.ts'

/** What does not add up, and where. */
export type LedgerFault = {
  readonly kind:
    | 'posting-does-not-add-up'
    | 'balance-differs'
    | 'entry-missing'
    | 'due-differs'
    | 'payments-differ'
    | 'guarantee-differs'
  readonly where: string
  readonly id: string
}

/**
 * Proves the whole ledger, as the owner: every posting sums to zero in every currency, every account
 * stands where its entries left it and each entry begins where the one before ended, every due is the
 * sum of its accounts and of what was cancelled, the payments of a due are what its accounts say, and a
 * guarantee added what it promised and took away what was not called of it.
 */
export async function proveLedger(db: Db): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = []
  for (const prove of [
    listUneven,
    listBroken,
    listWrongDues,
    listWrongPayments,
    listWrongGuarantees,
  ])
    faults.push(...(await prove(db)))
  return faults
}

const listUneven = (db: Db) => db<LedgerFault[]>`
  select 'posting-does-not-add-up' as kind, 'ledger_posting' as where, e.posting_id as id
  from ledger_entry e join ledger_account a on a.id = e.account_id
  group by e.posting_id, a.currency having sum(e.minor) <> 0`

/** An account's entries are numbered without a gap, and their sums of before and after meet. */
const listBroken = (db: Db) => db<LedgerFault[]>`
  select case when a.version <> coalesce(e.entries, 0) or e.last <> e.entries then 'entry-missing'
      else 'balance-differs' end as kind,
    'ledger_account' as where, a.id
  from ledger_account a left join (
    select account_id, count(*) as entries, max(version) as last, sum(minor) as total,
      bool_and(balance_before = so_far - minor) as meet
    from (select account_id, version, minor, balance_before,
        sum(minor) over (partition by account_id order by version
          rows unbounded preceding) as so_far
      from ledger_entry) one
    group by account_id) e on e.account_id = a.id
  where a.version <> coalesce(e.entries, 0) or e.last <> e.entries
    or a.balance <> coalesce(e.total, 0) or not e.meet`

const listWrongDues = (db: Db) => db<LedgerFault[]>`
  select 'due-differs' as kind, 'due' as where, d.id
  from due d
  join ledger_account o on o.due_id = d.id and o.kind = 'owed'
  join ledger_account p on p.due_id = d.id and p.kind = 'paid'
  join ledger_account r on r.due_id = d.id and r.kind = 'received'
  left join (
    select e.account_id, -sum(e.minor) as minor
    from ledger_entry e join ledger_posting g on g.id = e.posting_id
    where g.kind = 'dues-cancelled' group by e.account_id) c on c.account_id = o.id
  where o.balance + p.balance + r.balance + coalesce(c.minor, 0) <> d.minor
    or o.currency <> d.currency`

const listWrongPayments = (db: Db) => db<LedgerFault[]>`
  select 'payments-differ' as kind, 'due' as where, p.due_id as id
  from ledger_account p
  join ledger_account r on r.due_id = p.due_id and r.kind = 'received'
  left join (
    select due_id, sum(minor) filter (where status = 'recorded') as waiting,
      sum(minor) filter (where status = 'confirmed') as confirmed
    from due_payment group by due_id) m on m.due_id = p.due_id
  where p.kind = 'paid'
    and (p.balance <> coalesce(m.waiting, 0) or r.balance <> coalesce(m.confirmed, 0))`

const listWrongGuarantees = (db: Db) => db<LedgerFault[]>`
  select 'guarantee-differs' as kind, 'deposit_guarantee' as where, g.id
  from deposit_guarantee g
  join deposit d on d.id = g.deposit_id
  join ledger_account a on a.id = d.account_id
  left join (
    select p.source_id, e.account_id, sum(e.minor) as minor
    from ledger_posting p join ledger_entry e on e.posting_id = p.id
    where p.kind in ('guarantee-given', 'guarantee-ended')
    group by p.source_id, e.account_id) s on s.source_id = g.id and s.account_id = d.account_id
  where coalesce(s.minor, 0) <> case when g.status = 'in-force' then g.minor else g.called end
    or a.balance < (select sum(f.minor - f.called) from deposit_guarantee f
      where f.deposit_id = d.id and f.status = 'in-force')`
