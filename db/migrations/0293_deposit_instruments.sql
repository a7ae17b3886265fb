-- What a deposit is made of: cash that was paid in, and guarantees that a bank gave. Both stand in
-- the one account of the deposit; what of it is cash is the rest. And the files that prove either,
-- and what the calendar tells about it.

alter table ledger_posting drop constraint ledger_posting_kind_check;
alter table ledger_posting add constraint ledger_posting_kind_check check (kind in ('dues-opened',
  'dues-cancelled', 'payments-recorded', 'payments-confirmed', 'payment-rejected',
  'deposit-paid-in', 'deposit-released', 'deposit-drawn', 'guarantee-given', 'guarantee-ended'));

create table deposit_guarantee (
  id uuid primary key default uuidv7(),
  deposit_id uuid not null references deposit (id),
  number text not null check (length(number) between 1 and 100),
  bank text not null check (length(bank) between 1 and 200),
  minor bigint not null check (minor between 1 and 1000000000000),
  -- What draws took of it: cash is drawn first.
  called bigint not null default 0 check (called between 0 and minor),
  issued_on date not null,
  -- As it stands on the paper. Which day counts where this one is a holiday is a rule.
  expires_on date not null check (expires_on >= issued_on),
  status text not null default 'in-force'
    check (status in ('in-force', 'replaced', 'expired', 'returned')),
  version integer not null default 1,
  replaces_id uuid unique references deposit_guarantee (id),
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'in-force') = (ended_at is null))
);
create index deposit_guarantee_by_deposit on deposit_guarantee (deposit_id, expires_on, id);
create index deposit_guarantee_by_end on deposit_guarantee (expires_on) where status = 'in-force';
-- One paper is entered once.
create unique index deposit_guarantee_once on deposit_guarantee (deposit_id, lower(bank), number);

-- Each time that its bank made it longer, with the paper that says so.
create table deposit_guarantee_extension (
  id uuid primary key default uuidv7(),
  guarantee_id uuid not null references deposit_guarantee (id),
  expired_on date not null,
  expires_on date not null check (expires_on > expired_on),
  reference text not null check (length(reference) between 1 and 100),
  entered_by uuid not null,
  entered_at timestamptz not null
);
create index deposit_guarantee_extension_of on deposit_guarantee_extension (guarantee_id, entered_at);

alter table deposit_guarantee enable row level security;
create policy deposit_guarantee_read on deposit_guarantee for select using (
  exists (select from deposit d where d.id = deposit_id));
create policy deposit_guarantee_add on deposit_guarantee for insert with check (
  (select actor_kind()) = 'system'
  or ((select actor_keeps_deposits()) and entered_by::text = (select actor_id())));
-- Whoever signs a draw or a release as the second moves what it takes.
create policy deposit_guarantee_move on deposit_guarantee for update using (
  (select actor_kind()) = 'system' or (select actor_keeps_deposits()) or (select actor_signs_draws()));
alter table deposit_guarantee_extension enable row level security;
create policy deposit_guarantee_extension_read on deposit_guarantee_extension for select using (
  exists (select from deposit_guarantee g where g.id = guarantee_id));
create policy deposit_guarantee_extension_add on deposit_guarantee_extension for insert with check (
  (select actor_kind()) = 'system'
  or ((select actor_keeps_deposits()) and entered_by::text = (select actor_id())));

grant select on deposit_guarantee, deposit_guarantee_extension to become_app, become_jobs;
grant insert on deposit_guarantee, deposit_guarantee_extension to become_app;
grant update (called, expires_on, status, version, ended_at) on deposit_guarantee to become_app;
grant update (status, version, ended_at) on deposit_guarantee to become_jobs;

-- The daily look asks it too.
grant execute on function deposit_short_since to become_jobs;

-- The slip, the guarantee itself, the letter of the bank: files like any other.
alter table evidence drop constraint evidence_record_type_check;
alter table evidence add constraint evidence_record_type_check
  check (record_type in ('complaint', 'letter', 'letter-scan', 'pay-out', 'deposit'));
create policy evidence_of_seen_deposit on evidence as restrictive for select using (
  (select actor_kind()) <> 'person' or record_type <> 'deposit'
  or exists (select from deposit_change c where c.id = evidence.record_id)
  or exists (select from deposit_guarantee g where g.id = evidence.record_id));

-- What somebody has to look at, told once: as long as it is so, it is open.
create table deposit_alarm (
  id uuid primary key default uuidv7(),
  agency_id uuid not null,
  kind text not null check (kind in ('guarantee-ends', 'guarantee-ended', 'deposit-short',
    'claims-above', 'demand-near', 'demand-ran-out')),
  -- What exactly: a guarantee with its day, a demand with its day, the day since when.
  about text not null check (length(about) between 1 and 100),
  raised_at timestamptz not null,
  ended_at timestamptz,
  unique (agency_id, kind, about)
);
create index deposit_alarm_open on deposit_alarm (agency_id, kind) where ended_at is null;
alter table deposit_alarm enable row level security;
create policy deposit_alarm_read on deposit_alarm for select using (case
  when (select actor_agency()) is not null then agency_id = (select actor_agency())
    and kind <> 'claims-above'
  else (select actor_kind()) = 'system' or (select actor_is_officer()) end);
create policy deposit_alarm_raise on deposit_alarm for insert with check (
  (select actor_kind()) = 'system');
create policy deposit_alarm_end on deposit_alarm for update using ((select actor_kind()) = 'system');
grant select on deposit_alarm to become_app;
grant select, insert, update (ended_at) on deposit_alarm to become_jobs;

alter table outgoing_message drop constraint outgoing_message_kind_check;
alter table outgoing_message add constraint outgoing_message_kind_check check (kind in ('received',
  'news', 'words', 'your-turn', 'case-given', 'confirm-address', 'to-approve', 'to-sign', 'inquiry',
  'deposit'));
