-- Each index is asked by itself and judged only by what it found: one condition after the other on
-- every name that either might find took nearly twice as long.
create or replace function register_names_like(wanted text, most integer)
returns table (agency_id uuid, name text)
language sql stable set enable_seqscan = off
as $$
  select agency_id, name from (
    (select r.agency_id, r.name, similarity(r.sound, wanted) as near
      from register_name r where r.sound % wanted order by near desc, r.name limit most)
    union all
    -- A short name inside a long one is found too, if not quite as near.
    (select r.agency_id, r.name, word_similarity(wanted, r.sound) * 0.9
      from register_name r where wanted <% r.sound order by 3 desc, r.name limit most)
  ) found
  group by agency_id, name order by max(near) desc, name limit most
$$;
