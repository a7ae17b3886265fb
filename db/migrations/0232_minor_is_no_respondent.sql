-- A minor is never a respondent, whatever she is said to have done; who owes or pays may be anybody.
alter table case_party add is_minor boolean not null default false,
  add constraint minor_is_no_respondent check (not is_minor or role <> 'respondent');
