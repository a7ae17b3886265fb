-- Money as double entry: accounts that carry their balance, postings that add up, and entries that
-- are only ever added to. Amounts are whole minor units.
create table ledger_account (
  id uuid primary key default uuidv7(),
  -- Of a due: what is owed, paid and not confirmed, received; against the debtor's debt. Of a deposit:
  -- what is held; against what the agency paid in.
  kind text not null check (kind in ('owed', 'paid', 'received', 'debt', 'deposit', 'paid-in')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance bigint not null default 0,
  -- How many entries it has.
  version integer not null default 0 check (version >= 0),
  -- Whose deposit it is, or who owes; of an agency in any state of its licence. No foreign key: a
  -- debt outlives the register.
  agency_id uuid,
  -- A debtor that is no agency: a party of the case.
  party_id uuid,
  case_id uuid,
  due_id uuid,
  -- No account that holds something goes below nothing, and no counter account above it.
  constraint ledger_account_covered check (
    case when kind in ('debt', 'paid-in') then balance <= 0 else balance >= 0 end),
  check ((kind in ('owed', 'paid', 'received')) = (due_id is not null)),
  check ((due_id is null) = (case_id is null)),
  check (due_id is not null or (agency_id is null) <> (party_id is null)),
  check (kind not in ('deposit', 'paid-in') or agency_id is not null)
);
create unique index ledger_account_of_due on ledger_account (due_id, kind) where due_id is not null;
create unique index ledger_account_of_agency on ledger_account (agency_id, kind, currency)
  where due_id is null and agency_id is not null;
create unique index ledger_account_of_party on ledger_account (party_id, kind, currency)
  where due_id is null and party_id is not null;

-- What moved money, as one whole.
create table ledger_posting (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('dues-opened', 'dues-cancelled', 'payments-recorded',
    'payments-confirmed', 'payment-rejected', 'deposit-paid-in', 'deposit-released', 'deposit-drawn')),
  -- The record by which it moved; of a later module, so no foreign key.
  source_type text not null,
  source_id uuid not null,
  posted_at timestamptz not null,
  actor_kind text not null,
  actor_id text not null
);
create index ledger_posting_by_source on ledger_posting (source_id, posted_at);

-- The n-th entry of an account: what it held before and after.
create table ledger_entry (
  account_id uuid not null references ledger_account (id),
  version integer not null check (version > 0),
  posting_id uuid not null references ledger_posting (id),
  minor bigint not null check (minor <> 0),
  balance_before bigint not null,
  balance_after bigint not null,
  primary key (account_id, version),
  check (balance_after = balance_before + minor),
  check (version > 1 or balance_before = 0)
);
create index ledger_entry_by_posting on ledger_entry (posting_id);

-- A sum that somebody has to pay to one person by a day. How much of it came stands in its accounts.
create table due (
  id uuid primary key,
  -- The complaint: whoever sees it sees what is due in it.
  case_id uuid not null,
  -- The person who is to have it, of the modules of cases.
  beneficiary_id uuid not null,
  debtor_agency_id uuid,
  debtor_party_id uuid,
  minor bigint not null check (minor between 1 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  due_on date not null,
  -- The term of a settlement or decision that made it due.
  source_type text not null,
  source_id uuid not null,
  -- What officers call it: the number of the case. Nothing personal.
  reference text not null check (length(reference) between 1 and 60),
  opened_at timestamptz not null,
  opened_by text not null default actor_id(),
  check ((debtor_agency_id is null) <> (debtor_party_id is null))
);
create index due_by_case on due (case_id, due_on, id);
create index due_by_source on due (source_id, due_on, id);
create index due_by_beneficiary on due (beneficiary_id, due_on, id);
create index due_by_agency on due (debtor_agency_id, due_on, id) where debtor_agency_id is not null;
alter table ledger_account add foreign key (due_id) references due (id);

-- Money that somebody says was paid. It counts as received when the person says so.
create table due_payment (
  id uuid primary key,
  due_id uuid not null references due (id),
  minor bigint not null check (minor between 1 and 1000000000000),
  paid_on date not null,
  channel text not null check (channel in ('bank', 'wallet', 'cash', 'deposit', 'elsewhere')),
  -- Who paid, where it was not the debtor.
  payer_agency_id uuid,
  payer_party_id uuid,
  -- Number of the slip; the file of it.
  reference text check (length(reference) between 1 and 100),
  evidence_id uuid,
  -- The draw on a deposit by which it was paid.
  order_id uuid,
  status text not null default 'recorded' check (status in ('recorded', 'confirmed', 'rejected')),
  recorded_at timestamptz not null,
  recorded_by text not null default actor_id(),
  settled_at timestamptz,
  settled_by text,
  -- By whose word: the person's own, or an officer's who recorded how it was obtained.
  settled_how text check (settled_how in ('by-beneficiary', 'by-officer')),
  check (payer_agency_id is null or payer_party_id is null),
  check ((channel = 'deposit') = (order_id is not null)),
  check ((status = 'recorded') = (settled_at is null) and (settled_at is null) = (settled_by is null)
    and (settled_at is null) = (settled_how is null))
);
create index due_payment_by_due on due_payment (due_id, paid_on, id);
create index due_payment_by_order on due_payment (order_id) where order_id is not null;

-- Officers of licences see what agencies owe, as sums; other officers see what their cases show.
create function actor_sees_agency_money() returns boolean language sql stable parallel safe
  return actor_kind() = 'system' or (actor_kind() = 'person' and actor_agency() is null
    and actor_roles() && '{licensing-officer,licensing-head,complaints-head,signatory}'::text[]
    and actor_areas() is null);

alter table due enable row level security;
create policy due_read on due for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then debtor_agency_id = (select actor_agency())
  else (debtor_agency_id is not null and (select actor_sees_agency_money()))
    or (select actor_kind()) = 'system' or exists (select from complaint c where c.id = case_id)
  end);
create policy due_open on due for insert with check ((select actor_kind()) = 'system'
  or ((select actor_is_officer()) and exists (select from complaint c where c.id = case_id)));

alter table ledger_account enable row level security;
create policy ledger_account_read on ledger_account for select using (case
  when (select actor_kind()) = 'public' then false
  when (select actor_agency()) is not null then agency_id = (select actor_agency())
  when due_id is null then (select actor_kind()) = 'system' or (select actor_is_officer())
  else (agency_id is not null and (select actor_sees_agency_money()))
    or (select actor_kind()) = 'system' or exists (select from complaint c where c.id = case_id)
  end);
-- An account begins empty.
create policy ledger_account_open on ledger_account for insert with check (balance = 0 and version = 0
  and ((select actor_kind()) = 'system' or (select actor_is_officer())));

alter table ledger_entry enable row level security;
create policy ledger_entry_read on ledger_entry for select using (
  (select actor_kind()) = 'system'
  or exists (select from ledger_account a where a.id = account_id));
alter table ledger_posting enable row level security;
create policy ledger_posting_read on ledger_posting for select using (
  (select actor_kind()) = 'system' or (select actor_is_officer())
  or exists (select from ledger_entry e where e.posting_id = id));

alter table due_payment enable row level security;
create policy due_payment_read on due_payment for select using (
  exists (select from due d where d.id = due_id));
-- Either side says that money was paid; an agency only to its own debts.
create policy due_payment_record on due_payment for insert with check (
  status = 'recorded' and exists (select from due d where d.id = due_id));
-- Whether it came is never for the agency to say.
create policy due_payment_settle on due_payment for update using (
  (select actor_agency()) is null and exists (select from due d where d.id = due_id));

-- Whose word moves an account: complainants confirm what came to them, agencies report that they
-- paid, officers and the platform do the rest.
create function actor_may_post(kind text, agency_id uuid, case_id uuid) returns boolean
language sql stable parallel safe
  return case actor_kind()
    when 'system' then true
    when 'complainant' then kind in ('owed', 'paid', 'received') and case_id::text = actor_id()
    when 'person' then case when actor_agency() is null
      then actor_is_officer() or actor_roles() && '{signatory}'::text[]
      else kind in ('owed', 'paid') and agency_id = actor_agency() end
    else false
  end;

-- The only way in which a balance changes. Locks the accounts in the order of their ids, so that two
-- at once never wait for each other in a circle; answers 'not-covered' and writes nothing where an
-- account would go below nothing. The entries of one posting stand in the order given.
create function post_to_ledger(posting_ids uuid[], kinds text[], source_types text[], source_ids uuid[],
  at timestamptz, entry_postings uuid[], entry_accounts uuid[], entry_minors bigint[]) returns text
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  touched uuid[] := array(select distinct account from unnest(entry_accounts) e (account) order by 1);
begin
  perform from ledger_account a where a.id = any (touched) order by a.id for update;
  if (select count(*) from ledger_account a where a.id = any (touched)) <> cardinality(touched) then
    raise exception 'the ledger has no such account';
  end if;
  if session_user = 'become_app' and exists (select from ledger_account a where a.id = any (touched)
    and not actor_may_post(a.kind, a.agency_id, a.case_id)) then
    raise insufficient_privilege using message = 'this account is not moved by this actor';
  end if;
  if exists (select from unnest(entry_postings, entry_accounts, entry_minors) e (posting, account, minor)
    join ledger_account a on a.id = e.account
    group by e.posting, a.currency having sum(e.minor) <> 0) then
    raise exception 'a posting does not add up';
  end if;
  if exists (select from (
      select a.balance + sum(e.minor) over (partition by e.account order by e.place) as reached, a.kind
      from unnest(entry_accounts, entry_minors) with ordinality e (account, minor, place)
      join ledger_account a on a.id = e.account) moved
    where case when kind in ('debt', 'paid-in') then reached > 0 else reached < 0 end) then
    return 'not-covered';
  end if;
  insert into ledger_posting (id, kind, source_type, source_id, posted_at, actor_kind, actor_id)
  select p.id, p.kind, p.source_type, p.source_id, at, actor_kind(), actor_id()
  from unnest(posting_ids, kinds, source_types, source_ids) p (id, kind, source_type, source_id);
  insert into ledger_entry (account_id, version, posting_id, minor, balance_before, balance_after)
  select e.account, a.version + row_number() over one, e.posting, e.minor,
    a.balance + sum(e.minor) over one - e.minor, a.balance + sum(e.minor) over one
  from unnest(entry_postings, entry_accounts, entry_minors) with ordinality
    e (posting, account, minor, place)
  join ledger_account a on a.id = e.account
  window one as (partition by e.account order by e.place);
  update ledger_account a set balance = a.balance + m.moved, version = a.version + m.entries
  from (select account, sum(minor)::bigint as moved, count(*)::int as entries
    from unnest(entry_accounts, entry_minors) e (account, minor) group by account) m
  where a.id = m.account;
  return null;
end $$;
revoke all on function post_to_ledger from public;
grant execute on function post_to_ledger to become_app, become_jobs;

grant select on ledger_account, ledger_posting, ledger_entry, due, due_payment
  to become_app, become_jobs;
-- Of an account everything but what it holds.
grant insert (id, kind, currency, agency_id, party_id, case_id, due_id) on ledger_account
  to become_app, become_jobs;
grant insert on due, due_payment to become_app, become_jobs;
grant update (status, settled_at, settled_by, settled_how) on due_payment to become_app, become_jobs;
