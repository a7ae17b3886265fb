-- The accounts of a due are seen where the due itself is: somebody of a group sees her own.
create policy ledger_account_own on ledger_account as restrictive for select using (
  due_id is null or (select actor_kind()) <> 'complainant'
  or exists (select from due d where d.id = due_id));
