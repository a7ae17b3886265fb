-- Reading one record's events asks every partition. Months before this database began, and those
-- far ahead, hold nothing: what is dated there lies in the default partition together. The worker
-- goes on making the coming months.
do $$
declare
  part record;
  is_used boolean;
begin
  for part in
    select c.relname as name, to_date(right(c.relname, 7), 'YYYY_MM') as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('event'::regclass, 'audit'::regclass) and c.relname ~ '_\d{4}_\d{2}$'
  loop
    continue when part.month between date_trunc('month', current_date)
      and current_date + interval '3 months';
    execute format('select exists (select from %I)', part.name) into is_used;
    if not is_used then
      execute format('drop table %I', part.name);
    end if;
  end loop;
end $$;
