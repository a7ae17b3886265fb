-- Clips of speech, recorded by people of the desk, by the key of what is said. A new recording
-- takes the place of the one before, which stays; a number names a recording for ever.

create table voice_clip (
  number integer generated always as identity primary key,
  phrase text not null check (phrase ~ '^[a-z][a-zA-Z0-9.-]{0,79}$'),
  lang text not null check (lang in ('km', 'en')),
  -- What was to be read when it was recorded: a text that has changed since is to be recorded anew.
  said text not null check (length(said) between 1 and 500),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  seconds numeric(5, 2) not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index voice_clip_by_phrase on voice_clip (phrase, lang, number desc);

alter table voice_clip enable row level security;
-- What can be heard on public pages is public; who spoke is for officers, and no page says it.
create policy voice_clip_read on voice_clip for select using (true);
create policy voice_clip_add on voice_clip for insert with check (
  (select actor_is_officer()) and actor_roles() && '{counsellor,administrator}'::text[]
  and recorded_by = (select actor_id()));
create policy voice_clip_withdraw on voice_clip for update using (
  (select actor_is_officer()) and actor_roles() && '{counsellor,administrator}'::text[]);

grant select, insert on voice_clip to become_app;
grant update (withdrawn_by, withdrawn_at) on voice_clip to become_app;
grant select on voice_clip to become_jobs;
