-- By which account elsewhere (OpenID Connect) a person may sign in, too. Linked by the person
-- alone, signed in with both factors; never found by an address of e-mail.
create table person_identity (
  person_id uuid not null references person (id) on delete cascade,
  issuer text not null check (length(issuer) between 1 and 500),
  -- As the provider names the account: unique there, and of no use elsewhere.
  subject text not null check (length(subject) between 1 and 255),
  linked_at timestamptz not null,
  primary key (person_id, issuer),
  unique (issuer, subject)
);

alter table person_identity enable row level security;
create policy person_identity_own on person_identity using (actor_is_person(person_id));
grant select, insert, delete on person_identity to become_app;

-- Before anybody is known, like sign_in_credential, and without the password's hash.
create function sign_in_identity(wanted_issuer text, wanted_subject text, at timestamptz)
returns table (person_id uuid, has_second_factor boolean, first_password boolean,
  demonstration boolean, disabled boolean, assignments jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.person_id, c.has_second_factor, c.first_password, c.demonstration, c.disabled,
    c.assignments
  from person_identity i
  join person p on p.id = i.person_id
  cross join lateral sign_in_credential(p.login, at) c
  where i.issuer = wanted_issuer and i.subject = wanted_subject
$$;
revoke all on function sign_in_identity from public;
grant execute on function sign_in_identity to become_app;
