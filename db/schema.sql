-- Written by npm run schema; change it by a migration.

-- Extensions

btree_gist
pg_trgm

-- Types



-- Tables


table access_review, row-level security
  id uuid not null default uuidv7()
  opened_on date not null
  due_on date not null
  closed_at timestamp with time zone
  constraint access_review_check CHECK ((due_on >= opened_on))
  constraint access_review_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX access_review_open ON public.access_review USING btree (((closed_at IS NULL))) WHERE (closed_at IS NULL)

table access_review_line, row-level security
  review_id uuid not null
  assignment_id uuid not null
  confirmed_by uuid
  confirmed_at timestamp with time zone
  lapsed boolean not null default false
  constraint access_review_line_check CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  constraint access_review_line_check1 CHECK (((NOT lapsed) OR (confirmed_by IS NULL)))
  constraint access_review_line_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignment(id) ON DELETE CASCADE
  constraint access_review_line_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id)
  constraint access_review_line_review_id_fkey FOREIGN KEY (review_id) REFERENCES access_review(id)
  constraint access_review_line_pkey PRIMARY KEY (review_id, assignment_id)

table agency, row-level security
  id uuid not null default uuidv7()
  kind text not null
  name_km text
  name_latin text
  is_public boolean not null default false
  version integer not null default 1
  constraint agency_check CHECK (((name_km IS NOT NULL) OR (name_latin IS NOT NULL)))
  constraint agency_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'unlicensed'::text])))
  constraint agency_name_km_check CHECK (((length(name_km) >= 1) AND (length(name_km) <= 200)))
  constraint agency_name_latin_check CHECK (((length(name_latin) >= 1) AND (length(name_latin) <= 200)))
  constraint agency_pkey PRIMARY KEY (id)
  CREATE TRIGGER agency_kept AFTER UPDATE OF is_public ON public.agency FOR EACH ROW EXECUTE FUNCTION keep_register_of_agency()

table agency_contact, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  kind text not null
  shown text not null
  key text not null
  from_day date not null
  to_day date
  is_public boolean not null default false
  verified_how text
  verified_at timestamp with time zone
  verified_by text
  verified_note text
  proposal_id uuid
  recorded_at timestamp with time zone default now()
  end_proposal_id uuid
  end_recorded_at timestamp with time zone
  constraint agency_contact_check CHECK ((from_day <= to_day))
  constraint agency_contact_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'page'::text])))
  constraint agency_contact_shown_check CHECK (((length(shown) >= 1) AND (length(shown) <= 200)))
  constraint agency_contact_verified CHECK ((((verified_how IS NULL) = (verified_at IS NULL)) AND ((verified_how IS DISTINCT FROM 'evidence'::text) OR (verified_note IS NOT NULL))))
  constraint agency_contact_verified_how_check CHECK ((verified_how = ANY (ARRAY['register'::text, 'code'::text, 'evidence'::text])))
  constraint agency_contact_verified_note_check CHECK (((length(verified_note) >= 1) AND (length(verified_note) <= 1000)))
  constraint agency_contact_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_contact_end_proposal_id_fkey FOREIGN KEY (end_proposal_id) REFERENCES agency_proposal(id)
  constraint agency_contact_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES agency_proposal(id)
  constraint agency_contact_pkey PRIMARY KEY (id)
  CREATE INDEX agency_contact_by_agency ON public.agency_contact USING btree (agency_id)
  CREATE INDEX agency_contact_by_key ON public.agency_contact USING btree (key)

table agency_contact_code, row-level security
  contact_id uuid not null
  agency_id uuid not null
  key_id uuid not null
  code_sealed bytea not null
  code_index bytea not null
  asked_by text not null
  asked_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  tries smallint not null default 0
  constraint agency_contact_code_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_contact_code_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES agency_contact(id)
  constraint agency_contact_code_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint agency_contact_code_pkey PRIMARY KEY (contact_id)

table agency_inquiry, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  agency_id uuid not null
  area text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  due_at timestamp with time zone not null
  key_id uuid not null
  question_sealed bytea not null
  categories text[] not null
  happened_month text
  claims jsonb not null
  worker_name_sealed bytea
  story_sealed bytea
  status text not null default 'asked'::text
  answer_sealed bytea
  answered_at timestamp with time zone
  answered_by uuid
  version integer not null default 1
  persons_agreed integer
  person_names_sealed bytea
  constraint agency_inquiry_check CHECK (((status = 'answered'::text) = (answer_sealed IS NOT NULL)))
  constraint agency_inquiry_persons_agreed_check CHECK ((persons_agreed > 0))
  constraint agency_inquiry_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'answered'::text, 'withdrawn'::text])))
  constraint agency_inquiry_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint agency_inquiry_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint agency_inquiry_pkey PRIMARY KEY (id)
  CREATE INDEX agency_inquiry_by_agency ON public.agency_inquiry USING btree (agency_id, due_at, id)
  CREATE INDEX agency_inquiry_by_case ON public.agency_inquiry USING btree (complaint_id, asked_at)
  CREATE TRIGGER inquiry_sides_apart BEFORE UPDATE ON public.agency_inquiry FOR EACH ROW EXECUTE FUNCTION keep_inquiry_sides_apart()

table agency_link, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  other_id uuid not null
  kind text not null
  source text not null
  since_day date not null
  is_public boolean not null default false
  constraint agency_link_check CHECK ((agency_id <> other_id))
  constraint agency_link_kind_check CHECK ((kind = ANY (ARRAY['same-owner'::text, 'same-address'::text, 'same-number'::text, 'imitates'::text])))
  constraint agency_link_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_link_other_id_fkey FOREIGN KEY (other_id) REFERENCES agency(id)
  constraint agency_link_pkey PRIMARY KEY (id)
  constraint agency_link_agency_id_other_id_kind_key UNIQUE (agency_id, other_id, kind)
  CREATE INDEX agency_link_by_other ON public.agency_link USING btree (other_id)

table agency_link_judgement, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  other_id uuid not null
  kind text not null
  verdict text not null
  reason text not null
  judged_by text not null
  judged_at timestamp with time zone not null
  constraint agency_link_judgement_check CHECK ((agency_id <> other_id))
  constraint agency_link_judgement_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'person-phone'::text, 'contact'::text, 'name'::text, 'name-and-birth'::text, 'address'::text, 'place'::text, 'person-name'::text, 'similar-name'::text])))
  constraint agency_link_judgement_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
  constraint agency_link_judgement_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'other'::text, 'unsure'::text])))
  constraint agency_link_judgement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_link_judgement_other_id_fkey FOREIGN KEY (other_id) REFERENCES agency(id)
  constraint agency_link_judgement_pkey PRIMARY KEY (id)
  CREATE INDEX agency_link_judgement_by_agency ON public.agency_link_judgement USING btree (agency_id, id DESC)
  CREATE INDEX agency_link_judgement_by_other ON public.agency_link_judgement USING btree (other_id, id DESC)

table agency_name, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  kind text not null
  name text not null
  key text not null
  sound text not null
  is_public boolean not null default false
  constraint agency_name_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'spelling'::text, 'trade'::text, 'former'::text])))
  constraint agency_name_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint agency_name_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_name_pkey PRIMARY KEY (id)
  constraint agency_name_agency_id_kind_name_key UNIQUE (agency_id, kind, name)
  CREATE INDEX agency_name_by_key ON public.agency_name USING btree (key)
  CREATE TRIGGER agency_name_kept AFTER INSERT OR UPDATE ON public.agency_name FOR EACH ROW EXECUTE FUNCTION keep_register_name()

table agency_person, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  key_id uuid not null
  names_sealed bytea not null
  facts_sealed bytea not null
  nationality text not null
  identity_index bytea
  phone_index bytea
  sounds text[] not null default '{}'::text[]
  same_as uuid
  added_at timestamp with time zone not null
  changed_at timestamp with time zone
  constraint agency_person_check CHECK ((same_as <> id))
  constraint agency_person_nationality_check CHECK ((nationality ~ '^[A-Z]{2}$'::text))
  constraint agency_person_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_person_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint agency_person_same_as_fkey FOREIGN KEY (same_as) REFERENCES agency_person(id)
  constraint agency_person_pkey PRIMARY KEY (id)
  CREATE INDEX agency_person_by_agency ON public.agency_person USING btree (agency_id)
  CREATE INDEX agency_person_by_identity ON public.agency_person USING btree (identity_index) WHERE (identity_index IS NOT NULL)
  CREATE INDEX agency_person_by_phone ON public.agency_person USING btree (phone_index) WHERE (phone_index IS NOT NULL)
  CREATE INDEX agency_person_by_sound ON public.agency_person USING gin (sounds) WITH (fastupdate=off)

table agency_person_judgement, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  person_id uuid not null
  other_id uuid not null
  verdict text not null
  reason text not null
  judged_by text not null
  judged_at timestamp with time zone not null
  constraint agency_person_judgement_check CHECK ((person_id < other_id))
  constraint agency_person_judgement_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
  constraint agency_person_judgement_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'other'::text, 'unsure'::text])))
  constraint agency_person_judgement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_person_judgement_other_id_fkey FOREIGN KEY (other_id) REFERENCES agency_person(id)
  constraint agency_person_judgement_person_id_fkey FOREIGN KEY (person_id) REFERENCES agency_person(id)
  constraint agency_person_judgement_pkey PRIMARY KEY (id)
  CREATE INDEX agency_person_judgement_by_agency ON public.agency_person_judgement USING btree (agency_id, id DESC)

table agency_proposal, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  kind text not null
  subject_id uuid
  file_version integer not null
  status text not null default 'proposed'::text
  version integer not null default 1
  key_id uuid not null
  content_sealed bytea not null
  basis_sealed bytea not null
  reason_sealed bytea
  by_office boolean not null default false
  proposed_by text not null
  proposed_at timestamp with time zone not null
  decided_by text
  decided_at timestamp with time zone
  constraint agency_proposal_check CHECK (((status = 'proposed'::text) = (decided_at IS NULL)))
  constraint agency_proposal_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
  constraint agency_proposal_check2 CHECK (((status <> 'refused'::text) OR (reason_sealed IS NOT NULL)))
  constraint agency_proposal_kind_check CHECK ((kind = ANY (ARRAY['role'::text, 'role-end'::text, 'person'::text, 'site'::text, 'site-end'::text, 'contact'::text, 'contact-end'::text])))
  constraint agency_proposal_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
  constraint agency_proposal_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_proposal_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint agency_proposal_pkey PRIMARY KEY (id)
  CREATE INDEX agency_proposal_by_agency ON public.agency_proposal USING btree (agency_id, id DESC)
  CREATE INDEX agency_proposal_decided ON public.agency_proposal USING btree (decided_at) WHERE (status = ANY (ARRAY['accepted'::text, 'refused'::text]))
  CREATE INDEX agency_proposal_waiting ON public.agency_proposal USING btree (proposed_at, id) WHERE (status = 'proposed'::text)

table agency_role, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  person_id uuid not null
  role text not null
  share_bp integer
  country text
  province_code text
  card_number text
  from_day date not null
  to_day date
  is_public boolean not null default false
  public_name_sealed bytea
  key_id uuid not null
  proposal_id uuid not null
  recorded_at timestamp with time zone not null
  end_proposal_id uuid
  end_recorded_at timestamp with time zone
  constraint agency_role_check CHECK ((from_day <= to_day))
  constraint agency_role_check1 CHECK (((role = 'owner'::text) = (share_bp IS NOT NULL)))
  constraint agency_role_check2 CHECK (((role <> 'representative'::text) OR (country IS NOT NULL)))
  constraint agency_role_check3 CHECK (((role = 'recruiter'::text) = (card_number IS NOT NULL)))
  constraint agency_role_check4 CHECK (((to_day IS NULL) = (end_recorded_at IS NULL)))
  constraint agency_role_check5 CHECK ((is_public = (public_name_sealed IS NOT NULL)))
  constraint agency_role_role_check CHECK ((role = ANY (ARRAY['director'::text, 'owner'::text, 'staff'::text, 'representative'::text, 'recruiter'::text])))
  constraint agency_role_share_bp_check CHECK (((share_bp >= 1) AND (share_bp <= 10000)))
  constraint agency_role_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_role_country_fkey FOREIGN KEY (country) REFERENCES destination(code)
  constraint agency_role_end_proposal_id_fkey FOREIGN KEY (end_proposal_id) REFERENCES agency_proposal(id)
  constraint agency_role_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint agency_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES agency_person(id)
  constraint agency_role_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES agency_proposal(id)
  constraint agency_role_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code)
  constraint agency_role_pkey PRIMARY KEY (id)
  constraint agency_role_card_number_key UNIQUE (card_number)
  constraint agency_role_person_id_role_country_daterange_excl EXCLUDE USING gist (person_id WITH =, role WITH =, country WITH =, daterange(from_day, to_day, '[]'::text) WITH &&) WHERE ((country IS NOT NULL))
  constraint agency_role_person_id_role_daterange_excl EXCLUDE USING gist (person_id WITH =, role WITH =, daterange(from_day, to_day, '[]'::text) WITH &&) WHERE ((country IS NULL))
  CREATE INDEX agency_role_by_agency ON public.agency_role USING btree (agency_id)
  CREATE INDEX agency_role_by_person ON public.agency_role USING btree (person_id)

table agency_site, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  kind text not null
  province_code text
  address_km text not null
  address_latin text not null
  from_day date not null
  to_day date
  is_public boolean not null default false
  country text
  capacity integer
  floor_m2 integer
  lat double precision
  lon double precision
  address_key text
  proposal_id uuid
  recorded_at timestamp with time zone default now()
  end_proposal_id uuid
  end_recorded_at timestamp with time zone
  constraint agency_site_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000)))
  constraint agency_site_check CHECK ((from_day <= to_day))
  constraint agency_site_floor_m2_check CHECK (((floor_m2 >= 1) AND (floor_m2 <= 1000000)))
  constraint agency_site_kind_check CHECK ((kind = ANY (ARRAY['head-office'::text, 'branch'::text, 'training-centre'::text, 'dormitory'::text, 'representation'::text])))
  constraint agency_site_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)))
  constraint agency_site_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision)))
  constraint agency_site_pinned CHECK (((lat IS NULL) = (lon IS NULL)))
  constraint agency_site_somewhere CHECK ((((kind = 'representation'::text) = (country IS NOT NULL)) AND ((kind = 'representation'::text) = (province_code IS NULL))))
  constraint agency_site_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_site_country_fkey FOREIGN KEY (country) REFERENCES destination(code)
  constraint agency_site_end_proposal_id_fkey FOREIGN KEY (end_proposal_id) REFERENCES agency_proposal(id)
  constraint agency_site_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES agency_proposal(id)
  constraint agency_site_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code)
  constraint agency_site_pkey PRIMARY KEY (id)
  CREATE INDEX agency_site_by_address ON public.agency_site USING btree (address_key) WHERE (address_key IS NOT NULL)
  CREATE INDEX agency_site_by_agency ON public.agency_site USING btree (agency_id)
  CREATE INDEX agency_site_by_lat ON public.agency_site USING btree (lat) WHERE (lat IS NOT NULL)

table agency_warning, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  warned_on date not null
  reason text not null
  source text not null
  source_url text
  ends_on date
  appeal_until date
  appeal text not null default 'none'::text
  rules jsonb not null default '[]'::jsonb
  is_public boolean not null default false
  constraint agency_warning_appeal_check CHECK ((appeal = ANY (ARRAY['none'::text, 'open'::text, 'upheld'::text, 'lifted'::text])))
  constraint agency_warning_check CHECK ((warned_on <= ends_on))
  constraint agency_warning_reason_check CHECK ((reason ~ '^[a-z-]+$'::text))
  constraint agency_warning_source_url_check CHECK ((source_url ~ '^https?://'::text))
  constraint agency_warning_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint agency_warning_pkey PRIMARY KEY (id)
  CREATE INDEX agency_warning_by_agency ON public.agency_warning USING btree (agency_id)

table alarm, row-level security
  id uuid not null default uuidv7()
  what text not null
  state text not null
  seen_at timestamp with time zone not null
  raised_at timestamp with time zone
  worse_since timestamp with time zone
  well_since timestamp with time zone
  told_at timestamp with time zone
  ended_at timestamp with time zone
  constraint alarm_check CHECK ((ended_at >= raised_at))
  constraint alarm_state_check CHECK ((state = ANY (ARRAY['attention'::text, 'danger'::text])))
  constraint alarm_what_check CHECK ((what ~ '^[a-z-]+$'::text))
  constraint alarm_pkey PRIMARY KEY (id)
  CREATE INDEX alarm_by_time ON public.alarm USING btree (raised_at DESC, id DESC)
  CREATE UNIQUE INDEX alarm_open ON public.alarm USING btree (what) WHERE (ended_at IS NULL)

table alarm_notice, row-level security
  id uuid not null default uuidv7()
  alarm_id uuid not null
  kind text not null
  made_at timestamp with time zone not null
  state text not null
  value double precision
  problem text
  channel text not null
  recipient_sealed bytea not null
  status text not null default 'waiting'::text
  attempts integer not null default 0
  next_try_at timestamp with time zone
  settled_at timestamp with time zone
  code text
  constraint alarm_notice_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'telegram'::text])))
  constraint alarm_notice_check CHECK (((next_try_at IS NULL) = (status = ANY (ARRAY['sent'::text, 'refused'::text, 'replaced'::text]))))
  constraint alarm_notice_code_check CHECK ((code ~ '^[a-z0-9-]{1,40}$'::text))
  constraint alarm_notice_kind_check CHECK ((kind = ANY (ARRAY['begun'::text, 'worse'::text, 'lasts'::text, 'ended'::text])))
  constraint alarm_notice_problem_check CHECK ((problem ~ '^[a-z-]+$'::text))
  constraint alarm_notice_state_check CHECK ((state = ANY (ARRAY['good'::text, 'attention'::text, 'danger'::text])))
  constraint alarm_notice_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'unknown'::text, 'sent'::text, 'refused'::text, 'replaced'::text])))
  constraint alarm_notice_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES alarm(id)
  constraint alarm_notice_pkey PRIMARY KEY (id)
  CREATE INDEX alarm_notice_due ON public.alarm_notice USING btree (next_try_at) WHERE (next_try_at IS NOT NULL)
  CREATE INDEX alarm_notice_of_alarm ON public.alarm_notice USING btree (alarm_id, made_at)

table api_token, row-level security
  id uuid not null default uuidv7()
  token_hash bytea not null
  person_id uuid not null
  label text not null
  scopes text[] not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint api_token_scopes_check CHECK ((cardinality(scopes) > 0))
  constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint api_token_pkey PRIMARY KEY (id)
  constraint api_token_token_hash_key UNIQUE (token_hash)
  CREATE INDEX api_token_by_person ON public.api_token USING btree (person_id)

table appeal, row-level security
  id uuid not null default uuidv7()
  decision_id uuid not null
  complaint_id uuid not null
  side text not null
  lodged_at timestamp with time zone not null
  lodged_by text not null
  key_id uuid not null
  grounds_sealed bytea not null
  constraint appeal_side_check CHECK ((side = ANY (ARRAY['worker'::text, 'agency'::text])))
  constraint appeal_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint appeal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id)
  constraint appeal_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint appeal_pkey PRIMARY KEY (id)
  constraint appeal_decision_id_side_key UNIQUE (decision_id, side)
  CREATE INDEX appeal_by_case ON public.appeal USING btree (complaint_id, lodged_at)

table approver_pool, row-level security
  person_id uuid not null
  from_day date not null
  to_day date
  constraint approver_pool_check CHECK ((to_day >= from_day))
  constraint approver_pool_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint approver_pool_pkey PRIMARY KEY (person_id, from_day)

table assignment, row-level security
  id uuid not null default uuidv7()
  person_id uuid not null
  role text not null
  office_id uuid
  areas text[]
  agency_id uuid
  from_day date not null
  to_day date
  constraint assignment_areas_check CHECK ((cardinality(areas) > 0))
  constraint assignment_check1 CHECK (((role = 'agency-clerk'::text) = (agency_id IS NOT NULL)))
  constraint assignment_check2 CHECK (((agency_id IS NULL) = (office_id IS NOT NULL)))
  constraint assignment_check3 CHECK (((agency_id IS NULL) OR (areas IS NULL)))
  constraint assignment_days CHECK ((to_day >= (from_day - 1)))
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['agency-clerk'::text, 'counsellor'::text, 'complaints-officer'::text, 'complaints-head'::text, 'caseworker'::text, 'oversight'::text, 'licensing-officer'::text, 'licensing-head'::text, 'signatory'::text, 'administrator'::text])))
  constraint assignment_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint assignment_pkey PRIMARY KEY (id)
  CREATE INDEX assignment_by_agency ON public.assignment USING btree (agency_id) WHERE (agency_id IS NOT NULL)
  CREATE INDEX assignment_by_person ON public.assignment USING btree (person_id)

table audit partition by RANGE (happened_at), row-level security
  id uuid not null default uuidv7()
  happened_at timestamp with time zone not null default now()
  actor_kind text not null
  actor_id text not null
  act text not null
  record_type text not null
  record_id uuid
  reason text
  data jsonb not null default '{}'::jsonb
  xid xid8 not null default pg_current_xact_id()
  constraint audit_act_check CHECK ((act = ANY (ARRAY['looked'::text, 'revealed'::text, 'exported'::text, 'signed-in'::text, 'refused'::text])))
  constraint audit_pkey PRIMARY KEY (id, happened_at)
  CREATE INDEX audit_by_record ON ONLY public.audit USING btree (record_id, happened_at)
  CREATE INDEX audit_by_xid ON ONLY public.audit USING btree (xid)

table backup_run, row-level security
  id uuid not null default uuidv7()
  kind text not null
  outcome text not null
  of_moment timestamp with time zone not null
  finished_at timestamp with time zone not null default now()
  file_name text not null
  bytes bigint not null
  row_count bigint not null
  file_count bigint not null
  damaged_count integer not null default 0
  constraint backup_run_bytes_check CHECK ((bytes >= 0))
  constraint backup_run_damaged_count_check CHECK ((damaged_count >= 0))
  constraint backup_run_file_count_check CHECK ((file_count >= 0))
  constraint backup_run_kind_check CHECK ((kind = ANY (ARRAY['backup'::text, 'restore'::text])))
  constraint backup_run_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'incomplete'::text, 'failed'::text])))
  constraint backup_run_row_count_check CHECK ((row_count >= 0))
  constraint backup_run_pkey PRIMARY KEY (id)
  CREATE INDEX backup_run_by_time ON public.backup_run USING btree (finished_at)

table best_interest, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  person_id uuid
  status text not null default 'open'::text
  version integer not null default 1
  guardian text not null
  guardian_involved text not null
  key_id uuid not null
  opened_by uuid not null
  opened_at timestamp with time zone not null
  proposed_by uuid
  proposed_at timestamp with time zone
  decision_sealed bytea
  decided_by uuid
  decided_at timestamp with time zone
  constraint best_interest_by_two CHECK ((decided_by <> proposed_by))
  constraint best_interest_check CHECK (((status = 'open'::text) = (proposed_by IS NULL)))
  constraint best_interest_check1 CHECK (((status = 'decided'::text) = (decided_by IS NOT NULL)))
  constraint best_interest_check2 CHECK (((proposed_by IS NULL) = (decision_sealed IS NULL)))
  constraint best_interest_guardian_check CHECK ((guardian = ANY (ARRAY['parent'::text, 'relative'::text, 'social-worker'::text, 'nobody'::text])))
  constraint best_interest_guardian_involved_check CHECK ((guardian_involved = ANY (ARRAY['yes'::text, 'no'::text, 'not-known'::text])))
  constraint best_interest_status_check CHECK ((status = ANY (ARRAY['open'::text, 'proposed'::text, 'decided'::text])))
  constraint guardian_is_not_involved CHECK (((status = 'open'::text) OR (guardian = 'nobody'::text) OR (guardian_involved = 'no'::text)))
  constraint best_interest_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint best_interest_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
  constraint best_interest_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint best_interest_of_person FOREIGN KEY (complaint_id, person_id) REFERENCES case_person(complaint_id, id)
  constraint best_interest_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id)
  constraint best_interest_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id)
  constraint best_interest_pkey PRIMARY KEY (id)
  CREATE INDEX best_interest_by_case ON public.best_interest USING btree (complaint_id)

table best_interest_step, row-level security
  best_interest_id uuid not null
  step text not null
  done_by uuid not null
  done_at timestamp with time zone not null
  constraint best_interest_step_best_interest_id_fkey FOREIGN KEY (best_interest_id) REFERENCES best_interest(id)
  constraint best_interest_step_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id)
  constraint best_interest_step_pkey PRIMARY KEY (best_interest_id, step)

table case_claim, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  person_id uuid not null
  kind text not null
  direction text not null
  minor bigint
  currency text
  share_of integer
  share integer
  state text not null default 'alleged'::text
  key_id uuid not null
  basis_sealed bytea
  creditor_sealed bytea
  interest text
  arose_on date
  recorded_by text not null
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint case_claim_check CHECK (((share > 0) AND (share <= share_of)))
  constraint case_claim_check1 CHECK (((minor IS NULL) OR (currency IS NOT NULL)))
  constraint case_claim_check2 CHECK (((share IS NULL) = (share_of IS NULL)))
  constraint case_claim_check3 CHECK (((creditor_sealed IS NULL) OR (direction = 'against-worker'::text)))
  constraint case_claim_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint case_claim_direction_check CHECK ((direction = ANY (ARRAY['of-worker'::text, 'against-worker'::text])))
  constraint case_claim_kind_check CHECK ((kind ~ '^[a-z-]{1,40}$'::text))
  constraint case_claim_minor_check CHECK ((minor >= 0))
  constraint case_claim_share_of_check CHECK ((share_of > 0))
  constraint case_claim_state_check CHECK ((state = ANY (ARRAY['alleged'::text, 'disputed'::text, 'forbidden'::text, 'cancelled'::text, 'paid'::text])))
  constraint case_claim_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_claim_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint case_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint case_claim_pkey PRIMARY KEY (id)
  CREATE INDEX case_claim_by_case ON public.case_claim USING btree (complaint_id, person_id)
  CREATE INDEX case_claim_by_person ON public.case_claim USING btree (person_id)

table case_draw, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  drawn_at timestamp with time zone not null
  seed text not null
  candidates uuid[] not null
  excluded uuid[] not null
  chosen uuid
  constraint case_draw_seed_check CHECK ((seed ~ '^[0-9a-f]{32}$'::text))
  constraint case_draw_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_draw_pkey PRIMARY KEY (id)
  CREATE INDEX case_draw_by_case ON public.case_draw USING btree (complaint_id, drawn_at)

table case_merge, row-level security
  id uuid not null default uuidv7()
  from_id uuid not null
  into_id uuid not null
  merged_by uuid not null
  merged_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  constraint case_merge_check CHECK ((into_id <> from_id))
  constraint case_merge_check1 CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
  constraint case_merge_from_id_fkey FOREIGN KEY (from_id) REFERENCES complaint(id)
  constraint case_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES complaint(id)
  constraint case_merge_pkey PRIMARY KEY (id)
  CREATE INDEX case_merge_into ON public.case_merge USING btree (into_id)
  CREATE UNIQUE INDEX case_merge_now ON public.case_merge USING btree (from_id) WHERE (undone_at IS NULL)

table case_party, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  role text not null
  kind text not null
  agency_id uuid
  key_id uuid not null
  name_sealed bytea
  name_index bytea
  added_by text not null
  added_at timestamp with time zone not null
  ended_at timestamp with time zone
  is_minor boolean not null default false
  name_is text not null default 'own'::text
  constraint case_party_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'affiliate'::text, 'broker'::text, 'employer'::text, 'destination-agency'::text, 'co-worker'::text, 'relative'::text, 'guarantor'::text, 'insurer'::text, 'scheme'::text, 'state'::text, 'sender'::text, 'official'::text, 'unknown'::text])))
  constraint case_party_name_is_check CHECK ((name_is = ANY (ARRAY['own'::text, 'nickname'::text, 'lent'::text, 'imitated'::text])))
  constraint case_party_role_check CHECK ((role = ANY (ARRAY['respondent'::text, 'debtor'::text, 'payer'::text])))
  constraint minor_is_no_respondent CHECK (((NOT is_minor) OR (role <> 'respondent'::text)))
  constraint case_party_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_party_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint case_party_pkey PRIMARY KEY (id)
  CREATE INDEX case_party_by_agency ON public.case_party USING btree (agency_id) WHERE (agency_id IS NOT NULL)
  CREATE INDEX case_party_by_case ON public.case_party USING btree (complaint_id, id)
  CREATE INDEX case_party_by_name ON public.case_party USING btree (name_index) WHERE (name_index IS NOT NULL)

table case_person, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  position integer not null
  key_id uuid not null
  name_sealed bytea
  name_index bytea
  contact_key_id uuid
  contact_sealed bytea
  contact_index bytea
  sex text
  minor boolean
  situation text not null default 'unknown'::text
  joins text not null default 'not-asked'::text
  joins_at timestamp with time zone
  name_shown boolean not null default false
  receipt_number text
  secret_hash bytea
  joined_at timestamp with time zone not null
  left_at timestamp with time zone
  left_why text
  version integer not null default 1
  came_from uuid
  constraint case_person_check CHECK (((receipt_number IS NULL) = (secret_hash IS NULL)))
  constraint case_person_check1 CHECK (((left_at IS NULL) = (left_why IS NULL)))
  constraint case_person_joins_check CHECK ((joins = ANY (ARRAY['not-asked'::text, 'agreed'::text, 'refused'::text, 'not-reached'::text])))
  constraint case_person_position_check CHECK (("position" > 0))
  constraint case_person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text])))
  constraint case_person_situation_check CHECK ((situation = ANY (ARRAY['at-home'::text, 'abroad'::text, 'missing'::text, 'detained'::text, 'dead'::text, 'unknown'::text])))
  constraint case_person_came_from_fkey FOREIGN KEY (came_from) REFERENCES case_person(id)
  constraint case_person_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_person_contact_key_id_fkey FOREIGN KEY (contact_key_id) REFERENCES person_key(id)
  constraint case_person_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint case_person_pkey PRIMARY KEY (id)
  constraint case_person_complaint_id_position_key UNIQUE (complaint_id, "position")
  constraint case_person_of_case UNIQUE (complaint_id, id)
  constraint case_person_receipt_number_key UNIQUE (receipt_number)
  CREATE INDEX case_person_by_contact ON public.case_person USING btree (contact_index) WHERE (contact_index IS NOT NULL)
  CREATE INDEX case_person_by_name ON public.case_person USING btree (name_index) WHERE (name_index IS NOT NULL)

table case_representative, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  person_id uuid
  key_id uuid not null
  name_sealed bytea not null
  relation text not null
  since timestamp with time zone not null
  until timestamp with time zone
  recorded_by uuid not null
  constraint case_representative_relation_check CHECK ((relation = ANY (ARRAY['worker'::text, 'family'::text, 'lawyer'::text, 'organisation'::text, 'other'::text])))
  constraint case_representative_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_representative_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint case_representative_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint case_representative_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX case_representative_now ON public.case_representative USING btree (complaint_id, person_id) NULLS NOT DISTINCT WHERE (until IS NULL)

table case_statement, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  person_id uuid
  field text not null
  key_id uuid not null
  value_sealed bytea not null
  source text not null
  said_on date
  recorded_by text not null
  recorded_at timestamp with time zone not null
  constraint case_statement_field_check CHECK ((field ~ '^[a-z-]{1,40}$'::text))
  constraint case_statement_source_check CHECK ((source = ANY (ARRAY['worker'::text, 'family'::text, 'representative'::text, 'agency'::text, 'employer'::text, 'broker'::text, 'document'::text, 'authority'::text, 'organisation'::text, 'officer'::text, 'other'::text])))
  constraint case_statement_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint case_statement_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint case_statement_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint case_statement_pkey PRIMARY KEY (id)
  CREATE INDEX case_statement_by_case ON public.case_statement USING btree (complaint_id, field, id)
  CREATE INDEX case_statement_by_person ON public.case_statement USING btree (person_id) WHERE (person_id IS NOT NULL)

table caseworker, row-level security
  person_id uuid not null
  sex text not null
  trained_on date not null
  trained_until date
  course text not null
  kept_by uuid not null
  kept_at timestamp with time zone not null
  constraint caseworker_check CHECK ((trained_until >= trained_on))
  constraint caseworker_check1 CHECK ((kept_by <> person_id))
  constraint caseworker_course_check CHECK (((length(course) >= 1) AND (length(course) <= 200)))
  constraint caseworker_sex_check CHECK ((sex = ANY (ARRAY['woman'::text, 'man'::text])))
  constraint caseworker_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id)
  constraint caseworker_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint caseworker_pkey PRIMARY KEY (person_id)

table change, row-level security
  id uuid not null default uuidv7()
  kind text not null
  subject text not null
  name_km text not null
  name_en text not null
  content jsonb not null
  status text not null default 'proposed'::text
  version integer not null default 1
  in_force_from date not null
  reason text not null
  office_id uuid not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  approved_by uuid
  approved_at timestamp with time zone
  from_pool boolean not null default false
  signature_id uuid
  ended_by uuid
  ended_at timestamp with time zone
  ended_reason text
  came_into_force_at timestamp with time zone
  constraint change_by_two_people CHECK ((approved_by <> proposed_by))
  constraint change_check CHECK (((approved_by IS NULL) = (approved_at IS NULL)))
  constraint change_check1 CHECK (((status <> ALL (ARRAY['approved'::text, 'in-force'::text, 'superseded'::text])) OR (approved_by IS NOT NULL)))
  constraint change_check2 CHECK (((status <> ALL (ARRAY['proposed'::text, 'refused'::text])) OR (approved_by IS NULL)))
  constraint change_check3 CHECK (((status = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL)))
  constraint change_check4 CHECK (((status = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (ended_reason IS NOT NULL)))
  constraint change_check5 CHECK (((status = ANY (ARRAY['in-force'::text, 'superseded'::text])) = (came_into_force_at IS NOT NULL)))
  constraint change_ended_reason_check CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 4000)))
  constraint change_kind_check CHECK ((kind ~ '^[a-z-]+$'::text))
  constraint change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint change_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'in-force'::text, 'superseded'::text, 'refused'::text, 'withdrawn'::text])))
  constraint change_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
  constraint change_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id)
  constraint change_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id)
  constraint change_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint change_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id)
  constraint change_pkey PRIMARY KEY (id)
  CREATE INDEX change_by_subject ON public.change USING btree (kind, subject, proposed_at DESC)
  CREATE INDEX change_by_time ON public.change USING btree (proposed_at DESC, id DESC)
  CREATE INDEX change_open ON public.change USING btree (in_force_from) WHERE (status = ANY (ARRAY['proposed'::text, 'approved'::text]))

table claim_filing, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  bar text not null
  filed_on date not null
  recorded_by text not null
  recorded_at timestamp with time zone not null
  constraint claim_filing_bar_check CHECK ((bar ~ '^[A-Z]{2}\.[a-z-]{1,20}$'::text))
  constraint claim_filing_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint claim_filing_pkey PRIMARY KEY (id)
  constraint claim_filing_complaint_id_bar_key UNIQUE (complaint_id, bar)

table clock, row-level security
  id uuid not null default uuidv7()
  record_type text not null
  record_id uuid not null
  kind text not null
  area text not null
  rule_key text not null
  rules_applied jsonb not null
  started_at timestamp with time zone not null
  due_at timestamp with time zone not null
  uncertain boolean not null
  paused_at timestamp with time zone
  paused_ms bigint not null default 0
  stopped_at timestamp with time zone
  outcome text
  escalated_at timestamp with time zone
  set_by text
  constraint clock_check CHECK (((stopped_at IS NULL) = (outcome IS NULL)))
  constraint clock_check1 CHECK (((stopped_at IS NULL) OR (paused_at IS NULL)))
  constraint clock_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'missed'::text, 'void'::text])))
  constraint clock_paused_ms_check CHECK ((paused_ms >= 0))
  constraint clock_pkey PRIMARY KEY (id)
  CREATE INDEX clock_by_record ON public.clock USING btree (record_id, started_at)
  CREATE INDEX clock_due ON public.clock USING btree (due_at) WHERE ((stopped_at IS NULL) AND (escalated_at IS NULL))
  CREATE UNIQUE INDEX clock_running ON public.clock USING btree (record_id, kind) WHERE (stopped_at IS NULL)

table commune
  code text not null
  district_code text not null
  kind text not null
  name_km text not null
  name_latin text not null
  constraint commune_check CHECK (("left"(code, 4) = district_code))
  constraint commune_code_check CHECK ((code ~ '^[0-9]{6}$'::text))
  constraint commune_kind_check CHECK ((kind = ANY (ARRAY['khum'::text, 'sangkat'::text])))
  constraint commune_district_code_fkey FOREIGN KEY (district_code) REFERENCES district(code)
  constraint commune_pkey PRIMARY KEY (code)
  CREATE INDEX commune_by_district ON public.commune USING btree (district_code)

table complaint, row-level security
  id uuid not null default uuidv7()
  number text not null
  secret_hash bytea not null
  status text not null default 'received'::text
  version integer not null default 1
  openness text not null
  door text not null
  received_at timestamp with time zone not null
  entered_at timestamp with time zone not null default now()
  area text not null
  office_id uuid not null
  owner_id uuid
  helped_by uuid
  paper_number text
  worker_id uuid
  key_id uuid not null
  people integer not null default 1
  respondent_kind text not null
  agency_id uuid
  respondent_sealed bytea
  respondent_index bytea
  categories text[] not null
  happened_country text
  happened_province text
  happened_month text
  asked_before text not null
  asked_answer_sealed bytea
  story_sealed bytea
  language text not null
  next_due_at timestamp with time zone
  closed_at timestamp with time zone
  closed_how text
  unread boolean not null default false
  closed_reason text
  secret_by uuid
  is_protected boolean not null default false
  about_office boolean not null default false
  outside_body text
  awaits_word boolean not null default false
  constraint complaint_asked_before_check CHECK ((asked_before = ANY (ARRAY['nobody'::text, 'agency'::text, 'authority'::text, 'other'::text])))
  constraint complaint_categories_check CHECK ((cardinality(categories) > 0))
  constraint complaint_check CHECK (((status = ANY (ARRAY['closed'::text, 'withdrawn'::text, 'kept-as-warning'::text, 'merged'::text])) = (next_due_at IS NULL)))
  constraint complaint_check1 CHECK (((status = ANY (ARRAY['closed'::text, 'withdrawn'::text, 'kept-as-warning'::text, 'merged'::text])) = (closed_at IS NOT NULL)))
  constraint complaint_closed_how_check CHECK ((closed_how = ANY (ARRAY['complainant-agreed'::text, 'consent-recorded'::text, 'withdrawn'::text, 'kept-as-warning'::text, 'confirmed'::text, 'without-confirmation'::text, 'late-entry'::text, 'merged'::text])))
  constraint complaint_door_check CHECK ((door = ANY (ARRAY['web'::text, 'assisted'::text, 'paper'::text, 'api'::text, 'old-register'::text])))
  constraint complaint_happened_month_check CHECK ((happened_month ~ '^\d{4}-\d{2}$'::text))
  constraint complaint_language_check CHECK ((language = ANY (ARRAY['km'::text, 'en'::text])))
  constraint complaint_openness_check CHECK ((openness = ANY (ARRAY['named'::text, 'confidential'::text, 'anonymous'::text])))
  constraint complaint_people_check CHECK (((people >= 1) AND (people <= 100000)))
  constraint complaint_respondent_kind_check CHECK ((respondent_kind = ANY (ARRAY['agency'::text, 'broker'::text, 'employer'::text, 'unknown'::text])))
  constraint complaint_status_check CHECK ((status = ANY (ARRAY['received'::text, 'registered'::text, 'agency-asked'::text, 'agency-answered'::text, 'in-conciliation'::text, 'not-settled'::text, 'performance'::text, 'waiting-elsewhere'::text, 'closure-proposed'::text, 'withdrawal-asked'::text, 'closed'::text, 'withdrawn'::text, 'kept-as-warning'::text, 'merged'::text])))
  constraint outside_body_of_office_only CHECK (((outside_body IS NULL) OR about_office))
  constraint protected_never_meets CHECK (((NOT is_protected) OR (status <> 'in-conciliation'::text)))
  constraint complaint_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint complaint_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker(id)
  constraint complaint_pkey PRIMARY KEY (id)
  constraint complaint_number_key UNIQUE (number)
  CREATE INDEX complaint_awaiting_word ON public.complaint USING btree (next_due_at, id) INCLUDE (area, owner_id, helped_by) WHERE (awaits_word AND (next_due_at IS NOT NULL))
  CREATE INDEX complaint_awaiting_word_in_area ON public.complaint USING btree (area, next_due_at, id) INCLUDE (owner_id, helped_by) WHERE (awaits_word AND (next_due_at IS NOT NULL))
  CREATE INDEX complaint_by_agency ON public.complaint USING btree (agency_id, received_at DESC) WHERE (agency_id IS NOT NULL)
  CREATE INDEX complaint_by_due ON public.complaint USING btree (next_due_at, id) INCLUDE (area, owner_id, helped_by) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_due_in_area ON public.complaint USING btree (area, next_due_at, id) INCLUDE (owner_id, helped_by) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_helper ON public.complaint USING btree (helped_by, received_at DESC, id DESC) WHERE (helped_by IS NOT NULL)
  CREATE INDEX complaint_by_helper_due ON public.complaint USING btree (helped_by, next_due_at, id) INCLUDE (area, owner_id) WHERE ((helped_by IS NOT NULL) AND (next_due_at IS NOT NULL))
  CREATE INDEX complaint_by_owner ON public.complaint USING btree (owner_id, next_due_at, id) INCLUDE (area, helped_by) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_receipt ON public.complaint USING btree (received_at DESC, id DESC)
  CREATE INDEX complaint_by_receipt_in_area ON public.complaint USING btree (area, received_at DESC, id DESC)
  CREATE INDEX complaint_by_respondent ON public.complaint USING btree (respondent_index) WHERE (respondent_index IS NOT NULL)
  CREATE INDEX complaint_by_stage ON public.complaint USING btree (status, next_due_at, id) INCLUDE (area, owner_id, helped_by) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_stage_in_area ON public.complaint USING btree (area, status, next_due_at, id) INCLUDE (owner_id, helped_by) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_status ON public.complaint USING btree (status, received_at DESC, id DESC)
  CREATE INDEX complaint_by_status_due ON public.complaint USING btree (status, next_due_at, id) WHERE (next_due_at IS NOT NULL)
  CREATE INDEX complaint_by_worker ON public.complaint USING btree (worker_id) WHERE (worker_id IS NOT NULL)
  CREATE INDEX complaint_to_forget ON public.complaint USING btree (closed_at) WHERE (closed_at IS NOT NULL)
  CREATE INDEX complaint_unassigned ON public.complaint USING btree (next_due_at, id) INCLUDE (area, owner_id, helped_by) WHERE ((owner_id IS NULL) AND (next_due_at IS NOT NULL))
  CREATE INDEX complaint_with_unread ON public.complaint USING btree (next_due_at, id) INCLUDE (area, owner_id, helped_by) WHERE (unread AND (next_due_at IS NOT NULL))
  CREATE INDEX complaint_with_unread_in_area ON public.complaint USING btree (area, next_due_at, id) INCLUDE (owner_id, helped_by) WHERE (unread AND (next_due_at IS NOT NULL))

table complaint_category, row-level security
  code text not null
  category_group text not null
  group_km text not null
  group_en text not null
  name_km text not null
  name_en text not null
  sensitive boolean not null
  position integer not null
  retired boolean not null default false
  origin text not null default 'country-pack'::text
  constraint complaint_category_origin_check CHECK ((origin = ANY (ARRAY['country-pack'::text, 'ministry'::text])))
  constraint complaint_category_pkey PRIMARY KEY (code)

table complaint_claim, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  kind text not null
  minor bigint
  currency text not null
  constraint complaint_claim_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint complaint_claim_kind_check CHECK ((kind = ANY (ARRAY['paid'::text, 'owed'::text, 'sought'::text])))
  constraint complaint_claim_minor_check CHECK ((minor >= 0))
  constraint complaint_claim_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint complaint_claim_pkey PRIMARY KEY (id)
  constraint complaint_claim_complaint_id_kind_key UNIQUE (complaint_id, kind)

table complaint_contact, row-level security
  complaint_id uuid not null
  key_id uuid not null
  area text not null
  relation text not null
  name_sealed bytea
  contact_sealed bytea
  contact_index bytea
  way text not null
  safe_times text[] not null default '{}'::text[]
  prefers_woman boolean not null default false
  constraint complaint_contact_relation_check CHECK ((relation = ANY (ARRAY['worker'::text, 'family'::text, 'representative'::text, 'group'::text])))
  constraint complaint_contact_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'message'::text, 'through-someone'::text, 'none'::text])))
  constraint complaint_contact_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint complaint_contact_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint complaint_contact_pkey PRIMARY KEY (complaint_id)
  CREATE INDEX complaint_contact_by_contact ON public.complaint_contact USING btree (contact_index) WHERE (contact_index IS NOT NULL)

table complaint_draft
  token_hash bytea not null
  content_sealed bytea not null
  expires_at timestamp with time zone not null
  constraint complaint_draft_pkey PRIMARY KEY (token_hash)
  CREATE INDEX complaint_draft_by_end ON public.complaint_draft USING btree (expires_at)

table complaint_message, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  key_id uuid not null
  from_side text not null
  author_id text not null
  sent_at timestamp with time zone not null
  body_sealed bytea not null
  read_at timestamp with time zone
  person_id uuid
  constraint complaint_message_from_side_check CHECK ((from_side = ANY (ARRAY['complainant'::text, 'office'::text])))
  constraint complaint_message_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint complaint_message_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint complaint_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint complaint_message_pkey PRIMARY KEY (id)
  CREATE INDEX complaint_message_by_case ON public.complaint_message USING btree (complaint_id, sent_at)
  CREATE INDEX complaint_message_unread ON public.complaint_message USING btree (complaint_id) WHERE ((read_at IS NULL) AND (from_side = 'complainant'::text))
  CREATE TRIGGER message_unread AFTER INSERT OR UPDATE OF read_at ON public.complaint_message FOR EACH ROW WHEN ((new.from_side = 'complainant'::text)) EXECUTE FUNCTION note_unread()

table complaint_office, row-level security
  complaint_id uuid not null
  office_id uuid not null
  named_by uuid not null
  named_at timestamp with time zone not null
  constraint complaint_office_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint complaint_office_named_by_fkey FOREIGN KEY (named_by) REFERENCES person(id)
  constraint complaint_office_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint complaint_office_pkey PRIMARY KEY (complaint_id, office_id)

table concern, row-level security
  id uuid not null default uuidv7()
  status text not null default 'new'::text
  version integer not null default 1
  door text not null
  area text not null
  office_id uuid not null
  country text
  signs text[] not null default '{}'::text[]
  key_id uuid not null
  about_sealed bytea not null
  reporter_sealed bytea
  made_by uuid
  made_at timestamp with time zone not null
  owner_id uuid
  next_on date
  yes_how text
  yes_on date
  yes_heard_by uuid
  complaint_id uuid
  ended_at timestamp with time zone
  ended_sealed bytea
  constraint complaint_by_her_own_yes CHECK (((status <> 'complaint'::text) OR ((yes_how IS NOT NULL) AND (yes_on IS NOT NULL) AND (yes_heard_by IS NOT NULL) AND (complaint_id IS NOT NULL))))
  constraint concern_check CHECK (((status = ANY (ARRAY['new'::text, 'watched'::text])) = (next_on IS NOT NULL)))
  constraint concern_check1 CHECK (((status = ANY (ARRAY['new'::text, 'watched'::text])) = (ended_at IS NULL)))
  constraint concern_check2 CHECK (((status <> 'watched'::text) OR (owner_id IS NOT NULL)))
  constraint concern_check3 CHECK (((door = 'public'::text) = (made_by IS NULL)))
  constraint concern_door_check CHECK ((door = ANY (ARRAY['officer'::text, 'counsellor'::text, 'public'::text])))
  constraint concern_status_check CHECK ((status = ANY (ARRAY['new'::text, 'watched'::text, 'complaint'::text, 'safe'::text, 'stopped'::text])))
  constraint concern_yes_how_check CHECK ((yes_how = ANY (ARRAY['in-person'::text, 'by-phone'::text, 'in-writing'::text, 'voice-message'::text])))
  constraint concern_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint concern_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint concern_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
  constraint concern_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint concern_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
  constraint concern_yes_heard_by_fkey FOREIGN KEY (yes_heard_by) REFERENCES person(id)
  constraint concern_pkey PRIMARY KEY (id)
  CREATE INDEX concern_by_next ON public.concern USING btree (next_on, id) WHERE (next_on IS NOT NULL)
  CREATE INDEX concern_to_forget ON public.concern USING btree (ended_at) WHERE (ended_at IS NOT NULL)

table concern_help, row-level security
  id uuid not null default uuidv7()
  concern_id uuid not null
  help text not null
  offered_on date not null
  answer text not null
  offered_by uuid not null
  key_id uuid not null
  note_sealed bytea
  constraint concern_help_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'later'::text, 'not-reached'::text])))
  constraint concern_help_help_check CHECK ((help = ANY (ARRAY['information'::text, 'a-call'::text, 'shelter'::text, 'doctor'::text, 'way-home'::text, 'legal-aid'::text, 'food-or-money'::text])))
  constraint concern_help_concern_id_fkey FOREIGN KEY (concern_id) REFERENCES concern(id)
  constraint concern_help_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint concern_help_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES person(id)
  constraint concern_help_pkey PRIMARY KEY (id)
  CREATE INDEX concern_help_by_concern ON public.concern_help USING btree (concern_id, offered_on)

table conciliation, row-level security
  id uuid not null
  complaint_id uuid not null
  attempt integer not null
  status text not null default 'planned'::text
  version integer not null default 1
  way text not null
  province text
  meets_at timestamp with time zone not null
  conducted_by uuid not null
  agency_ids uuid[] not null default '{}'::uuid[]
  rules_applied jsonb not null default '[]'::jsonb
  planned_by uuid not null
  planned_at timestamp with time zone not null
  invited_at timestamp with time zone
  held_at timestamp with time zone
  ended_at timestamp with time zone
  not_held_why text
  failed_why text
  read_to text[] not null default '{}'::text[]
  key_id uuid not null
  place_sealed bytea
  reason_sealed bytea
  minutes_sealed bytea
  report_sealed bytea
  outcome_id uuid
  constraint conciliation_attempt_check CHECK ((attempt > 0))
  constraint conciliation_check CHECK (((way = 'in-person'::text) = (province IS NOT NULL)))
  constraint conciliation_check1 CHECK (((status = ANY (ARRAY['held'::text, 'settled'::text])) <= (minutes_sealed IS NOT NULL)))
  constraint conciliation_check2 CHECK (((status = 'failed'::text) = (failed_why IS NOT NULL)))
  constraint conciliation_check3 CHECK (((status = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text])) = (ended_at IS NULL)))
  constraint conciliation_check4 CHECK (((status = 'settled'::text) = (outcome_id IS NOT NULL)))
  constraint conciliation_failed_why_check CHECK ((failed_why = ANY (ARRAY['no-agreement'::text, 'agency-refuses'::text, 'agency-stays-away'::text, 'worker-wants-decision'::text, 'other'::text])))
  constraint conciliation_not_held_why_check CHECK ((not_held_why = ANY (ARRAY['worker-absent'::text, 'agency-absent'::text, 'both-absent'::text, 'excused'::text, 'office'::text, 'protected'::text])))
  constraint conciliation_province_check CHECK ((province ~ '^\d\d$'::text))
  constraint conciliation_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text, 'not-held'::text, 'settled'::text, 'failed'::text])))
  constraint conciliation_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'video'::text, 'in-person'::text])))
  constraint conciliation_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint conciliation_conducted_by_fkey FOREIGN KEY (conducted_by) REFERENCES person(id)
  constraint conciliation_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint conciliation_pkey PRIMARY KEY (id)
  constraint conciliation_complaint_id_attempt_key UNIQUE (complaint_id, attempt)
  CREATE INDEX conciliation_by_agency ON public.conciliation USING gin (agency_ids)
  CREATE INDEX conciliation_by_day ON public.conciliation USING btree (meets_at) WHERE (status = ANY (ARRAY['planned'::text, 'invited'::text]))
  CREATE UNIQUE INDEX conciliation_under_way ON public.conciliation USING btree (complaint_id) WHERE (status = ANY (ARRAY['planned'::text, 'invited'::text, 'held'::text]))
  CREATE TRIGGER decider_does_not_mediate BEFORE INSERT OR UPDATE OF conducted_by ON public.conciliation FOR EACH ROW EXECUTE FUNCTION decider_does_not_mediate()

table conciliation_attendance, row-level security
  conciliation_id uuid not null
  side text not null
  came text not null
  why text
  constraint conciliation_attendance_came_check CHECK ((came = ANY (ARRAY['in-person'::text, 'by-phone'::text, 'represented'::text, 'absent'::text])))
  constraint conciliation_attendance_check CHECK (((came = 'absent'::text) = (why IS NOT NULL)))
  constraint conciliation_attendance_side_check CHECK ((side = ANY (ARRAY['worker'::text, 'agency'::text])))
  constraint conciliation_attendance_why_check CHECK ((why = ANY (ARRAY['abroad'::text, 'not-reached'::text, 'excused'::text, 'refused'::text, 'unknown'::text])))
  constraint conciliation_attendance_conciliation_id_fkey FOREIGN KEY (conciliation_id) REFERENCES conciliation(id)
  constraint conciliation_attendance_pkey PRIMARY KEY (conciliation_id, side)

table conciliation_cost, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  conciliation_id uuid not null
  kind text not null
  minor bigint not null
  currency text not null
  payer text not null
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  constraint conciliation_cost_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint conciliation_cost_kind_check CHECK ((kind = ANY (ARRAY['travel'::text, 'lodging'::text, 'meals'::text, 'interpreter'::text, 'lost-wage'::text, 'other'::text])))
  constraint conciliation_cost_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint conciliation_cost_payer_check CHECK ((payer = ANY (ARRAY['ministry'::text, 'agency'::text, 'organisation'::text, 'worker'::text, 'nobody-yet'::text])))
  constraint conciliation_cost_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint conciliation_cost_conciliation_id_fkey FOREIGN KEY (conciliation_id) REFERENCES conciliation(id)
  constraint conciliation_cost_pkey PRIMARY KEY (id)
  CREATE INDEX conciliation_cost_by_case ON public.conciliation_cost USING btree (complaint_id, recorded_at)

table conflict_of_interest, row-level security
  id uuid not null default uuidv7()
  person_id uuid not null
  agency_id uuid
  key_id uuid not null
  name_sealed bytea
  party_index bytea
  worker_index bytea
  reason_sealed bytea not null
  since date not null
  declared_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint conflict_of_interest_check CHECK (((agency_id IS NULL) = (name_sealed IS NOT NULL)))
  constraint conflict_of_interest_check1 CHECK (((name_sealed IS NULL) = (party_index IS NULL)))
  constraint conflict_of_interest_check2 CHECK (((party_index IS NULL) = (worker_index IS NULL)))
  constraint conflict_of_interest_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint conflict_of_interest_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint conflict_of_interest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint conflict_of_interest_pkey PRIMARY KEY (id)
  CREATE INDEX conflict_by_agency ON public.conflict_of_interest USING btree (agency_id) WHERE (ended_at IS NULL)
  CREATE INDEX conflict_by_person ON public.conflict_of_interest USING btree (person_id)

table consent, row-level security
  id uuid not null default uuidv7()
  worker_id uuid not null
  record_type text not null
  record_id uuid not null
  area text not null
  item text not null
  given_at timestamp with time zone not null
  recorded_by text not null
  withdrawn_at timestamp with time zone
  constraint consent_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES worker(id)
  constraint consent_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX consent_given ON public.consent USING btree (record_id, item) WHERE (withdrawn_at IS NULL)

table credential, row-level security
  person_id uuid not null
  password_hash text
  totp_secret bytea
  totp_since timestamp with time zone
  totp_last_step bigint
  first_password_until timestamp with time zone
  constraint credential_check CHECK (((totp_secret IS NULL) = (totp_since IS NULL)))
  constraint credential_check1 CHECK (((totp_secret IS NULL) = (totp_last_step IS NULL)))
  constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint credential_pkey PRIMARY KEY (person_id)

table credit, row-level security
  id uuid not null default uuidv7()
  outcome_id uuid not null
  complaint_id uuid not null
  due_id uuid not null
  minor bigint not null
  recorded_by text not null default actor_id()
  recorded_at timestamp with time zone not null
  constraint credit_minor_check CHECK ((minor <> 0))
  constraint credit_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint credit_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint credit_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id)
  constraint credit_pkey PRIMARY KEY (id)
  CREATE INDEX credit_by_case ON public.credit USING btree (complaint_id)
  CREATE INDEX credit_by_due ON public.credit USING btree (due_id)
  CREATE INDEX credit_by_outcome ON public.credit USING btree (outcome_id)

table currency
  code text not null
  position smallint not null
  minor_digits smallint not null
  name_km text not null
  name_en text not null
  constraint currency_code_check CHECK ((code ~ '^[A-Z]{3}$'::text))
  constraint currency_minor_digits_check CHECK ((minor_digits = ANY (ARRAY[0, 2])))
  constraint currency_pkey PRIMARY KEY (code)

table daily_digest
  day date not null
  ledger text not null
  block bigint not null
  hash bytea not null
  signature text not null
  constraint daily_digest_pkey PRIMARY KEY (day, ledger)

table decision, row-level security
  id uuid not null
  complaint_id uuid not null
  kind text not null
  status text not null default 'drafted'::text
  version integer not null default 1
  decided_by uuid not null
  finding text not null
  may_order text not null
  rules_applied jsonb not null default '[]'::jsonb
  agency_ids uuid[] not null default '{}'::uuid[]
  drafted_at timestamp with time zone not null
  issued_at timestamp with time zone
  signature_id uuid
  worker_until date not null
  agency_until date not null
  until_by text not null
  key_id uuid not null
  until_reason_sealed bytea
  content_sealed bytea not null
  terms jsonb not null default '[]'::jsonb
  outcome_id uuid
  ruled_by uuid
  ruled_at timestamp with time zone
  ruling_sealed bytea
  agency_answer text
  agency_answered_on date
  constraint another_hears_the_appeal CHECK ((ruled_by <> decided_by))
  constraint answer_with_its_day CHECK (((agency_answer IS NULL) = (agency_answered_on IS NULL)))
  constraint decision_agency_answer_check CHECK ((agency_answer = ANY (ARRAY['accepted'::text, 'refused'::text])))
  constraint decision_check CHECK (((kind <> 'decision'::text) OR (may_order = 'yes'::text)))
  constraint decision_check1 CHECK (((status = ANY (ARRAY['drafted'::text, 'dropped'::text])) = (issued_at IS NULL)))
  constraint decision_check2 CHECK (((issued_at IS NULL) = (signature_id IS NULL)))
  constraint decision_check3 CHECK (((until_by = 'officer'::text) = (until_reason_sealed IS NOT NULL)))
  constraint decision_check4 CHECK (((status = ANY (ARRAY['upheld'::text, 'changed'::text, 'set-aside'::text])) = (ruled_by IS NOT NULL)))
  constraint decision_finding_check CHECK ((finding = ANY (ARRAY['for-worker'::text, 'partly'::text, 'against'::text])))
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'proposal'::text])))
  constraint decision_may_order_check CHECK ((may_order = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))
  constraint decision_status_check CHECK ((status = ANY (ARRAY['drafted'::text, 'issued'::text, 'appealed'::text, 'upheld'::text, 'changed'::text, 'set-aside'::text, 'dropped'::text])))
  constraint decision_until_by_check CHECK ((until_by = ANY (ARRAY['rule'::text, 'officer'::text])))
  constraint only_a_proposal_is_answered CHECK (((agency_answer IS NULL) OR (kind = 'proposal'::text)))
  constraint decision_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
  constraint decision_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint decision_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES person(id)
  constraint decision_pkey PRIMARY KEY (id)
  CREATE INDEX decision_by_agency ON public.decision USING gin (agency_ids)
  CREATE INDEX decision_by_case ON public.decision USING btree (complaint_id, drafted_at)
  CREATE TRIGGER another_decides BEFORE INSERT OR UPDATE OF decided_by, ruled_by ON public.decision FOR EACH ROW EXECUTE FUNCTION another_decides()
  CREATE TRIGGER decision_stays_as_signed BEFORE UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION keep_decision_as_signed()

table decision_person, row-level security
  decision_id uuid not null
  complaint_id uuid not null
  person_id uuid not null
  in_force boolean not null default true
  constraint decision_person_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id)
  constraint decision_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint decision_person_pkey PRIMARY KEY (decision_id, person_id)
  CREATE UNIQUE INDEX decision_of_person ON public.decision_person USING btree (person_id) WHERE in_force

table delegation, row-level security
  id uuid not null default uuidv7()
  from_person uuid not null
  to_person uuid not null
  role text not null
  office_id uuid not null
  areas text[]
  from_day date not null
  to_day date not null
  reason text not null
  made_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  constraint delegation_areas_check CHECK ((cardinality(areas) > 0))
  constraint delegation_check CHECK ((to_person <> from_person))
  constraint delegation_check1 CHECK ((to_day >= from_day))
  constraint delegation_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
  constraint delegation_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
  constraint delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id)
  constraint delegation_from_person_fkey FOREIGN KEY (from_person) REFERENCES person(id)
  constraint delegation_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint delegation_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id)
  constraint delegation_pkey PRIMARY KEY (id)
  constraint delegation_one_deputy EXCLUDE USING gist (from_person WITH =, role WITH =, office_id WITH =, daterange(from_day, to_day, '[]'::text) WITH &&) WHERE ((ended_at IS NULL))
  CREATE INDEX delegation_from ON public.delegation USING btree (from_person, to_day)
  CREATE INDEX delegation_to ON public.delegation USING btree (to_person, to_day)

table delivery_receipt, row-level security
  id uuid not null default uuidv7()
  channel text not null
  provider_id text not null
  state text not null
  code text not null
  heard_at timestamp with time zone not null
  constraint delivery_receipt_code_check CHECK ((code ~ '^[a-z0-9-]{1,40}$'::text))
  constraint delivery_receipt_state_check CHECK ((state = ANY (ARRAY['delivered'::text, 'failed'::text, 'expired'::text])))
  constraint delivery_receipt_pkey PRIMARY KEY (id)
  CREATE INDEX delivery_receipt_by_age ON public.delivery_receipt USING btree (heard_at)
  CREATE INDEX delivery_receipt_by_provider ON public.delivery_receipt USING btree (channel, provider_id)

table deposit, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  currency text not null
  account_id uuid not null
  paid_in_id uuid not null
  opened_at timestamp with time zone not null
  constraint deposit_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint deposit_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger_account(id)
  constraint deposit_paid_in_id_fkey FOREIGN KEY (paid_in_id) REFERENCES ledger_account(id)
  constraint deposit_pkey PRIMARY KEY (id)
  constraint deposit_account_id_key UNIQUE (account_id)
  constraint deposit_agency_id_currency_key UNIQUE (agency_id, currency)
  constraint deposit_paid_in_id_key UNIQUE (paid_in_id)

table deposit_alarm, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  kind text not null
  about text not null
  raised_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint deposit_alarm_about_check CHECK (((length(about) >= 1) AND (length(about) <= 100)))
  constraint deposit_alarm_kind_check CHECK ((kind = ANY (ARRAY['guarantee-ends'::text, 'guarantee-ended'::text, 'deposit-short'::text, 'claims-above'::text, 'demand-near'::text, 'demand-ran-out'::text])))
  constraint deposit_alarm_pkey PRIMARY KEY (id)
  constraint deposit_alarm_agency_id_kind_about_key UNIQUE (agency_id, kind, about)
  CREATE INDEX deposit_alarm_open ON public.deposit_alarm USING btree (agency_id, kind) WHERE (ended_at IS NULL)

table deposit_change, row-level security
  id uuid not null default uuidv7()
  deposit_id uuid not null
  kind text not null
  minor bigint not null
  on_day date not null
  reference text not null
  reason text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  release_id uuid
  constraint deposit_change_check CHECK (((kind = 'released'::text) = (reason IS NOT NULL)))
  constraint deposit_change_check1 CHECK (((release_id IS NULL) OR (kind = 'released'::text)))
  constraint deposit_change_kind_check CHECK ((kind = ANY (ARRAY['paid-in'::text, 'released'::text])))
  constraint deposit_change_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint deposit_change_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint deposit_change_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
  constraint deposit_change_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES deposit(id)
  constraint deposit_change_release_id_fkey FOREIGN KEY (release_id) REFERENCES deposit_release(id)
  constraint deposit_change_pkey PRIMARY KEY (id)
  constraint deposit_change_release_id_key UNIQUE (release_id)
  CREATE INDEX deposit_change_by_deposit ON public.deposit_change USING btree (deposit_id, recorded_at DESC, id DESC)
  CREATE UNIQUE INDEX deposit_change_once ON public.deposit_change USING btree (deposit_id, reference) WHERE (kind = 'paid-in'::text)

table deposit_cover, row-level security
  agency_id uuid not null
  day date not null
  currency text not null
  held bigint not null
  required bigint
  open_sums bigint not null
  uncounted integer not null
  workers integer
  constraint deposit_cover_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint deposit_cover_pkey PRIMARY KEY (agency_id, day)

table deposit_demand, row-level security
  id uuid not null default uuidv7()
  deposit_id uuid not null
  target bigint not null
  missing bigint not null
  due_on date not null
  reason text not null
  status text not null default 'open'::text
  version integer not null default 1
  made_by uuid not null
  made_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_reason text
  constraint deposit_demand_check CHECK (((status = 'open'::text) = (ended_at IS NULL)))
  constraint deposit_demand_check1 CHECK (((status = 'withdrawn'::text) = (ended_reason IS NOT NULL)))
  constraint deposit_demand_ended_reason_check CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 4000)))
  constraint deposit_demand_missing_check CHECK ((missing > 0))
  constraint deposit_demand_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint deposit_demand_status_check CHECK ((status = ANY (ARRAY['open'::text, 'met'::text, 'withdrawn'::text])))
  constraint deposit_demand_target_check CHECK ((target > 0))
  constraint deposit_demand_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES deposit(id)
  constraint deposit_demand_pkey PRIMARY KEY (id)
  CREATE INDEX deposit_demand_by_deposit ON public.deposit_demand USING btree (deposit_id, made_at DESC)
  CREATE UNIQUE INDEX deposit_demand_open ON public.deposit_demand USING btree (deposit_id) WHERE (status = 'open'::text)

table deposit_guarantee, row-level security
  id uuid not null default uuidv7()
  deposit_id uuid not null
  number text not null
  bank text not null
  minor bigint not null
  called bigint not null default 0
  issued_on date not null
  expires_on date not null
  status text not null default 'in-force'::text
  version integer not null default 1
  replaces_id uuid
  entered_by uuid not null
  entered_at timestamp with time zone not null
  ended_at timestamp with time zone
  constraint deposit_guarantee_bank_check CHECK (((length(bank) >= 1) AND (length(bank) <= 200)))
  constraint deposit_guarantee_check CHECK (((called >= 0) AND (called <= minor)))
  constraint deposit_guarantee_check1 CHECK ((expires_on >= issued_on))
  constraint deposit_guarantee_check2 CHECK (((status = 'in-force'::text) = (ended_at IS NULL)))
  constraint deposit_guarantee_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint deposit_guarantee_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100)))
  constraint deposit_guarantee_status_check CHECK ((status = ANY (ARRAY['in-force'::text, 'replaced'::text, 'expired'::text, 'returned'::text])))
  constraint deposit_guarantee_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES deposit(id)
  constraint deposit_guarantee_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES deposit_guarantee(id)
  constraint deposit_guarantee_pkey PRIMARY KEY (id)
  constraint deposit_guarantee_replaces_id_key UNIQUE (replaces_id)
  CREATE INDEX deposit_guarantee_by_deposit ON public.deposit_guarantee USING btree (deposit_id, expires_on, id)
  CREATE INDEX deposit_guarantee_by_end ON public.deposit_guarantee USING btree (expires_on) WHERE (status = 'in-force'::text)
  CREATE UNIQUE INDEX deposit_guarantee_once ON public.deposit_guarantee USING btree (deposit_id, lower(bank), number)

table deposit_guarantee_extension, row-level security
  id uuid not null default uuidv7()
  guarantee_id uuid not null
  expired_on date not null
  expires_on date not null
  reference text not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  constraint deposit_guarantee_extension_check CHECK ((expires_on > expired_on))
  constraint deposit_guarantee_extension_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
  constraint deposit_guarantee_extension_guarantee_id_fkey FOREIGN KEY (guarantee_id) REFERENCES deposit_guarantee(id)
  constraint deposit_guarantee_extension_pkey PRIMARY KEY (id)
  CREATE INDEX deposit_guarantee_extension_of ON public.deposit_guarantee_extension USING btree (guarantee_id, entered_at)

table deposit_override, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  from_day date not null
  until_day date not null
  reason text not null
  status text not null default 'proposed'::text
  version integer not null default 1
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  decided_reason text
  constraint deposit_override_by_two CHECK (((status <> 'signed'::text) OR (decided_by <> proposed_by)))
  constraint deposit_override_check CHECK ((until_day >= from_day))
  constraint deposit_override_check1 CHECK (((status = 'proposed'::text) = (decided_by IS NULL)))
  constraint deposit_override_check2 CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
  constraint deposit_override_check3 CHECK (((status = ANY (ARRAY['refused'::text, 'withdrawn'::text])) = (decided_reason IS NOT NULL)))
  constraint deposit_override_decided_reason_check CHECK (((length(decided_reason) >= 1) AND (length(decided_reason) <= 4000)))
  constraint deposit_override_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint deposit_override_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'signed'::text, 'refused'::text, 'withdrawn'::text])))
  constraint deposit_override_pkey PRIMARY KEY (id)
  CREATE INDEX deposit_override_by_agency ON public.deposit_override USING btree (agency_id, until_day DESC)

table deposit_release, row-level security
  id uuid not null default uuidv7()
  deposit_id uuid not null
  guarantee_id uuid
  minor bigint not null
  ground text not null
  closed_on date
  rule_applied jsonb
  standing text not null
  on_day date not null
  reference text not null
  reason text not null
  status text not null default 'proposed'::text
  version integer not null default 1
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  first_signed_by uuid
  first_signed_at timestamp with time zone
  second_signed_by uuid
  executed_at timestamp with time zone
  ended_by uuid
  ended_at timestamp with time zone
  ended_reason text
  constraint deposit_release_by_three CHECK (((first_signed_by <> proposed_by) AND (second_signed_by <> proposed_by) AND (second_signed_by <> first_signed_by)))
  constraint deposit_release_check CHECK (((ground = 'closed'::text) = (closed_on IS NOT NULL)))
  constraint deposit_release_check1 CHECK (((first_signed_by IS NULL) = (first_signed_at IS NULL)))
  constraint deposit_release_check2 CHECK (((status <> 'proposed'::text) OR (first_signed_by IS NULL)))
  constraint deposit_release_check3 CHECK (((status <> ALL (ARRAY['signed'::text, 'executed'::text])) OR (first_signed_by IS NOT NULL)))
  constraint deposit_release_check4 CHECK ((((status = 'executed'::text) = (second_signed_by IS NOT NULL)) AND ((status = 'executed'::text) = (executed_at IS NOT NULL))))
  constraint deposit_release_check5 CHECK ((((status = ANY (ARRAY['withdrawn'::text, 'refused'::text])) = (ended_by IS NOT NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (ended_reason IS NULL))))
  constraint deposit_release_ended_reason_check CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 4000)))
  constraint deposit_release_ground_check CHECK ((ground = ANY (ARRAY['closed'::text, 'excess'::text])))
  constraint deposit_release_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint deposit_release_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 4000)))
  constraint deposit_release_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
  constraint deposit_release_standing_check CHECK ((standing = ANY (ARRAY['verified'::text, 'reported'::text, 'assumed'::text, 'unknown'::text])))
  constraint deposit_release_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'signed'::text, 'executed'::text, 'withdrawn'::text, 'refused'::text])))
  constraint deposit_release_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES deposit(id)
  constraint deposit_release_guarantee_id_fkey FOREIGN KEY (guarantee_id) REFERENCES deposit_guarantee(id)
  constraint deposit_release_pkey PRIMARY KEY (id)
  CREATE INDEX deposit_release_by_deposit ON public.deposit_release USING btree (deposit_id, proposed_at DESC)
  CREATE UNIQUE INDEX deposit_release_open ON public.deposit_release USING btree (deposit_id) WHERE (status = ANY (ARRAY['proposed'::text, 'signed'::text]))

table destination
  code text not null
  position smallint not null
  name_km text not null
  name_en text not null
  currency_code text not null
  constraint destination_code_check CHECK ((code ~ '^[A-Z]{2}$'::text))
  constraint destination_currency_code_fkey FOREIGN KEY (currency_code) REFERENCES currency(code)
  constraint destination_pkey PRIMARY KEY (code)

table destination_area
  code text not null
  destination_code text not null
  kind text not null
  name_km text
  name_latin text not null
  name_local text
  constraint destination_area_check CHECK (("left"(code, 2) = destination_code))
  constraint destination_area_code_check CHECK ((code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'::text))
  constraint destination_area_destination_code_fkey FOREIGN KEY (destination_code) REFERENCES destination(code)
  constraint destination_area_pkey PRIMARY KEY (code)
  CREATE INDEX destination_area_by_destination ON public.destination_area USING btree (destination_code)

table district
  code text not null
  province_code text not null
  kind text not null
  name_km text not null
  name_latin text not null
  constraint district_check CHECK (("left"(code, 2) = province_code))
  constraint district_code_check CHECK ((code ~ '^[0-9]{4}$'::text))
  constraint district_kind_check CHECK ((kind = ANY (ARRAY['srok'::text, 'krong'::text, 'khan'::text])))
  constraint district_province_code_fkey FOREIGN KEY (province_code) REFERENCES province(code)
  constraint district_pkey PRIMARY KEY (code)
  CREATE INDEX district_by_province ON public.district USING btree (province_code)

table document, row-level security
  code text not null
  kind text not null
  letter_id uuid
  number text
  office_id uuid
  dated date not null
  issued_at timestamp with time zone not null
  pdf_hash bytea
  in_force_from date not null
  in_force_until date
  replaced_by text
  constraint document_check CHECK (((replaced_by IS NULL) OR (in_force_until IS NOT NULL)))
  constraint document_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{16}$'::text))
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['letter'::text, 'receipt'::text])))
  constraint document_of_letter CHECK (((kind = 'letter'::text) = ((letter_id IS NOT NULL) AND (number IS NOT NULL) AND (office_id IS NOT NULL) AND (pdf_hash IS NOT NULL))))
  constraint document_of_receipt CHECK (((kind <> 'receipt'::text) OR ((letter_id IS NULL) AND (number IS NULL) AND (office_id IS NULL) AND (pdf_hash IS NULL))))
  constraint document_pdf_hash_check CHECK ((length(pdf_hash) = 32))
  constraint document_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint document_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES document(code)
  constraint document_pkey PRIMARY KEY (code)
  CREATE INDEX document_by_letter ON public.document USING btree (letter_id) WHERE (letter_id IS NOT NULL)

table draw_order, row-level security
  id uuid not null default uuidv7()
  number text not null
  agency_id uuid not null
  deposit_id uuid not null
  currency text not null
  status text not null default 'proposed'::text
  version integer not null default 1
  rule_applied jsonb
  standing text not null
  basis text not null
  claimed bigint not null
  held bigint not null
  covered bigint not null
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  first_signed_by uuid
  first_signed_at timestamp with time zone
  second_signed_by uuid
  executed_at timestamp with time zone
  ended_by uuid
  ended_at timestamp with time zone
  ended_reason text
  rates jsonb not null default '[]'::jsonb
  constraint draw_order_basis_check CHECK (((length(basis) >= 1) AND (length(basis) <= 4000)))
  constraint draw_order_by_three CHECK (((first_signed_by <> proposed_by) AND (second_signed_by <> proposed_by) AND (second_signed_by <> first_signed_by)))
  constraint draw_order_check CHECK (((covered <= claimed) AND (covered <= held)))
  constraint draw_order_check1 CHECK (((first_signed_by IS NULL) = (first_signed_at IS NULL)))
  constraint draw_order_check2 CHECK (((status <> 'proposed'::text) OR (first_signed_by IS NULL)))
  constraint draw_order_check3 CHECK (((status <> ALL (ARRAY['signed'::text, 'executed'::text])) OR (first_signed_by IS NOT NULL)))
  constraint draw_order_check4 CHECK ((((status = 'executed'::text) = (second_signed_by IS NOT NULL)) AND ((status = 'executed'::text) = (executed_at IS NOT NULL))))
  constraint draw_order_check5 CHECK ((((status = ANY (ARRAY['withdrawn'::text, 'refused'::text])) = (ended_by IS NOT NULL)) AND ((ended_by IS NULL) = (ended_at IS NULL)) AND ((ended_by IS NULL) = (ended_reason IS NULL))))
  constraint draw_order_claimed_check CHECK ((claimed > 0))
  constraint draw_order_covered_check CHECK ((covered > 0))
  constraint draw_order_ended_reason_check CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 4000)))
  constraint draw_order_held_check CHECK ((held > 0))
  constraint draw_order_standing_check CHECK ((standing = ANY (ARRAY['verified'::text, 'reported'::text, 'assumed'::text, 'unknown'::text])))
  constraint draw_order_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'signed'::text, 'executed'::text, 'withdrawn'::text, 'refused'::text])))
  constraint draw_order_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES deposit(id)
  constraint draw_order_pkey PRIMARY KEY (id)
  constraint draw_order_number_key UNIQUE (number)
  CREATE INDEX draw_order_by_agency ON public.draw_order USING btree (agency_id, proposed_at DESC, id DESC)
  CREATE INDEX draw_order_by_time ON public.draw_order USING btree (id DESC)
  CREATE INDEX draw_order_open ON public.draw_order USING btree (deposit_id) WHERE (status = ANY (ARRAY['proposed'::text, 'signed'::text]))

table draw_share, row-level security
  order_id uuid not null
  due_id uuid not null
  claim bigint not null
  share bigint not null
  cost bigint not null
  constraint draw_share_check CHECK (((share >= 0) AND (share <= claim)))
  constraint draw_share_check1 CHECK (((cost = 0) = (share = 0)))
  constraint draw_share_claim_check CHECK ((claim > 0))
  constraint draw_share_cost_check CHECK ((cost >= 0))
  constraint draw_share_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint draw_share_order_id_fkey FOREIGN KEY (order_id) REFERENCES draw_order(id)
  constraint draw_share_pkey PRIMARY KEY (order_id, due_id)
  CREATE INDEX draw_share_by_due ON public.draw_share USING btree (due_id)

table due, row-level security
  id uuid not null
  case_id uuid not null
  beneficiary_id uuid not null
  debtor_agency_id uuid
  debtor_party_id uuid
  minor bigint not null
  currency text not null
  due_on date not null
  source_type text not null
  source_id uuid not null
  reference text not null
  opened_at timestamp with time zone not null
  opened_by text not null default actor_id()
  constraint due_check CHECK (((debtor_agency_id IS NULL) <> (debtor_party_id IS NULL)))
  constraint due_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint due_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint due_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 60)))
  constraint due_pkey PRIMARY KEY (id)
  CREATE INDEX due_by_agency ON public.due USING btree (debtor_agency_id, due_on, id) WHERE (debtor_agency_id IS NOT NULL)
  CREATE INDEX due_by_beneficiary ON public.due USING btree (beneficiary_id, due_on, id)
  CREATE INDEX due_by_case ON public.due USING btree (case_id, due_on, id)
  CREATE INDEX due_by_source ON public.due USING btree (source_id, due_on, id)

table due_payment, row-level security
  id uuid not null
  due_id uuid not null
  minor bigint not null
  paid_on date not null
  channel text not null
  payer_agency_id uuid
  payer_party_id uuid
  reference text
  evidence_id uuid
  order_id uuid
  status text not null default 'recorded'::text
  recorded_at timestamp with time zone not null
  recorded_by text not null default actor_id()
  settled_at timestamp with time zone
  settled_by text
  settled_how text
  constraint due_payment_channel_check CHECK ((channel = ANY (ARRAY['bank'::text, 'wallet'::text, 'cash'::text, 'deposit'::text, 'elsewhere'::text])))
  constraint due_payment_check CHECK (((payer_agency_id IS NULL) OR (payer_party_id IS NULL)))
  constraint due_payment_check1 CHECK (((channel = 'deposit'::text) = (order_id IS NOT NULL)))
  constraint due_payment_check2 CHECK ((((status = 'recorded'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_how IS NULL))))
  constraint due_payment_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint due_payment_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
  constraint due_payment_settled_how_check CHECK ((settled_how = ANY (ARRAY['by-beneficiary'::text, 'by-officer'::text])))
  constraint due_payment_status_check CHECK ((status = ANY (ARRAY['recorded'::text, 'confirmed'::text, 'rejected'::text])))
  constraint due_payment_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint due_payment_order_id_fkey FOREIGN KEY (order_id) REFERENCES draw_order(id)
  constraint due_payment_pkey PRIMARY KEY (id)
  CREATE INDEX due_payment_by_due ON public.due_payment USING btree (due_id, paid_on, id)
  CREATE INDEX due_payment_by_order ON public.due_payment USING btree (order_id) WHERE (order_id IS NOT NULL)

table due_reminder, row-level security
  due_id uuid not null
  step text not null
  at timestamp with time zone not null
  constraint due_reminder_step_check CHECK ((step = ANY (ARRAY['reminded'::text, 'escalated'::text])))
  constraint due_reminder_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint due_reminder_pkey PRIMARY KEY (due_id, step)

table event partition by RANGE (happened_at), row-level security
  id uuid not null default uuidv7()
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
  record_type text not null
  record_id uuid not null
  type text not null
  actor_kind text not null
  actor_id text not null
  from_status text
  to_status text
  data jsonb not null default '{}'::jsonb
  content_hash bytea
  visible_to text[] not null default '{officer}'::text[]
  area text
  agency_id uuid
  xid xid8 not null default pg_current_xact_id()
  constraint event_visible_to_check CHECK ((visible_to <@ '{public,complainant,agency,officer}'::text[]))
  constraint event_pkey PRIMARY KEY (id, happened_at)
  CREATE INDEX event_by_record ON ONLY public.event USING btree (record_id, happened_at, id)
  CREATE INDEX event_by_xid ON ONLY public.event USING btree (xid)

table evidence, row-level security
  id uuid not null default uuidv7()
  record_type text not null
  record_id uuid not null
  area text not null
  key_id uuid not null
  kind text not null
  origin text not null
  given_by text not null
  given_at timestamp with time zone not null
  content_mark bytea not null
  status text not null default 'quarantined'::text
  refused_reason text
  checked_at timestamp with time zone
  attempts smallint not null default 0
  size integer not null
  original_hash text
  file_hash text
  small_hash text
  name_sealed bytea
  location_sealed bytea
  summary_sealed bytea
  summary_by uuid
  summary_at timestamp with time zone
  inquiry_id uuid
  released_at timestamp with time zone
  released_by uuid
  constraint evidence_check CHECK (((status = 'quarantined'::text) = (checked_at IS NULL)))
  constraint evidence_check1 CHECK (((status = 'refused'::text) = (refused_reason IS NOT NULL)))
  constraint evidence_check2 CHECK (((summary_sealed IS NULL) = (summary_by IS NULL)))
  constraint evidence_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text, 'webp'::text, 'pdf'::text, 'mp3'::text, 'm4a'::text, 'ogg'::text, 'webm'::text, 'wav'::text])))
  constraint evidence_of_answer CHECK (((inquiry_id IS NULL) OR ((record_type = 'complaint'::text) AND (origin = 'agency-form'::text))))
  constraint evidence_origin_check CHECK (((origin = ANY (ARRAY['complainant-web'::text, 'complainant-follow'::text, 'officer-entry'::text, 'telegram'::text, 'paper-scan'::text, 'old-register'::text, 'agency-form'::text])) OR (origin = 'agency-form'::text)))
  constraint evidence_original_hash_check CHECK ((original_hash ~ '^[0-9a-f]{64}$'::text))
  constraint evidence_record_type_check CHECK (((record_type = ANY (ARRAY['complaint'::text, 'letter'::text, 'letter-scan'::text, 'pay-out'::text, 'deposit'::text])) OR (record_type = 'agency-proposal'::text)))
  constraint evidence_release CHECK ((((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) OR (inquiry_id IS NOT NULL))))
  constraint evidence_size_check CHECK ((size > 0))
  constraint evidence_small_hash_check CHECK ((small_hash ~ '^[0-9a-f]{64}$'::text))
  constraint evidence_status_check CHECK ((status = ANY (ARRAY['quarantined'::text, 'checked'::text, 'refused'::text])))
  constraint evidence_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES agency_inquiry(id)
  constraint evidence_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint evidence_released_by_fkey FOREIGN KEY (released_by) REFERENCES person(id)
  constraint evidence_pkey PRIMARY KEY (id)
  constraint evidence_record_id_content_mark_key UNIQUE (record_id, content_mark)
  CREATE INDEX evidence_by_inquiry ON public.evidence USING btree (inquiry_id) WHERE (inquiry_id IS NOT NULL)
  CREATE INDEX evidence_by_record ON public.evidence USING btree (record_id, given_at, id)
  CREATE INDEX evidence_unfinished ON public.evidence USING btree (given_at) WHERE ((status = 'quarantined'::text) OR ((status = 'checked'::text) AND (original_hash IS NOT NULL)))

table exchange_rate, row-level security
  id uuid not null default uuidv7()
  base text not null
  currency text not null
  rate numeric(18,6) not null
  on_day date not null
  source text not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  constraint exchange_rate_base_check CHECK ((base ~ '^[A-Z]{3}$'::text))
  constraint exchange_rate_check CHECK ((base <> currency))
  constraint exchange_rate_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint exchange_rate_rate_check CHECK ((rate > (0)::numeric))
  constraint exchange_rate_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  constraint exchange_rate_pkey PRIMARY KEY (id)
  CREATE INDEX exchange_rate_newest ON public.exchange_rate USING btree (base, currency, on_day DESC, id DESC)

table exhibit, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  position integer not null
  brought_by text not null
  evidence_id uuid
  shown boolean not null
  kept_back_why text
  agency_ids uuid[] not null default '{}'::uuid[]
  key_id uuid not null
  what_sealed bytea not null
  sorted_by uuid not null
  sorted_at timestamp with time zone not null
  constraint exhibit_brought_by_check CHECK ((brought_by = ANY (ARRAY['worker'::text, 'agency'::text, 'office'::text, 'other'::text])))
  constraint exhibit_check CHECK ((shown = (kept_back_why IS NULL)))
  constraint exhibit_kept_back_why_check CHECK ((kept_back_why = ANY (ARRAY['safety'::text, 'contact'::text, 'somebody-else'::text, 'no-consent'::text])))
  constraint exhibit_position_check CHECK (("position" > 0))
  constraint exhibit_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint exhibit_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint exhibit_pkey PRIMARY KEY (id)
  constraint exhibit_complaint_id_position_key UNIQUE (complaint_id, "position")
  CREATE UNIQUE INDEX exhibit_of_file ON public.exhibit USING btree (evidence_id) WHERE (evidence_id IS NOT NULL)

table held_file, row-level security
  file_hash text not null
  held_until timestamp with time zone not null
  constraint held_file_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint held_file_pkey PRIMARY KEY (file_hash)
  CREATE INDEX held_file_by_end ON public.held_file USING btree (held_until)

table holiday, row-level security
  year smallint not null
  code text not null
  day date
  standing text not null
  source text not null
  name_km text not null
  name_en text not null
  origin text not null default 'country-pack'::text
  struck boolean not null default false
  constraint holiday_check CHECK ((EXTRACT(year FROM day) = (year)::numeric))
  constraint holiday_check1 CHECK (((day IS NULL) = (standing = 'unknown'::text)))
  constraint holiday_check2 CHECK (((NOT struck) OR (day IS NULL)))
  constraint holiday_code_check CHECK ((code ~ '^[a-z_]+$'::text))
  constraint holiday_origin_check CHECK ((origin = ANY (ARRAY['country-pack'::text, 'ministry'::text])))
  constraint holiday_standing_check CHECK ((standing = ANY (ARRAY['verified'::text, 'reported'::text, 'assumed'::text, 'unknown'::text])))
  constraint holiday_year_check CHECK (((year >= 1990) AND (year <= 2200)))
  constraint holiday_once UNIQUE NULLS NOT DISTINCT (year, code, day)

table import_document, row-level security
  run_id uuid not null
  position integer not null
  name_sealed bytea not null
  file_hash text
  size integer not null
  digest bytea
  kind text
  fault text
  constraint import_document_check CHECK (((digest IS NULL) OR (kind IS NOT NULL)))
  constraint import_document_check1 CHECK (((kind IS NULL) OR (fault IS NULL)))
  constraint import_document_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint import_document_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  constraint import_document_pkey PRIMARY KEY (run_id, "position")

table import_finding, row-level security
  run_id uuid not null
  position integer not null
  line integer not null
  kind text not null
  subject text not null
  data jsonb not null
  constraint import_finding_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'absent'::text, 'changed'::text, 'new'::text, 'same'::text])))
  constraint import_finding_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  constraint import_finding_pkey PRIMARY KEY (run_id, "position")
  CREATE INDEX import_finding_by_kind ON public.import_finding USING btree (run_id, kind, "position")

table import_run, row-level security
  id uuid not null default uuidv7()
  kind text not null
  status text not null default 'uploaded'::text
  version integer not null default 1
  readers text[] not null
  key_id uuid not null
  name_sealed bytea not null
  file_hash text
  uploaded_by text not null
  uploaded_at timestamp with time zone not null
  refusal text
  line_count integer
  problem_count integer
  new_count integer
  changed_count integer
  unchanged_count integer
  findings_hash bytea
  confirmed_by text
  confirmed_at timestamp with time zone
  confirmed_as jsonb
  done_count integer not null default 0
  ended_at timestamp with time zone
  constraint import_run_check CHECK (((status = 'unreadable'::text) = (refusal IS NOT NULL)))
  constraint import_run_check1 CHECK (((status <> ALL (ARRAY['checked'::text, 'confirmed'::text, 'done'::text])) OR (findings_hash IS NOT NULL)))
  constraint import_run_check2 CHECK ((((confirmed_by IS NULL) = (confirmed_at IS NULL)) AND ((confirmed_by IS NULL) = (confirmed_as IS NULL))))
  constraint import_run_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint import_run_kind_check CHECK ((kind ~ '^[a-z-]+$'::text))
  constraint import_run_readers_check CHECK ((cardinality(readers) > 0))
  constraint import_run_status_check CHECK ((status = ANY (ARRAY['uploaded'::text, 'unreadable'::text, 'checked'::text, 'confirmed'::text, 'done'::text, 'out-of-date'::text, 'dropped'::text])))
  constraint import_run_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint import_run_pkey PRIMARY KEY (id)

table imported_document, row-level security
  record_id uuid not null
  digest bytea not null
  run_id uuid not null
  evidence_id uuid
  constraint imported_document_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id)
  constraint imported_document_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  constraint imported_document_pkey PRIMARY KEY (record_id, digest)
  CREATE INDEX imported_document_by_digest ON public.imported_document USING btree (digest)
  CREATE INDEX imported_document_by_run ON public.imported_document USING btree (run_id)

table late_entry, row-level security
  complaint_id uuid not null
  area text not null
  solved_on date not null
  how text not null
  paid_minor bigint
  paid_currency text
  known_from text not null
  entered_by uuid not null
  entered_at timestamp with time zone not null
  constraint late_entry_check CHECK (((paid_minor IS NULL) = (paid_currency IS NULL)))
  constraint late_entry_how_check CHECK ((how = ANY (ARRAY['paid'::text, 'in-kind'::text, 'agreed-without-sum'::text, 'advice'::text, 'other'::text])))
  constraint late_entry_known_from_check CHECK ((known_from = ANY (ARRAY['worker'::text, 'register'::text, 'letter'::text, 'agency'::text, 'other'::text])))
  constraint late_entry_paid_currency_check CHECK ((paid_currency ~ '^[A-Z]{3}$'::text))
  constraint late_entry_paid_minor_check CHECK ((paid_minor >= 0))
  constraint late_entry_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint late_entry_pkey PRIMARY KEY (complaint_id)

table ledger_account, row-level security
  id uuid not null default uuidv7()
  kind text not null
  currency text not null
  balance bigint not null default 0
  version integer not null default 0
  agency_id uuid
  party_id uuid
  case_id uuid
  due_id uuid
  constraint ledger_account_check CHECK (((kind = ANY (ARRAY['owed'::text, 'paid'::text, 'received'::text])) = (due_id IS NOT NULL)))
  constraint ledger_account_check1 CHECK (((due_id IS NULL) = (case_id IS NULL)))
  constraint ledger_account_check2 CHECK (((due_id IS NOT NULL) OR ((agency_id IS NULL) <> (party_id IS NULL))))
  constraint ledger_account_check3 CHECK (((kind <> ALL (ARRAY['deposit'::text, 'paid-in'::text])) OR (agency_id IS NOT NULL)))
  constraint ledger_account_covered CHECK (
CASE
    WHEN (kind = ANY (ARRAY['debt'::text, 'paid-in'::text])) THEN (balance <= 0)
    ELSE (balance >= 0)
END)
  constraint ledger_account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint ledger_account_kind_check CHECK ((kind = ANY (ARRAY['owed'::text, 'paid'::text, 'received'::text, 'debt'::text, 'deposit'::text, 'paid-in'::text])))
  constraint ledger_account_version_check CHECK ((version >= 0))
  constraint ledger_account_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint ledger_account_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX ledger_account_of_agency ON public.ledger_account USING btree (agency_id, kind, currency) WHERE ((due_id IS NULL) AND (agency_id IS NOT NULL))
  CREATE UNIQUE INDEX ledger_account_of_due ON public.ledger_account USING btree (due_id, kind) WHERE (due_id IS NOT NULL)
  CREATE UNIQUE INDEX ledger_account_of_party ON public.ledger_account USING btree (party_id, kind, currency) WHERE ((due_id IS NULL) AND (party_id IS NOT NULL))

table ledger_entry, row-level security
  account_id uuid not null
  version integer not null
  posting_id uuid not null
  minor bigint not null
  balance_before bigint not null
  balance_after bigint not null
  constraint ledger_entry_check CHECK ((balance_after = (balance_before + minor)))
  constraint ledger_entry_check1 CHECK (((version > 1) OR (balance_before = 0)))
  constraint ledger_entry_minor_check CHECK ((minor <> 0))
  constraint ledger_entry_version_check CHECK ((version > 0))
  constraint ledger_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger_account(id)
  constraint ledger_entry_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES ledger_posting(id)
  constraint ledger_entry_pkey PRIMARY KEY (account_id, version)
  CREATE INDEX ledger_entry_by_posting ON public.ledger_entry USING btree (posting_id)

table ledger_posting, row-level security
  id uuid not null default uuidv7()
  kind text not null
  source_type text not null
  source_id uuid not null
  posted_at timestamp with time zone not null
  actor_kind text not null
  actor_id text not null
  constraint ledger_posting_kind_check CHECK ((kind = ANY (ARRAY['dues-opened'::text, 'dues-cancelled'::text, 'payments-recorded'::text, 'payments-confirmed'::text, 'payment-rejected'::text, 'deposit-paid-in'::text, 'deposit-released'::text, 'deposit-drawn'::text, 'guarantee-given'::text, 'guarantee-ended'::text])))
  constraint ledger_posting_pkey PRIMARY KEY (id)
  CREATE INDEX ledger_posting_by_source ON public.ledger_posting USING btree (source_id, posted_at)

table letter, row-level security
  id uuid not null default uuidv7()
  direction text not null
  status text not null
  version integer not null default 1
  office_id uuid not null
  area text not null
  year integer
  number integer
  record_type text
  record_id uuid
  language text not null
  template text
  key_id uuid not null
  heading_sealed bytea not null
  edition integer not null default 1
  drafted_by uuid
  drafted_at timestamp with time zone not null
  dated date
  received_on date
  holder_office_id uuid
  held_since timestamp with time zone
  signed_by uuid
  signed_at timestamp with time zone
  sent_on date
  code text
  pdf_file text
  replaces uuid
  old_number text
  import_run_id uuid
  compared_by uuid
  compared_at timestamp with time zone
  constraint letter_check CHECK (((year IS NULL) = (number IS NULL)))
  constraint letter_check1 CHECK (((record_type IS NULL) = (record_id IS NULL)))
  constraint letter_check2 CHECK (((holder_office_id IS NULL) = (held_since IS NULL)))
  constraint letter_check3 CHECK (((holder_office_id IS NOT NULL) = (status = ANY (ARRAY['drafted'::text, 'climbing'::text]))))
  constraint letter_check4 CHECK ((((signed_at IS NULL) = (signed_by IS NULL)) AND ((signed_at IS NULL) = (code IS NULL)) AND ((signed_at IS NULL) = (pdf_file IS NULL))))
  constraint letter_check5 CHECK (((status <> ALL (ARRAY['signed'::text, 'sent'::text])) OR (signed_at IS NOT NULL)))
  constraint letter_compared CHECK ((((compared_by IS NULL) = (compared_at IS NULL)) AND ((compared_at IS NULL) OR (status = 'filed'::text))))
  constraint letter_direction_check CHECK ((direction = ANY (ARRAY['incoming'::text, 'outgoing'::text])))
  constraint letter_drafter CHECK (((drafted_by IS NOT NULL) OR (status = 'filed'::text)))
  constraint letter_filed CHECK ((((status = 'filed'::text) = (old_number IS NOT NULL)) AND ((status = 'filed'::text) = (import_run_id IS NOT NULL)) AND ((status <> 'filed'::text) OR ((number IS NULL) AND (signed_at IS NULL) AND (
CASE direction
    WHEN 'incoming'::text THEN received_on
    ELSE dated
END IS NOT NULL)))))
  constraint letter_incoming CHECK (((direction = 'outgoing'::text) OR (status = 'filed'::text) OR ((number IS NOT NULL) AND (received_on IS NOT NULL) AND (status = ANY (ARRAY['received'::text, 'withdrawn'::text])))))
  constraint letter_language_check CHECK ((language = ANY (ARRAY['km'::text, 'en'::text])))
  constraint letter_number_check CHECK ((number > 0))
  constraint letter_old_number_check CHECK (((length(old_number) >= 1) AND (length(old_number) <= 60)))
  constraint letter_outgoing CHECK (((direction = 'incoming'::text) OR ((status <> 'received'::text) AND ((number IS NULL) = (signed_at IS NULL)))))
  constraint letter_status_check CHECK ((status = ANY (ARRAY['received'::text, 'drafted'::text, 'climbing'::text, 'signed'::text, 'sent'::text, 'withdrawn'::text, 'filed'::text])))
  constraint letter_code_fkey FOREIGN KEY (code) REFERENCES document(code)
  constraint letter_compared_by_fkey FOREIGN KEY (compared_by) REFERENCES person(id)
  constraint letter_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES person(id)
  constraint letter_holder_office_id_fkey FOREIGN KEY (holder_office_id) REFERENCES office(id)
  constraint letter_import_run_id_fkey FOREIGN KEY (import_run_id) REFERENCES import_run(id)
  constraint letter_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint letter_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint letter_replaces_fkey FOREIGN KEY (replaces) REFERENCES letter(id)
  constraint letter_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id)
  constraint letter_pkey PRIMARY KEY (id)
  constraint letter_direction_office_id_year_number_key UNIQUE (direction, office_id, year, number)
  CREATE INDEX letter_by_area ON public.letter USING btree (area, direction, id DESC)
  CREATE INDEX letter_by_holder ON public.letter USING btree (holder_office_id, held_since) WHERE (holder_office_id IS NOT NULL)
  CREATE INDEX letter_by_import ON public.letter USING btree (import_run_id) WHERE (import_run_id IS NOT NULL)
  CREATE UNIQUE INDEX letter_by_old_number ON public.letter USING btree (direction, old_number, EXTRACT(year FROM COALESCE(received_on, dated))) WHERE (status = 'filed'::text)
  CREATE INDEX letter_by_record ON public.letter USING btree (record_id) WHERE (record_id IS NOT NULL)
  CREATE INDEX letter_by_register ON public.letter USING btree (direction, id DESC)
  CREATE INDEX letter_filed ON public.letter USING btree (id DESC) WHERE (status = 'filed'::text)
  CREATE TRIGGER letter_stays_as_signed BEFORE UPDATE ON public.letter FOR EACH ROW EXECUTE FUNCTION keep_letter_as_signed()

table letter_annotation, row-level security
  id uuid not null default uuidv7()
  letter_id uuid not null
  step text not null
  written_at timestamp with time zone not null
  author_id uuid not null
  office_id uuid not null
  to_office_id uuid
  body_sealed bytea
  constraint letter_annotation_step_check CHECK ((step = ANY (ARRAY['pass-up'::text, 'send-down'::text, 'send-back'::text, 'sign'::text, 'send'::text, 'drop'::text, 'withdraw'::text])))
  constraint letter_annotation_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
  constraint letter_annotation_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id)
  constraint letter_annotation_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint letter_annotation_to_office_id_fkey FOREIGN KEY (to_office_id) REFERENCES office(id)
  constraint letter_annotation_pkey PRIMARY KEY (id)
  CREATE INDEX letter_annotation_by_letter ON public.letter_annotation USING btree (letter_id, written_at, id)

table letter_copy, row-level security
  letter_id uuid not null
  position integer not null
  correspondent_sealed bytea not null
  pdf_file text
  constraint letter_copy_position_check CHECK ((("position" >= 1) AND ("position" <= 2000)))
  constraint letter_copy_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id)
  constraint letter_copy_pkey PRIMARY KEY (letter_id, "position")
  CREATE INDEX letter_copy_to_set ON public.letter_copy USING btree (letter_id, "position") WHERE (pdf_file IS NULL)

table letter_counter, row-level security
  direction text not null
  office_id uuid not null
  year integer not null
  last integer not null
  constraint letter_counter_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint letter_counter_pkey PRIMARY KEY (direction, office_id, year)

table letter_scan, row-level security
  id uuid not null default uuidv7()
  office_id uuid not null
  area text not null
  key_id uuid not null
  uploaded_by uuid not null
  uploaded_at timestamp with time zone not null
  reach text[]
  status text not null default 'reading'::text
  version integer not null default 1
  reason text
  letter_id uuid
  ended_at timestamp with time zone
  constraint letter_scan_check CHECK (((status = 'unmatched'::text) = (reason IS NOT NULL)))
  constraint letter_scan_check1 CHECK (((status <> 'matched'::text) OR (letter_id IS NOT NULL)))
  constraint letter_scan_check2 CHECK (((status = ANY (ARRAY['matched'::text, 'dropped'::text])) = (ended_at IS NOT NULL)))
  constraint letter_scan_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'matched'::text, 'unmatched'::text, 'dropped'::text])))
  constraint letter_scan_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint letter_scan_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id)
  constraint letter_scan_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint letter_scan_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id)
  constraint letter_scan_pkey PRIMARY KEY (id)
  CREATE INDEX letter_scan_by_office ON public.letter_scan USING btree (office_id, id DESC)
  CREATE INDEX letter_scan_open ON public.letter_scan USING btree (id) WHERE (status = ANY (ARRAY['reading'::text, 'unmatched'::text]))

table letter_text, row-level security
  letter_id uuid not null
  edition integer not null
  written_at timestamp with time zone not null
  author_id uuid not null
  content_sealed bytea not null
  constraint letter_text_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id)
  constraint letter_text_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id)
  constraint letter_text_pkey PRIMARY KEY (letter_id, edition)

table licence, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  number text not null
  number_key text not null
  status text not null default 'applied'::text
  version integer not null default 1
  prakas text
  valid_from date
  valid_to date
  suspended_on date
  suspended_until date
  condition text
  ended_on date
  constraint licence_check CHECK ((valid_from <= valid_to))
  constraint licence_check1 CHECK (((status = 'applied'::text) OR (status = 'refused'::text) OR (valid_from IS NOT NULL)))
  constraint licence_check2 CHECK (((status = 'suspended'::text) = (suspended_on IS NOT NULL)))
  constraint licence_check3 CHECK (((status <> 'suspended'::text) OR (suspended_until IS NOT NULL) OR (condition IS NOT NULL)))
  constraint licence_check4 CHECK (((status = 'suspended'::text) OR ((suspended_until IS NULL) AND (condition IS NULL))))
  constraint licence_check5 CHECK (((status = ANY (ARRAY['revoked'::text, 'expired'::text, 'surrendered'::text])) = (ended_on IS NOT NULL)))
  constraint licence_condition_check CHECK ((condition ~ '^[a-z-]+$'::text))
  constraint licence_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)))
  constraint licence_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'refused'::text, 'granted'::text, 'suspended'::text, 'revoked'::text, 'expired'::text, 'surrendered'::text])))
  constraint licence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint licence_pkey PRIMARY KEY (id)
  constraint licence_number_key UNIQUE (number)
  CREATE INDEX licence_by_agency ON public.licence USING btree (agency_id)
  CREATE INDEX licence_by_end ON public.licence USING btree (valid_to) WHERE (status = ANY (ARRAY['granted'::text, 'suspended'::text]))
  CREATE INDEX licence_by_number_key ON public.licence USING btree (number_key)
  CREATE TRIGGER licence_held AFTER UPDATE OF status, valid_from, valid_to, ended_on ON public.licence FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) OR (old.valid_from IS DISTINCT FROM new.valid_from) OR (old.valid_to IS DISTINCT FROM new.valid_to) OR (old.ended_on IS DISTINCT FROM new.ended_on))) EXECUTE FUNCTION keep_days_held_of_licence()

table licence_decision, row-level security
  id uuid not null default uuidv7()
  licence_id uuid not null
  action text not null
  reason text not null
  note text not null
  rules jsonb not null default '[]'::jsonb
  decided_by text not null
  decided_at timestamp with time zone not null
  constraint licence_decision_note_check CHECK (((length(note) >= 1) AND (length(note) <= 4000)))
  constraint licence_decision_reason_check CHECK ((reason ~ '^[a-z-]+$'::text))
  constraint licence_decision_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES licence(id)
  constraint licence_decision_pkey PRIMARY KEY (id)
  CREATE INDEX licence_decision_by_licence ON public.licence_decision USING btree (licence_id, decided_at)

table licence_destination, row-level security
  licence_id uuid not null
  destination_code text not null
  sector text not null
  from_day date not null
  to_day date
  status_place integer not null default nextval('status_place'::regclass)
  agency_id uuid not null
  held daterange not null default 'empty'::daterange
  from_register boolean not null default false
  constraint licence_destination_check CHECK ((from_day <= to_day))
  constraint licence_destination_sector_check CHECK ((sector = ANY (ARRAY['general'::text, 'domestic-work'::text])))
  constraint licence_destination_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint licence_destination_destination_code_fkey FOREIGN KEY (destination_code) REFERENCES destination(code)
  constraint licence_destination_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES licence(id)
  constraint licence_destination_pkey PRIMARY KEY (licence_id, destination_code, sector, from_day)
  constraint licence_destination_status_place_key UNIQUE (status_place)
  constraint authorisation_once EXCLUDE USING gist (licence_id WITH =, destination_code WITH =, sector WITH =, held WITH &&)
  constraint authorisations_apart EXCLUDE USING gist (agency_id WITH =, destination_code WITH =, sector WITH =, held WITH &&) WHERE ((NOT from_register))
  CREATE TRIGGER licence_destination_held BEFORE INSERT OR UPDATE ON public.licence_destination FOR EACH ROW EXECUTE FUNCTION keep_days_held()

table loaded_file
  name text not null
  digest text not null
  loaded_at timestamp with time zone not null default now()
  constraint loaded_file_pkey PRIMARY KEY (name)

table machine_check, row-level security
  what text not null
  checked_at timestamp with time zone not null
  value bigint
  problem text
  constraint machine_check_problem_check CHECK ((problem = ANY (ARRAY['not-reached'::text, 'not-trusted'::text, 'not-known'::text])))
  constraint machine_check_what_check CHECK ((what = ANY (ARRAY['data-disk'::text, 'backup-disk'::text, 'certificate'::text])))
  constraint machine_check_pkey PRIMARY KEY (what)

table missed_deadline, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  by_whom text not null
  since date not null
  key_id uuid not null
  what_sealed bytea not null
  why_sealed bytea
  then_sealed bytea
  recorded_by text not null
  recorded_at timestamp with time zone not null
  constraint missed_deadline_by_whom_check CHECK ((by_whom = ANY (ARRAY['office'::text, 'agency'::text, 'employer'::text, 'worker'::text, 'court'::text, 'authority'::text, 'other'::text])))
  constraint missed_deadline_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint missed_deadline_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint missed_deadline_pkey PRIMARY KEY (id)
  CREATE INDEX missed_deadline_by_case ON public.missed_deadline USING btree (complaint_id, since)

table money_term, row-level security
  id uuid not null
  outcome_id uuid not null
  complaint_id uuid not null
  person_id uuid not null
  debtor_agency_id uuid
  debtor_party_id uuid
  payer_agency_id uuid
  payer_party_id uuid
  minor bigint not null
  currency text not null
  due_on date not null
  parts integer not null default 1
  every_months integer
  until_sealed bytea
  next_on date
  ended_on date
  collector_sealed bytea
  shares jsonb not null default '[]'::jsonb
  in_force boolean not null
  constraint money_term_check CHECK (((debtor_agency_id IS NULL) <> (debtor_party_id IS NULL)))
  constraint money_term_check1 CHECK (((payer_agency_id IS NULL) OR (payer_party_id IS NULL)))
  constraint money_term_check2 CHECK (((parts = 1) OR (every_months IS NOT NULL)))
  constraint money_term_check3 CHECK (((until_sealed IS NULL) OR ((every_months IS NOT NULL) AND (parts = 1))))
  constraint money_term_check4 CHECK (((next_on IS NULL) OR ((until_sealed IS NOT NULL) AND (ended_on IS NULL) AND in_force)))
  constraint money_term_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint money_term_every_months_check CHECK (((every_months >= 1) AND (every_months <= 12)))
  constraint money_term_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint money_term_parts_check CHECK (((parts >= 1) AND (parts <= 120)))
  constraint money_term_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint money_term_debtor_party_id_fkey FOREIGN KEY (debtor_party_id) REFERENCES case_party(id)
  constraint money_term_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id)
  constraint money_term_payer_party_id_fkey FOREIGN KEY (payer_party_id) REFERENCES case_party(id)
  constraint money_term_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint money_term_pkey PRIMARY KEY (id)
  CREATE INDEX money_term_by_case ON public.money_term USING btree (complaint_id, person_id)
  CREATE INDEX money_term_by_next ON public.money_term USING btree (next_on) WHERE (next_on IS NOT NULL)
  CREATE INDEX money_term_by_outcome ON public.money_term USING btree (outcome_id, person_id)

table must_not_be_told, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  relation text not null
  key_id uuid not null
  who_sealed bytea not null
  contact_sealed bytea
  contact_index bytea
  kept_by uuid not null
  kept_at timestamp with time zone not null
  lifted_at timestamp with time zone
  constraint must_not_be_told_check CHECK ((((contact_sealed IS NULL) = (contact_index IS NULL)) OR (lifted_at IS NOT NULL)))
  constraint must_not_be_told_relation_check CHECK ((relation = ANY (ARRAY['relative'::text, 'recruiter'::text, 'agency'::text, 'employer'::text, 'official'::text, 'other'::text])))
  constraint must_not_be_told_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint must_not_be_told_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id)
  constraint must_not_be_told_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint must_not_be_told_pkey PRIMARY KEY (id)
  CREATE INDEX must_not_be_told_by_case ON public.must_not_be_told USING btree (complaint_id)

table note, row-level security
  id uuid not null default uuidv7()
  record_type text not null
  record_id uuid not null
  area text not null
  author_id uuid not null
  written_at timestamp with time zone not null
  key_id uuid not null
  body_sealed bytea not null
  constraint note_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint note_pkey PRIMARY KEY (id)
  CREATE INDEX note_by_record ON public.note USING btree (record_id, written_at)

table office, row-level security
  id uuid not null default uuidv7()
  code text not null
  kind text not null
  name_km text not null
  name_en text not null
  province text
  superior_id uuid
  origin text not null default 'country-pack'::text
  constraint office_central CHECK (((kind <> ALL (ARRAY['minister'::text, 'general-department'::text, 'department'::text, 'bureau'::text, 'ministry'::text])) OR (province IS NULL)))
  constraint office_check CHECK (((kind <> 'provincial'::text) OR (province IS NOT NULL)))
  constraint office_check1 CHECK ((superior_id <> id))
  constraint office_kind_check CHECK ((kind = ANY (ARRAY['minister'::text, 'general-department'::text, 'department'::text, 'bureau'::text, 'ministry'::text, 'provincial'::text, 'resource-centre'::text, 'embassy'::text])))
  constraint office_origin_check CHECK ((origin = ANY (ARRAY['country-pack'::text, 'ministry'::text])))
  constraint office_province_check CHECK ((province <> '00'::text))
  constraint office_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES office(id)
  constraint office_pkey PRIMARY KEY (id)
  constraint office_code_key UNIQUE (code)
  CREATE INDEX office_by_superior ON public.office USING btree (superior_id) WHERE (superior_id IS NOT NULL)
  CREATE UNIQUE INDEX office_of_province ON public.office USING btree (province) WHERE (kind = 'provincial'::text)

table old_case, row-level security
  complaint_id uuid not null
  old_number text not null
  run_id uuid not null
  verified_by text
  verified_at timestamp with time zone
  constraint old_case_check CHECK (((verified_by IS NULL) = (verified_at IS NULL)))
  constraint old_case_old_number_check CHECK (((length(old_number) >= 1) AND (length(old_number) <= 60)))
  constraint old_case_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint old_case_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  constraint old_case_pkey PRIMARY KEY (complaint_id)
  constraint old_case_old_number_key UNIQUE (old_number)
  CREATE INDEX old_case_by_run ON public.old_case USING btree (run_id)

table outcome, row-level security
  id uuid not null
  complaint_id uuid not null
  position integer not null
  kind text not null
  made_on date not null
  recorded_by text not null default actor_id()
  recorded_at timestamp with time zone not null
  rule_applied jsonb
  standing text not null
  from_type text
  from_id uuid
  key_id uuid not null
  basis_sealed bytea not null
  agency_ids uuid[] not null default '{}'::uuid[]
  ended_on date
  ended_why text
  constraint ended_with_why CHECK (((ended_on IS NULL) = (ended_why IS NULL)))
  constraint ordered_by_a_known_rule CHECK (((kind <> 'decision'::text) OR (standing <> 'unknown'::text)))
  constraint outcome_check CHECK (((from_type IS NULL) = (from_id IS NULL)))
  constraint outcome_ended_why_check CHECK ((ended_why = ANY (ARRAY['appeal'::text, 'refused'::text])))
  constraint outcome_from_type_check CHECK ((from_type ~ '^[a-z-]{1,40}$'::text))
  constraint outcome_kind_check CHECK ((kind = ANY (ARRAY['settlement'::text, 'decision'::text, 'proposal'::text, 'award-elsewhere'::text, 'paid-already'::text])))
  constraint outcome_position_check CHECK (("position" > 0))
  constraint outcome_standing_check CHECK ((standing = ANY (ARRAY['verified'::text, 'reported'::text, 'assumed'::text, 'unknown'::text])))
  constraint outcome_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint outcome_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint outcome_pkey PRIMARY KEY (id)
  constraint outcome_complaint_id_position_key UNIQUE (complaint_id, "position")
  CREATE INDEX outcome_by_from ON public.outcome USING btree (from_id) WHERE (from_id IS NOT NULL)

table outcome_person, row-level security
  outcome_id uuid not null
  person_id uuid not null
  complaint_id uuid not null
  answer text not null
  how text
  answered_on date
  recorded_by text not null default actor_id()
  recorded_at timestamp with time zone not null
  version integer not null default 1
  constraint outcome_person_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text, 'not-reached'::text])))
  constraint outcome_person_check CHECK (((answer = 'not-reached'::text) = (answered_on IS NULL)))
  constraint outcome_person_check1 CHECK (((answered_on IS NULL) = (how IS NULL)))
  constraint outcome_person_how_check CHECK ((how = ANY (ARRAY['thumbprint'::text, 'signature'::text, 'by-phone'::text, 'in-person'::text, 'in-writing'::text])))
  constraint outcome_person_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint outcome_person_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id)
  constraint outcome_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint outcome_person_pkey PRIMARY KEY (outcome_id, person_id)
  CREATE INDEX outcome_person_by_case ON public.outcome_person USING btree (complaint_id, person_id)
  CREATE INDEX outcome_person_by_person ON public.outcome_person USING btree (person_id)

table outgoing_cause, row-level security
  cause text not null
  message_id uuid not null
  queued_at timestamp with time zone not null
  constraint outgoing_cause_pkey PRIMARY KEY (cause)
  CREATE INDEX outgoing_cause_by_age ON public.outgoing_cause USING btree (queued_at)

table outgoing_message partition by RANGE (queued_at), row-level security
  id uuid not null default uuidv7()
  queued_at timestamp with time zone not null
  record_type text not null
  record_id uuid not null
  kind text not null
  channel text not null
  language text not null
  key_id uuid not null
  recipient_sealed bytea not null
  text_sealed bytea not null
  safe_hours text[] not null default '{}'::text[]
  status text not null default 'queued'::text
  attempts integer not null default 0
  next_attempt_at timestamp with time zone
  tried_at timestamp with time zone
  handed_over_at timestamp with time zone
  settled_at timestamp with time zone
  code text
  constraint outgoing_message_attempts_check CHECK ((attempts >= 0))
  constraint outgoing_message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'telegram'::text])))
  constraint outgoing_message_check CHECK (((next_attempt_at IS NULL) OR (status = ANY (ARRAY['queued'::text, 'unknown'::text]))))
  constraint outgoing_message_check1 CHECK (((status <> 'queued'::text) OR (next_attempt_at IS NOT NULL)))
  constraint outgoing_message_code_check CHECK ((code ~ '^[a-z0-9-]{1,40}$'::text))
  constraint outgoing_message_kind_check CHECK (((kind = ANY (ARRAY['received'::text, 'news'::text, 'words'::text, 'your-turn'::text, 'case-given'::text, 'confirm-address'::text, 'to-approve'::text, 'to-sign'::text, 'inquiry'::text, 'deposit'::text])) OR (kind = 'number-code'::text)))
  constraint outgoing_message_language_check CHECK ((language = ANY (ARRAY['km'::text, 'en'::text])))
  constraint outgoing_message_safe_hours_check CHECK ((safe_hours <@ '{morning,midday,evening,night,sunday}'::text[]))
  constraint outgoing_message_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'handed-over'::text, 'delivered'::text, 'failed'::text, 'unknown'::text])))
  constraint outgoing_message_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint outgoing_message_pkey PRIMARY KEY (id, queued_at)
  CREATE INDEX outgoing_message_by_age ON ONLY public.outgoing_message USING btree (queued_at DESC, id DESC)
  CREATE INDEX outgoing_message_by_record ON ONLY public.outgoing_message USING btree (record_id, queued_at)
  CREATE INDEX outgoing_message_by_status ON ONLY public.outgoing_message USING btree (status, queued_at DESC, id DESC)
  CREATE INDEX outgoing_message_due ON ONLY public.outgoing_message USING btree (next_attempt_at) WHERE (next_attempt_at IS NOT NULL)

table outgoing_part, row-level security
  message_id uuid not null
  queued_at timestamp with time zone not null
  number integer not null
  attempt integer not null
  channel text not null
  provider_id text not null
  constraint outgoing_part_number_check CHECK ((number > 0))
  constraint outgoing_part_pkey PRIMARY KEY (message_id, attempt, number)
  CREATE INDEX outgoing_part_by_age ON public.outgoing_part USING btree (queued_at)
  CREATE INDEX outgoing_part_by_provider ON public.outgoing_part USING btree (channel, provider_id)

table paper_form, row-level security
  number text not null
  set_id uuid not null
  language text not null
  printed_by uuid not null
  printed_at timestamp with time zone not null
  complaint_id uuid
  entered_at timestamp with time zone
  constraint paper_form_check CHECK (((complaint_id IS NULL) = (entered_at IS NULL)))
  constraint paper_form_language_check CHECK ((language = ANY (ARRAY['km'::text, 'en'::text])))
  constraint paper_form_number_check CHECK ((number ~ '^F\d\d-\d{7}-\d$'::text))
  constraint paper_form_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint paper_form_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES person(id)
  constraint paper_form_pkey PRIMARY KEY (number)
  constraint paper_form_complaint_id_key UNIQUE (complaint_id)
  CREATE INDEX paper_form_by_person ON public.paper_form USING btree (printed_by, printed_at DESC)
  CREATE INDEX paper_form_by_set ON public.paper_form USING btree (set_id, number)

table passkey, row-level security
  id uuid not null default uuidv7()
  person_id uuid not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null
  label text not null
  made_at timestamp with time zone not null
  last_used_at timestamp with time zone
  last_challenge_at timestamp with time zone
  constraint passkey_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60)))
  constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint passkey_pkey PRIMARY KEY (id)
  constraint passkey_credential_id_key UNIQUE (credential_id)
  CREATE INDEX passkey_by_person ON public.passkey USING btree (person_id)

table pay_out_day, row-level security
  id uuid not null
  number text not null
  held_on date not null
  place text not null
  office_id uuid not null
  area text not null
  key_id uuid not null
  planned_by text not null default actor_id()
  planned_at timestamp with time zone not null
  constraint pay_out_day_number_check CHECK ((number ~ '^P\d{2}-\d{5,}$'::text))
  constraint pay_out_day_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)))
  constraint pay_out_day_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint pay_out_day_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint pay_out_day_pkey PRIMARY KEY (id)
  constraint pay_out_day_number_key UNIQUE (number)
  CREATE INDEX pay_out_day_by_day ON public.pay_out_day USING btree (held_on DESC, id)

table pay_out_entry, row-level security
  id uuid not null
  day_id uuid not null
  complaint_id uuid not null
  person_id uuid not null
  position integer not null
  status text not null default 'listed'::text
  version integer not null default 1
  received_by text
  recorded_by text
  recorded_at timestamp with time zone
  photo_id uuid
  constraint pay_out_entry_check CHECK (((status = 'received'::text) = (received_by IS NOT NULL)))
  constraint pay_out_entry_check1 CHECK ((((status = 'listed'::text) = (recorded_at IS NULL)) AND ((recorded_at IS NULL) = (recorded_by IS NULL))))
  constraint pay_out_entry_position_check CHECK (("position" > 0))
  constraint pay_out_entry_received_by_check CHECK ((received_by = ANY (ARRAY['herself'::text, 'family'::text, 'heir'::text, 'collector'::text, 'representative'::text])))
  constraint pay_out_entry_status_check CHECK ((status = ANY (ARRAY['listed'::text, 'received'::text, 'refused'::text, 'absent'::text, 'taken-off'::text])))
  constraint pay_out_entry_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint pay_out_entry_day_id_fkey FOREIGN KEY (day_id) REFERENCES pay_out_day(id)
  constraint pay_out_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint pay_out_entry_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES evidence(id)
  constraint pay_out_entry_pkey PRIMARY KEY (id)
  constraint pay_out_entry_day_id_position_key UNIQUE (day_id, "position")
  CREATE INDEX pay_out_entry_by_case ON public.pay_out_entry USING btree (complaint_id)
  CREATE INDEX pay_out_entry_by_person ON public.pay_out_entry USING btree (person_id)
  CREATE UNIQUE INDEX pay_out_entry_once ON public.pay_out_entry USING btree (day_id, person_id) WHERE (status <> 'taken-off'::text)

table pay_out_line, row-level security
  entry_id uuid not null
  due_id uuid not null
  minor bigint not null
  currency text not null
  payment_id uuid
  is_open boolean not null default true
  constraint pay_out_line_check CHECK (((payment_id IS NULL) OR (NOT is_open)))
  constraint pay_out_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint pay_out_line_minor_check CHECK (((minor >= 1) AND (minor <= '1000000000000'::bigint)))
  constraint pay_out_line_due_id_fkey FOREIGN KEY (due_id) REFERENCES due(id)
  constraint pay_out_line_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES pay_out_entry(id)
  constraint pay_out_line_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES due_payment(id)
  constraint pay_out_line_pkey PRIMARY KEY (entry_id, due_id)
  CREATE INDEX pay_out_line_by_due ON public.pay_out_line USING btree (due_id)
  CREATE UNIQUE INDEX pay_out_line_once ON public.pay_out_line USING btree (due_id) WHERE is_open

table pay_wish, row-level security
  person_id uuid not null
  complaint_id uuid not null
  way text not null
  recorded_by text not null default actor_id()
  recorded_at timestamp with time zone not null
  constraint pay_wish_way_check CHECK ((way = ANY (ARRAY['bank'::text, 'wallet'::text, 'cash'::text])))
  constraint pay_wish_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint pay_wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint pay_wish_pkey PRIMARY KEY (person_id)
  CREATE INDEX pay_wish_by_case ON public.pay_wish USING btree (complaint_id)

table person, row-level security
  id uuid not null default uuidv7()
  login text not null
  name_km text not null
  name_en text not null
  demonstration boolean not null default false
  created_at timestamp with time zone not null default now()
  disabled_at timestamp with time zone
  constraint person_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{0,63}$'::text))
  constraint person_pkey PRIMARY KEY (id)
  constraint person_login_key UNIQUE (login)

table person_email, row-level security
  person_id uuid not null
  key_id uuid not null
  address_sealed bytea not null
  confirmed_at timestamp with time zone not null
  constraint person_email_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint person_email_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_email_pkey PRIMARY KEY (person_id)

table person_email_waiting, row-level security
  person_id uuid not null
  key_id uuid not null
  address_sealed bytea not null
  code_index bytea not null
  code_sealed bytea not null
  expires_at timestamp with time zone not null
  constraint person_email_waiting_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint person_email_waiting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_email_waiting_pkey PRIMARY KEY (person_id)

table person_identity, row-level security
  person_id uuid not null
  issuer text not null
  subject text not null
  linked_at timestamp with time zone not null
  constraint person_identity_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 500)))
  constraint person_identity_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
  constraint person_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint person_identity_pkey PRIMARY KEY (person_id, issuer)
  constraint person_identity_issuer_subject_key UNIQUE (issuer, subject)

table person_key
  id uuid not null default uuidv7()
  wrapped bytea
  created_at timestamp with time zone not null default now()
  destroyed_at timestamp with time zone
  constraint person_key_check CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL)))
  constraint person_key_pkey PRIMARY KEY (id)

table person_request, row-level security
  id uuid not null default uuidv7()
  kind text not null
  person_id uuid not null
  role text
  office_id uuid
  areas text[]
  agency_id uuid
  from_day date
  to_day date
  reason text not null
  status text not null default 'proposed'::text
  version integer not null default 1
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  signature_id uuid
  constraint person_request_areas_check CHECK ((cardinality(areas) > 0))
  constraint person_request_check CHECK ((to_day >= from_day))
  constraint person_request_check1 CHECK (((kind = 'assignment'::text) = ((role IS NOT NULL) AND (from_day IS NOT NULL))))
  constraint person_request_check2 CHECK (((status = 'proposed'::text) = (decided_by IS NULL)))
  constraint person_request_check3 CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
  constraint person_request_check4 CHECK (((status = 'approved'::text) = (signature_id IS NOT NULL)))
  constraint person_request_kind_check CHECK ((kind = ANY (ARRAY['assignment'::text, 'second-factor-reset'::text])))
  constraint person_request_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
  constraint person_request_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
  constraint request_by_two_people CHECK (((status <> 'approved'::text) OR ((decided_by <> proposed_by) AND (decided_by <> person_id))))
  constraint person_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id)
  constraint person_request_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint person_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_request_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id)
  constraint person_request_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES signature(id)
  constraint person_request_pkey PRIMARY KEY (id)
  CREATE INDEX person_request_by_person ON public.person_request USING btree (person_id, proposed_at DESC)
  CREATE INDEX person_request_open ON public.person_request USING btree (proposed_at) WHERE (status = 'proposed'::text)

table proceeding, row-level security
  id uuid not null
  complaint_id uuid not null
  area text not null
  kind text not null
  country text not null
  stage text not null
  version integer not null default 1
  owner_id uuid not null
  file_by date
  filed_on date
  look_on date
  ended_how text
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  key_id uuid not null
  authority_sealed bytea not null
  number_sealed bytea
  constraint proceeding_check CHECK (((stage = 'to-file'::text) <= ((filed_on IS NULL) AND (file_by IS NOT NULL))))
  constraint proceeding_check1 CHECK (((stage = 'ended'::text) = (ended_how IS NOT NULL)))
  constraint proceeding_check2 CHECK (((stage = 'ended'::text) = (look_on IS NULL)))
  constraint proceeding_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint proceeding_ended_how_check CHECK ((ended_how = ANY (ARRAY['decided'::text, 'settled'::text, 'dropped'::text, 'not-filed'::text, 'other'::text])))
  constraint proceeding_kind_check CHECK ((kind = ANY (ARRAY['police'::text, 'prosecutor'::text, 'court'::text, 'labour-authority'::text, 'insurance'::text, 'arbitration'::text, 'other'::text])))
  constraint proceeding_stage_check CHECK ((stage = ANY (ARRAY['to-file'::text, 'filed'::text, 'investigated'::text, 'heard'::text, 'decided'::text, 'appealed'::text, 'enforced'::text, 'ended'::text])))
  constraint proceeding_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint proceeding_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint proceeding_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
  constraint proceeding_pkey PRIMARY KEY (id)
  CREATE INDEX proceeding_by_case ON public.proceeding USING btree (complaint_id, recorded_at)
  CREATE INDEX proceeding_by_day ON public.proceeding USING btree (look_on, id) WHERE (look_on IS NOT NULL)

table proceeding_entry, row-level security
  id uuid not null default uuidv7()
  proceeding_id uuid not null
  complaint_id uuid not null
  kind text not null
  on_day date not null
  at_time text
  until date
  outcome_id uuid
  recorded_by uuid not null
  recorded_at timestamp with time zone not null
  key_id uuid not null
  words_sealed bytea
  constraint proceeding_entry_at_time_check CHECK ((at_time ~ '^\d\d:\d\d$'::text))
  constraint proceeding_entry_check CHECK (((kind = 'award'::text) = (outcome_id IS NOT NULL)))
  constraint proceeding_entry_check1 CHECK (((at_time IS NULL) OR (kind = 'hearing'::text)))
  constraint proceeding_entry_kind_check CHECK ((kind = ANY (ARRAY['hearing'::text, 'detention'::text, 'release'::text, 'freezing'::text, 'award'::text, 'other-order'::text, 'note'::text])))
  constraint proceeding_entry_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint proceeding_entry_proceeding_id_fkey FOREIGN KEY (proceeding_id) REFERENCES proceeding(id)
  constraint proceeding_entry_pkey PRIMARY KEY (id)
  CREATE INDEX proceeding_entry_by_case ON public.proceeding_entry USING btree (complaint_id, on_day)

table proceeding_person, row-level security
  proceeding_id uuid not null
  complaint_id uuid not null
  person_id uuid not null
  constraint proceeding_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint proceeding_person_proceeding_id_fkey FOREIGN KEY (proceeding_id) REFERENCES proceeding(id)
  constraint proceeding_person_pkey PRIMARY KEY (proceeding_id, person_id)
  CREATE INDEX proceeding_person_by_case ON public.proceeding_person USING btree (complaint_id)

table protection_grant, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  person_id uuid not null
  reason_sealed bytea not null
  given_by uuid not null
  given_at timestamp with time zone not null
  ends_on date not null
  ended_at timestamp with time zone
  constraint protection_grant_check CHECK ((given_by <> person_id))
  constraint protection_grant_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint protection_grant_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id)
  constraint protection_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint protection_grant_pkey PRIMARY KEY (id)
  CREATE INDEX protection_grant_by_case ON public.protection_grant USING btree (complaint_id, given_at)
  CREATE INDEX protection_grant_by_person ON public.protection_grant USING btree (person_id) WHERE (ended_at IS NULL)

table protection_track, row-level security
  complaint_id uuid not null
  status text not null default 'waiting'::text
  version integer not null default 1
  since timestamp with time zone not null
  placed_by uuid not null
  reasons text[] not null
  wants text not null
  head_id uuid
  caseworker_id uuid
  next_on date
  ended_at timestamp with time zone
  ended_how text
  constraint protection_track_check CHECK ((caseworker_id <> head_id))
  constraint protection_track_check1 CHECK (((status = 'in-care'::text) <= ((caseworker_id IS NOT NULL) AND (head_id IS NOT NULL))))
  constraint protection_track_check2 CHECK (((status = 'ended'::text) = ((ended_at IS NOT NULL) AND (ended_how IS NOT NULL))))
  constraint protection_track_check3 CHECK (((status = 'ended'::text) = (next_on IS NULL)))
  constraint protection_track_ended_how_check CHECK ((ended_how = ANY (ARRAY['her-own-wish'::text, 'no-longer-needed'::text])))
  constraint protection_track_reasons_check CHECK ((cardinality(reasons) > 0))
  constraint protection_track_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'in-care'::text, 'ended'::text])))
  constraint protection_track_wants_check CHECK ((wants = ANY (ARRAY['woman'::text, 'man'::text, 'either'::text])))
  constraint protection_track_caseworker_id_fkey FOREIGN KEY (caseworker_id) REFERENCES person(id)
  constraint protection_track_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint protection_track_head_id_fkey FOREIGN KEY (head_id) REFERENCES person(id)
  constraint protection_track_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES person(id)
  constraint protection_track_pkey PRIMARY KEY (complaint_id)

table province
  code text not null
  kind text not null
  name_km text not null
  name_latin text not null
  constraint province_code_check CHECK ((code ~ '^[0-9]{2}$'::text))
  constraint province_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'capital'::text])))
  constraint province_pkey PRIMARY KEY (code)

unlogged table rate_limit
  key character varying(255) not null
  points integer not null default 0
  expire bigint
  constraint rate_limit_pkey PRIMARY KEY (key)

table receipt_session
  token_hash bytea not null
  complaint_id uuid not null
  expires_at timestamp with time zone not null
  person_id uuid
  constraint receipt_session_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint receipt_session_pkey PRIMARY KEY (token_hash)

table referral, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  person_id uuid
  body text not null
  status text not null default 'prepared'::text
  version integer not null default 1
  is_child boolean not null
  consent_how text
  consented_on date
  consent_by uuid
  best_interest_id uuid
  warnings text[] not null default '{}'::text[]
  warning_answer text
  warning_sealed bytea
  key_id uuid not null
  to_sealed bytea not null
  owner_id uuid not null
  next_on date
  answer_sealed bytea
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint referral_body_check CHECK ((body = ANY (ARRAY['social-affairs'::text, 'shelter'::text, 'victim-identification'::text, 'embassy'::text, 'police'::text, 'immigration'::text, 'health'::text, 'legal-aid'::text])))
  constraint referral_check CHECK ((is_child OR (best_interest_id IS NULL)))
  constraint referral_check1 CHECK (((consent_how IS NULL) = (consented_on IS NULL)))
  constraint referral_check2 CHECK (((consent_how IS NULL) = (consent_by IS NULL)))
  constraint referral_check3 CHECK (((status = ANY (ARRAY['helped'::text, 'declined'::text])) = (next_on IS NULL)))
  constraint referral_consent_how_check CHECK ((consent_how = ANY (ARRAY['in-person'::text, 'by-phone'::text, 'in-writing'::text])))
  constraint referral_status_check CHECK ((status = ANY (ARRAY['prepared'::text, 'sent'::text, 'refused'::text, 'helping'::text, 'helped'::text, 'declined'::text])))
  constraint referral_warning_answer_check CHECK ((warning_answer = ANY (ARRAY['she-knows-and-agrees'::text, 'danger-removed'::text])))
  constraint referred_by_her_own_yes CHECK (((status = ANY (ARRAY['prepared'::text, 'declined'::text])) OR ((NOT is_child) AND (consent_how IS NOT NULL)) OR (best_interest_id IS NOT NULL)))
  constraint warning_is_answered CHECK (((status = ANY (ARRAY['prepared'::text, 'declined'::text])) OR (warnings = '{}'::text[]) OR ((warning_answer IS NOT NULL) AND (warning_sealed IS NOT NULL))))
  constraint referral_best_interest_id_fkey FOREIGN KEY (best_interest_id) REFERENCES best_interest(id)
  constraint referral_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint referral_consent_by_fkey FOREIGN KEY (consent_by) REFERENCES person(id)
  constraint referral_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint referral_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
  constraint referral_of_person FOREIGN KEY (complaint_id, person_id) REFERENCES case_person(complaint_id, id)
  constraint referral_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
  constraint referral_pkey PRIMARY KEY (id)
  CREATE INDEX referral_by_case ON public.referral USING btree (complaint_id, made_at)
  CREATE INDEX referral_by_owner ON public.referral USING btree (owner_id, next_on) WHERE (next_on IS NOT NULL)

table register_name
  name_id uuid not null
  agency_id uuid not null
  kind text not null
  name text not null
  key text not null
  sound text not null
  constraint register_name_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(id)
  constraint register_name_name_id_fkey FOREIGN KEY (name_id) REFERENCES agency_name(id) ON DELETE CASCADE
  constraint register_name_pkey PRIMARY KEY (name_id)
  CREATE INDEX register_name_by_agency ON public.register_name USING btree (agency_id)
  CREATE INDEX register_name_by_key ON public.register_name USING btree (key)
  CREATE INDEX register_name_by_sound ON public.register_name USING gin (sound gin_trgm_ops) WITH (fastupdate=off)

table remedy, row-level security
  id uuid not null
  outcome_id uuid not null
  complaint_id uuid not null
  person_id uuid not null
  kind text not null
  debtor_agency_id uuid
  debtor_party_id uuid
  due_on date not null
  words_sealed bytea
  status text not null
  version integer not null default 1
  done_on date
  reported_by text
  evidence_id uuid
  settled_at timestamp with time zone
  settled_by text
  settled_how text
  constraint remedy_check CHECK (((debtor_agency_id IS NULL) <> (debtor_party_id IS NULL)))
  constraint remedy_check1 CHECK (((status = ANY (ARRAY['reported'::text, 'confirmed'::text])) <= (done_on IS NOT NULL)))
  constraint remedy_check2 CHECK (((status = 'confirmed'::text) = (settled_at IS NOT NULL)))
  constraint remedy_check3 CHECK ((((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_how IS NULL))))
  constraint remedy_kind_check CHECK ((kind = ANY (ARRAY['document-returned'::text, 'deployment'::text, 'other-job'::text, 'changed-conditions'::text, 'return-home'::text, 'record-corrected'::text, 'other'::text])))
  constraint remedy_settled_how_check CHECK ((settled_how = ANY (ARRAY['by-beneficiary'::text, 'by-officer'::text])))
  constraint remedy_status_check CHECK ((status = ANY (ARRAY['agreed'::text, 'due'::text, 'reported'::text, 'confirmed'::text, 'dropped'::text])))
  constraint remedy_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint remedy_debtor_party_id_fkey FOREIGN KEY (debtor_party_id) REFERENCES case_party(id)
  constraint remedy_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES outcome(id)
  constraint remedy_person_id_fkey FOREIGN KEY (person_id) REFERENCES case_person(id)
  constraint remedy_pkey PRIMARY KEY (id)
  CREATE INDEX remedy_by_agency ON public.remedy USING btree (debtor_agency_id, due_on) WHERE (debtor_agency_id IS NOT NULL)
  CREATE INDEX remedy_by_case ON public.remedy USING btree (complaint_id, person_id)
  CREATE INDEX remedy_by_due ON public.remedy USING btree (due_on, id) WHERE (status = ANY (ARRAY['due'::text, 'reported'::text]))
  CREATE INDEX remedy_by_outcome ON public.remedy USING btree (outcome_id, person_id)
  CREATE INDEX remedy_late ON public.remedy USING btree (due_on) WHERE (status = 'due'::text)

table retaliation, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  happened_on date not null
  kind text not null
  key_id uuid not null
  what_sealed bytea not null
  reported_by uuid not null
  reported_at timestamp with time zone not null
  done_on date
  done_sealed bytea
  done_by uuid
  constraint retaliation_check CHECK ((done_on >= happened_on))
  constraint retaliation_check1 CHECK (((done_on IS NULL) = (done_sealed IS NULL)))
  constraint retaliation_check2 CHECK (((done_on IS NULL) = (done_by IS NULL)))
  constraint retaliation_kind_check CHECK ((kind = ANY (ARRAY['threat'::text, 'violence'::text, 'dismissal'::text, 'papers-taken'::text, 'pressure-on-family'::text, 'counter-complaint'::text, 'other'::text])))
  constraint retaliation_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint retaliation_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id)
  constraint retaliation_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint retaliation_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES person(id)
  constraint retaliation_pkey PRIMARY KEY (id)
  CREATE INDEX retaliation_by_case ON public.retaliation USING btree (complaint_id, happened_on)

table rule, row-level security
  id uuid not null default uuidv7()
  key text not null
  version integer not null
  part text not null
  position smallint not null default 0
  value jsonb
  unit text not null
  valid_from date
  valid_to date
  article_km text
  article_en text
  source text
  source_url text
  standing text not null
  name_km text not null
  name_en text not null
  note_km text
  note_en text
  origin text not null default 'country-pack'::text
  withdrawn boolean not null default false
  closed_before date
  constraint rule_dates CHECK ((valid_from <= valid_to))
  constraint rule_key_check CHECK ((key ~ '^[a-zA-Z_]\w*(\.\w+)+$'::text))
  constraint rule_origin_check CHECK ((origin = ANY (ARRAY['country-pack'::text, 'ministry'::text])))
  constraint rule_part_check CHECK ((part ~ '^[a-z-]+$'::text))
  constraint rule_source CHECK (((standing <> ALL (ARRAY['verified'::text, 'reported'::text])) OR (source IS NOT NULL)))
  constraint rule_source_url_check CHECK ((source_url ~ '^https?://'::text))
  constraint rule_standing_check CHECK ((standing = ANY (ARRAY['verified'::text, 'reported'::text, 'assumed'::text, 'unknown'::text])))
  constraint rule_unknown_has_no_value CHECK (((value IS NULL) = (standing = 'unknown'::text)))
  constraint rule_version_check CHECK ((version > 0))
  constraint rule_pkey PRIMARY KEY (id)
  constraint rule_version UNIQUE (key, version)
  constraint rule_no_overlap EXCLUDE USING gist (key WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((NOT withdrawn))

table schema_migration
  name text not null
  sha256 text not null
  applied_at timestamp with time zone not null default now()
  constraint schema_migration_pkey PRIMARY KEY (name)

table screening, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  version integer not null
  list text not null
  answers jsonb not null
  outcome text not null
  reasons text[] not null
  key_id uuid not null
  note_sealed bytea
  made_by uuid not null
  made_at timestamp with time zone not null
  constraint screening_outcome_check CHECK ((outcome = ANY (ARRAY['protected'::text, 'ask-again'::text, 'ordinary'::text])))
  constraint screening_version_check CHECK ((version > 0))
  constraint screening_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint screening_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint screening_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
  constraint screening_pkey PRIMARY KEY (id)
  constraint screening_complaint_id_version_key UNIQUE (complaint_id, version)

table seal_block
  ledger text not null
  number bigint not null
  up_to_xid xid8 not null
  entries integer not null
  previous_hash bytea not null
  hash bytea not null
  sealed_at timestamp with time zone not null default now()
  constraint seal_block_ledger_check CHECK ((ledger = ANY (ARRAY['event'::text, 'audit'::text])))
  constraint seal_block_pkey PRIMARY KEY (ledger, number)

table seal_entry
  ledger text not null
  entry_id uuid not null
  happened_at timestamp with time zone not null
  block bigint not null
  position integer not null
  entry_hash bytea not null
  constraint seal_entry_ledger_block_fkey FOREIGN KEY (ledger, block) REFERENCES seal_block(ledger, number)
  constraint seal_entry_pkey PRIMARY KEY (entry_id)
  CREATE INDEX seal_entry_by_block ON public.seal_entry USING btree (ledger, block, "position")

table session, row-level security
  id uuid not null default uuidv7()
  token_hash bytea not null
  person_id uuid not null
  created_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  second_factor_at timestamp with time zone
  code_attempts integer not null default 0
  address_hash bytea not null
  signing_since timestamp with time zone
  signing_by text
  acting uuid
  constraint session_signing_by_check CHECK ((signing_by = ANY (ARRAY['totp'::text, 'passkey'::text])))
  constraint session_signing_whole CHECK (((signing_since IS NULL) = (signing_by IS NULL)))
  constraint session_acting_fkey FOREIGN KEY (acting) REFERENCES delegation(id) ON DELETE SET NULL
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_hash_key UNIQUE (token_hash)
  CREATE INDEX session_by_expiry ON public.session USING btree (expires_at)
  CREATE INDEX session_by_person ON public.session USING btree (person_id)

table setup_step
  name text not null
  demonstration boolean not null
  done_at timestamp with time zone not null default now()
  constraint setup_step_pkey PRIMARY KEY (name)

table sign_in_failure
  key bytea not null
  failures integer not null default 0
  last_at timestamp with time zone not null
  constraint sign_in_failure_pkey PRIMARY KEY (key)
  CREATE INDEX sign_in_failure_by_age ON public.sign_in_failure USING btree (last_at)

table signature, row-level security
  id uuid not null default uuidv7()
  record_type text not null
  record_id uuid not null
  person_id uuid not null
  role text not null
  office_id uuid
  agency_id uuid
  acting_for uuid
  signed_at timestamp with time zone not null
  meaning text not null
  shown_hash bytea not null
  method text not null
  constraint signature_check CHECK ((acting_for <> person_id))
  constraint signature_meaning_check CHECK ((meaning ~ '^[a-z][a-z0-9.-]*$'::text))
  constraint signature_method_check CHECK ((method = ANY (ARRAY['totp'::text, 'passkey'::text])))
  constraint signature_shown_hash_check CHECK ((length(shown_hash) = 32))
  constraint signature_acting_for_fkey FOREIGN KEY (acting_for) REFERENCES person(id)
  constraint signature_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id)
  constraint signature_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint signature_pkey PRIMARY KEY (id)
  CREATE INDEX signature_by_person ON public.signature USING btree (person_id, signed_at)
  CREATE INDEX signature_by_record ON public.signature USING btree (record_id, signed_at)

table sink_message, row-level security
  id uuid not null default uuidv7()
  received_at timestamp with time zone not null default now()
  channel text not null
  parts integer not null
  recipient_sealed bytea not null
  text_sealed bytea not null
  constraint sink_message_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'telegram'::text])))
  constraint sink_message_pkey PRIMARY KEY (id)
  CREATE INDEX sink_message_by_age ON public.sink_message USING btree (received_at DESC, id DESC)

table statistic_figure, row-level security
  scope text not null
  scope_id uuid
  year integer not null
  measure text not null
  slice text not null
  currency text
  value bigint
  counted_at timestamp with time zone not null
  constraint statistic_figure_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint statistic_figure_measure_check CHECK ((measure ~ '^[a-z-]{1,40}$'::text))
  constraint statistic_figure_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'office'::text, 'agency'::text])))
  constraint statistic_figure_slice_check CHECK ((slice ~ '^[a-z-]{0,40}$'::text))
  constraint statistic_figure_value_check CHECK ((value >= 0))
  constraint statistic_figure_year_check CHECK (((year >= 1990) AND (year <= 2200)))
  constraint statistic_figure_scope_scope_id_year_measure_slice_currency_key UNIQUE NULLS NOT DISTINCT (scope, scope_id, year, measure, slice, currency)
  CREATE INDEX statistic_figure_by_year ON public.statistic_figure USING btree (year, scope)

table status_list
  published_at timestamp with time zone not null
  entries integer not null
  digest bytea not null
  signed bytea not null
  constraint status_list_entries_check CHECK ((entries >= 0))
  constraint status_list_pkey PRIMARY KEY (published_at)

table submission
  key_hash bytea not null
  received_at timestamp with time zone not null default now()
  outcome bytea
  constraint submission_pkey PRIMARY KEY (key_hash)
  CREATE INDEX submission_by_age ON public.submission USING btree (received_at)

table telegram_chat, row-level security
  person_id uuid not null
  key_id uuid not null
  chat_sealed bytea not null
  chat_index bytea not null
  linked_at timestamp with time zone not null
  record_number text
  record_until timestamp with time zone
  constraint telegram_chat_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint telegram_chat_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint telegram_chat_pkey PRIMARY KEY (person_id)
  constraint telegram_chat_chat_index_key UNIQUE (chat_index)

table telegram_code, row-level security
  person_id uuid not null
  code_index bytea not null
  code_sealed bytea not null
  expires_at timestamp with time zone not null
  constraint telegram_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint telegram_code_pkey PRIMARY KEY (person_id)
  constraint telegram_code_code_index_key UNIQUE (code_index)

table telegram_update, row-level security
  bot_id text not null
  update_id bigint not null
  handled_at timestamp with time zone not null
  constraint telegram_update_pkey PRIMARY KEY (bot_id, update_id)
  CREATE INDEX telegram_update_by_age ON public.telegram_update USING btree (handled_at)

table telegram_waiting, row-level security
  update_id bigint not null
  chat_index bytea not null
  key_id uuid not null
  content_sealed bytea not null
  received_at timestamp with time zone not null
  constraint telegram_waiting_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint telegram_waiting_pkey PRIMARY KEY (update_id)
  CREATE INDEX telegram_waiting_by_chat ON public.telegram_waiting USING btree (chat_index, update_id)

table time_bar_alarm, row-level security
  complaint_id uuid not null
  bar text not null
  until date not null
  days integer not null
  raised_at timestamp with time zone not null
  constraint time_bar_alarm_bar_check CHECK ((bar ~ '^[A-Z]{2}\.[a-z-]{1,20}$'::text))
  constraint time_bar_alarm_days_check CHECK ((days >= '-1'::integer))
  constraint time_bar_alarm_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint time_bar_alarm_pkey PRIMARY KEY (complaint_id, bar, until, days)

table token_key
  number smallint not null identity
  begun_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  constraint token_key_check CHECK ((begun_at <= withdrawn_at))
  constraint token_key_pkey PRIMARY KEY (number)

table village
  code text not null
  commune_code text not null
  name_km text not null
  name_latin text
  constraint village_check CHECK (("left"(code, 6) = commune_code))
  constraint village_code_check CHECK ((code ~ '^[0-9]{8}$'::text))
  constraint village_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES commune(code)
  constraint village_pkey PRIMARY KEY (code)
  CREATE INDEX village_by_commune ON public.village USING btree (commune_code)

table voice_clip, row-level security
  number integer not null identity
  phrase text not null
  lang text not null
  said text not null
  file_hash text not null
  seconds numeric(5,2) not null
  recorded_by text not null
  recorded_at timestamp with time zone not null
  withdrawn_by text
  withdrawn_at timestamp with time zone
  constraint voice_clip_check CHECK (((withdrawn_by IS NULL) = (withdrawn_at IS NULL)))
  constraint voice_clip_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text))
  constraint voice_clip_lang_check CHECK ((lang = ANY (ARRAY['km'::text, 'en'::text])))
  constraint voice_clip_phrase_check CHECK ((phrase ~ '^[a-z][a-zA-Z0-9.-]{0,79}$'::text))
  constraint voice_clip_said_check CHECK (((length(said) >= 1) AND (length(said) <= 500)))
  constraint voice_clip_pkey PRIMARY KEY (number)
  CREATE INDEX voice_clip_by_phrase ON public.voice_clip USING btree (phrase, lang, number DESC)

table withdrawal_call, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  area text not null
  called_by uuid not null
  called_at timestamp with time zone not null
  spoke_with text not null
  asked text[] not null
  key_id uuid not null
  heard_sealed bytea not null
  constraint withdrawal_call_asked_check CHECK ((cardinality(asked) > 0))
  constraint withdrawal_call_spoke_with_check CHECK ((spoke_with = ANY (ARRAY['complainant'::text, 'worker'::text, 'trusted'::text])))
  constraint withdrawal_call_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
  constraint withdrawal_call_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint withdrawal_call_pkey PRIMARY KEY (id)
  CREATE INDEX withdrawal_call_by_case ON public.withdrawal_call USING btree (complaint_id, called_at)

table word_given, row-level security
  id uuid not null default uuidv7()
  complaint_id uuid not null
  person_id uuid not null
  subject text not null
  subject_id uuid not null
  answer text not null
  minor bigint
  said_by text not null
  how text not null
  said_on date not null
  recorded_by text not null default actor_id()
  recorded_at timestamp with time zone not null
  constraint word_given_answer_check CHECK ((answer = ANY (ARRAY['came'::text, 'part'::text, 'not'::text])))
  constraint word_given_check CHECK (((answer = 'part'::text) = (minor IS NOT NULL)))
  constraint word_given_how_check CHECK ((how = ANY (ARRAY['receipt'::text, 'by-phone'::text, 'in-person'::text, 'in-writing'::text, 'at-pay-out'::text])))
  constraint word_given_minor_check CHECK ((minor > 0))
  constraint word_given_said_by_check CHECK ((said_by = ANY (ARRAY['herself'::text, 'family'::text, 'heir'::text, 'collector'::text, 'representative'::text])))
  constraint word_given_subject_check CHECK ((subject = ANY (ARRAY['payment'::text, 'remedy'::text])))
  constraint word_given_pkey PRIMARY KEY (id)
  CREATE INDEX word_given_by_case ON public.word_given USING btree (complaint_id, recorded_at)
  CREATE INDEX word_given_by_subject ON public.word_given USING btree (subject_id)

table wording, row-level security
  key text not null
  version integer not null
  text_km text not null
  text_en text not null
  valid_from date not null
  withdrawn boolean not null default false
  constraint wording_key_check CHECK ((key ~ '^wording(\.[a-z0-9-]+)+$'::text))
  constraint wording_version_check CHECK ((version > 0))
  constraint wording_pkey PRIMARY KEY (key, version)

table worker, row-level security
  id uuid not null default uuidv7()
  key_id uuid not null
  area text not null
  name_sealed bytea
  name_index bytea
  created_at timestamp with time zone not null
  constraint worker_key_id_fkey FOREIGN KEY (key_id) REFERENCES person_key(id)
  constraint worker_pkey PRIMARY KEY (id)
  CREATE INDEX worker_by_name ON public.worker USING btree (name_index) WHERE (name_index IS NOT NULL)

table workers_abroad, row-level security
  id uuid not null default uuidv7()
  agency_id uuid not null
  on_day date not null
  workers integer not null
  declared_by uuid not null
  declared_at timestamp with time zone not null
  constraint workers_abroad_workers_check CHECK (((workers >= 0) AND (workers <= 1000000)))
  constraint workers_abroad_pkey PRIMARY KEY (id)
  CREATE INDEX workers_abroad_newest ON public.workers_abroad USING btree (agency_id, on_day DESC, id DESC)

table worklist_view, row-level security
  id uuid not null default uuidv7()
  person_id uuid not null
  list text not null
  name text not null
  query text not null
  created_at timestamp with time zone not null
  constraint worklist_view_list_check CHECK ((list = 'complaints'::text))
  constraint worklist_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint worklist_view_query_check CHECK ((length(query) <= 1000))
  constraint worklist_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
  constraint worklist_view_pkey PRIMARY KEY (id)
  constraint worklist_view_person_id_list_name_key UNIQUE (person_id, list, name)

-- Policies

access_review.access_review_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
access_review.access_review_close PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
access_review.access_review_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
access_review_line.access_review_line_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
access_review_line.access_review_line_confirm PERMISSIVE UPDATE to public
  using (( SELECT actor_sees_to_people() AS actor_sees_to_people) AND (confirmed_by IS NULL) AND (NOT lapsed))
  check (((confirmed_by)::text = ( SELECT actor_id() AS actor_id)) AND (NOT (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.id = access_review_line.assignment_id) AND (a.person_id = access_review_line.confirmed_by))))))
access_review_line.access_review_line_lapse PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
access_review_line.access_review_line_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
agency.agency_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency.agency_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency.agency_read PERMISSIVE SELECT to public
  using (is_public OR (id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_contact.agency_contact_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_contact.agency_contact_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_contact.agency_contact_propose PERMISSIVE INSERT to public
  check ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (NOT is_public))
agency_contact.agency_contact_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_contact.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_contact_code.agency_contact_code_again PERMISSIVE UPDATE to public
  using (agency_id = actor_agency())
  check ((agency_id = actor_agency()) AND (asked_by = actor_id()))
agency_contact_code.agency_contact_code_ask PERMISSIVE INSERT to public
  check ((agency_id = actor_agency()) AND (asked_by = actor_id()))
agency_contact_code.agency_contact_code_read PERMISSIVE SELECT to public
  using ((agency_id = actor_agency()) OR (actor_is_officer() AND (actor_agency() IS NULL)) OR (actor_kind() = 'system'::text))
agency_inquiry.agency_inquiry_add PERMISSIVE INSERT to public
  check ( SELECT actor_is_officer() AS actor_is_officer)
agency_inquiry.agency_inquiry_hidden RESTRICTIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) OR (NOT is_on_protected_track(complaint_id)))
agency_inquiry.agency_inquiry_move PERMISSIVE UPDATE to public
  using ((agency_id = ( SELECT actor_agency() AS actor_agency)) OR ( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND ((complaint_id)::text = ( SELECT actor_id() AS actor_id))))
agency_inquiry.agency_inquiry_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
agency_inquiry.agency_inquiry_not_moved_by_member RESTRICTIVE UPDATE to public
  using (actor_case_person() IS NULL)
agency_inquiry.agency_inquiry_read PERMISSIVE SELECT to public
  using ((agency_id = ( SELECT actor_agency() AS actor_agency)) OR ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = agency_inquiry.complaint_id)))))
agency_link.agency_link_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_link.agency_link_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_link.agency_link_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_link.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_link_judgement.agency_link_judgement_add PERMISSIVE INSERT to public
  check (( SELECT actor_licenses() AS actor_licenses) AND (judged_by = ( SELECT actor_id() AS actor_id)))
agency_link_judgement.agency_link_judgement_read PERMISSIVE SELECT to public
  using (actor_is_officer() AND (actor_agency() IS NULL))
agency_name.agency_name_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_name.agency_name_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_name.agency_name_propose PERMISSIVE INSERT to public
  check ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (NOT is_public))
agency_name.agency_name_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_name.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_person.agency_person_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_person.agency_person_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_person.agency_person_read PERMISSIVE SELECT to public
  using ((agency_id = actor_agency()) OR (actor_is_officer() AND (actor_agency() IS NULL)) OR (actor_kind() = 'system'::text))
agency_person_judgement.agency_person_judgement_add PERMISSIVE INSERT to public
  check (( SELECT actor_licenses() AS actor_licenses) AND (judged_by = ( SELECT actor_id() AS actor_id)))
agency_person_judgement.agency_person_judgement_read PERMISSIVE SELECT to public
  using (actor_is_officer() AND (actor_agency() IS NULL))
agency_proposal.agency_proposal_add PERMISSIVE INSERT to public
  check ((proposed_by = actor_id()) AND (status = 'proposed'::text) AND (reason_sealed IS NULL) AND ((actor_licenses() AND by_office) OR ((agency_id = actor_agency()) AND (NOT by_office))))
agency_proposal.agency_proposal_end PERMISSIVE UPDATE to public
  using ((status = 'proposed'::text) AND (actor_licenses() OR (agency_id = actor_agency())))
  check ((decided_by = actor_id()) AND
CASE
    WHEN (actor_agency() IS NOT NULL) THEN ((agency_id = actor_agency()) AND (status = 'withdrawn'::text))
    ELSE (status = ANY (ARRAY['accepted'::text, 'refused'::text]))
END)
agency_proposal.agency_proposal_read PERMISSIVE SELECT to public
  using ((agency_id = actor_agency()) OR (actor_is_officer() AND (actor_agency() IS NULL)) OR (actor_kind() = 'system'::text))
agency_role.agency_role_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_role.agency_role_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_role.agency_role_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_role.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_site.agency_site_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_site.agency_site_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_site.agency_site_propose PERMISSIVE INSERT to public
  check ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (NOT is_public))
agency_site.agency_site_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_site.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
agency_warning.agency_warning_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
agency_warning.agency_warning_change PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
agency_warning.agency_warning_read PERMISSIVE SELECT to public
  using ((is_public AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = agency_warning.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
alarm.alarm_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
alarm.alarm_forget PERMISSIVE DELETE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) AND (raised_at IS NULL))
alarm.alarm_move PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
alarm.alarm_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
alarm_notice.alarm_notice_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
alarm_notice.alarm_notice_end PERMISSIVE DELETE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) AND (next_try_at IS NULL))
alarm_notice.alarm_notice_move PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
alarm_notice.alarm_notice_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
api_token.api_token_age PERMISSIVE ALL to become_jobs
  using true
api_token.api_token_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
appeal.appeal_add PERMISSIVE INSERT to public
  check ((EXISTS ( SELECT
   FROM decision d
  WHERE ((d.id = appeal.decision_id) AND (d.complaint_id = appeal.complaint_id)))) AND
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (side = 'agency'::text)
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (side = 'worker'::text)
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
END)
appeal.appeal_read PERMISSIVE SELECT to public
  using ((EXISTS ( SELECT
   FROM decision d
  WHERE (d.id = appeal.decision_id))) AND ((( SELECT actor_agency() AS actor_agency) IS NULL) OR (side = 'agency'::text)))
approver_pool.approver_pool_add PERMISSIVE INSERT to public
  check is_approved('approver'::text, (person_id)::text)
approver_pool.approver_pool_end PERMISSIVE UPDATE to public
  using is_approved('approver'::text, (person_id)::text)
approver_pool.approver_pool_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
assignment.assignment_end PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_sees_to_people() AS actor_sees_to_people))
assignment.assignment_read PERMISSIVE SELECT to public
  using (actor_is_person(person_id) OR actor_sees_colleague(agency_id))
assignment.assignment_write PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT
   FROM person_request r
  WHERE ((r.kind = 'assignment'::text) AND (r.status = 'approved'::text) AND ((r.decided_by)::text = ( SELECT actor_id() AS actor_id)) AND (r.person_id = assignment.person_id) AND (r.role = assignment.role) AND (r.from_day <= assignment.from_day) AND (NOT (r.office_id IS DISTINCT FROM assignment.office_id)) AND (NOT (r.agency_id IS DISTINCT FROM assignment.agency_id)) AND (NOT (r.areas IS DISTINCT FROM assignment.areas))))))
audit.audit_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
audit.audit_write PERMISSIVE INSERT to public
  check true
backup_run.backup_run_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
best_interest.best_interest_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
best_interest.best_interest_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
best_interest.best_interest_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
best_interest_step.best_interest_step_add PERMISSIVE INSERT to public
  check (((done_by)::text = ( SELECT actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM best_interest b
  WHERE ((b.id = best_interest_step.best_interest_id) AND (b.status = 'open'::text)))))
best_interest_step.best_interest_step_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM best_interest b
  WHERE (b.id = best_interest_step.best_interest_id)))
case_claim.case_claim_add PERMISSIVE INSERT to public
  check ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_claim.complaint_id))) AND ((actor_kind() = 'system'::text) OR actor_is_officer() OR ((actor_kind() = 'complainant'::text) AND (actor_case_person() IS NULL))))
case_claim.case_claim_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_claim.complaint_id)))))
case_claim.case_claim_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM case_person p
  WHERE (p.id = case_claim.person_id)))
case_draw.case_draw_add PERMISSIVE INSERT to public
  check (((actor_kind() = 'system'::text) OR actor_is_officer()) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_draw.complaint_id))))
case_draw.case_draw_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_draw.complaint_id))))
case_merge.case_merge_add PERMISSIVE INSERT to public
  check (actor_is_officer() AND ((merged_by)::text = actor_id()) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_merge.from_id))) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_merge.into_id))))
case_merge.case_merge_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_merge.from_id))) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_merge.into_id)))))
case_merge.case_merge_undo PERMISSIVE UPDATE to public
  using (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_merge.from_id))))
  check ((undone_by)::text = actor_id())
case_party.case_party_add PERMISSIVE INSERT to public
  check ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_party.complaint_id))) AND ((actor_kind() = 'system'::text) OR actor_is_officer() OR ((actor_kind() = 'complainant'::text) AND (actor_case_person() IS NULL))))
case_party.case_party_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_party.complaint_id)))))
case_party.case_party_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_party.complaint_id))))
case_person.case_person_add PERMISSIVE INSERT to public
  check ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_person.complaint_id))) AND ((actor_kind() = 'system'::text) OR actor_is_officer() OR ((actor_kind() = 'complainant'::text) AND (actor_case_person() IS NULL) AND ("position" = 1))))
case_person.case_person_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_person.complaint_id)))))
case_person.case_person_read PERMISSIVE SELECT to public
  using ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_person.complaint_id))) AND ((actor_kind() <> 'complainant'::text) OR
CASE
    WHEN (actor_case_person() IS NULL) THEN ("position" = 1)
    ELSE (id = actor_case_person())
END))
case_representative.case_representative_add PERMISSIVE INSERT to public
  check (((actor_kind() = 'system'::text) OR actor_is_officer()) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_representative.complaint_id))))
case_representative.case_representative_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_representative.complaint_id)))))
case_representative.case_representative_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_representative.complaint_id))))
case_statement.case_statement_add PERMISSIVE INSERT to public
  check ((EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_statement.complaint_id))) AND ((actor_kind() = 'system'::text) OR actor_is_officer()))
case_statement.case_statement_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_statement.complaint_id)))))
case_statement.case_statement_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = case_statement.complaint_id))))
caseworker.caseworker_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND ('complaints-head'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])) AND ((kept_by)::text = ( SELECT actor_id() AS actor_id)))
caseworker.caseworker_change PERMISSIVE UPDATE to public
  using ('complaints-head'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[]))
  check ((kept_by)::text = ( SELECT actor_id() AS actor_id))
caseworker.caseworker_read PERMISSIVE SELECT to public
  using ( SELECT actor_protects() AS actor_protects)
change.change_move PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
  check 
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'system'::text THEN true
    ELSE (((status = 'approved'::text) AND ((approved_by)::text = ( SELECT actor_id() AS actor_id))) OR ((status = ANY (ARRAY['refused'::text, 'withdrawn'::text])) AND ((ended_by)::text = ( SELECT actor_id() AS actor_id))))
END
change.change_propose PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (status = 'proposed'::text) AND ((proposed_by)::text = ( SELECT actor_id() AS actor_id)))
change.change_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
claim_filing.claim_filing_add PERMISSIVE INSERT to public
  check (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = claim_filing.complaint_id))))
claim_filing.claim_filing_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = claim_filing.complaint_id)))
clock.clock_add PERMISSIVE INSERT to public
  check true
clock.clock_move PERMISSIVE UPDATE to public
  using (( SELECT actor_agency() AS actor_agency) IS NULL)
clock.clock_of_seen_complaint RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'complaint'::text) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = clock.record_id))))
clock.clock_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[])))) OR ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND ((record_id)::text = ( SELECT actor_id() AS actor_id))))
complaint.complaint_add PERMISSIVE INSERT to public
  check 
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'person'::text THEN (( SELECT actor_is_officer() AS actor_is_officer) AND ((helped_by IS NULL) OR ((helped_by)::text = ( SELECT actor_id() AS actor_id))))
    ELSE (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['public'::text, 'system'::text]))
END
complaint.complaint_given PERMISSIVE SELECT to public
  using ((is_protected OR about_office) AND ( SELECT actor_is_officer() AS actor_is_officer) AND opens_hidden_case(id))
complaint.complaint_given_move PERMISSIVE UPDATE to public
  using ((is_protected OR about_office) AND ( SELECT actor_is_officer() AS actor_is_officer) AND opens_hidden_case(id))
complaint.complaint_hidden RESTRICTIVE SELECT to public
  using ((NOT (is_protected OR about_office)) OR (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['system'::text, 'complainant'::text])) OR opens_hidden_case(id))
complaint.complaint_hidden_move RESTRICTIVE UPDATE to public
  using ((NOT (is_protected OR about_office)) OR (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['system'::text, 'complainant'::text])) OR opens_hidden_case(id))
complaint.complaint_move PERMISSIVE UPDATE to public
  using (( SELECT actor_sees_every_case() AS actor_sees_every_case) OR (area = ANY (( SELECT actor_case_areas() AS actor_case_areas)::text[])) OR ((helped_by)::text = ( SELECT actor_as_helper() AS actor_as_helper)) OR ((id)::text = ( SELECT actor_own_case() AS actor_own_case)))
complaint.complaint_not_by_member RESTRICTIVE UPDATE to public
  using (actor_case_person() IS NULL)
complaint.complaint_read PERMISSIVE SELECT to public
  using (( SELECT actor_sees_every_case() AS actor_sees_every_case) OR (area = ANY (( SELECT actor_case_areas() AS actor_case_areas)::text[])) OR ((helped_by)::text = ( SELECT actor_as_helper() AS actor_as_helper)) OR ((id)::text = ( SELECT actor_own_case() AS actor_own_case)))
complaint_category.complaint_category_add PERMISSIVE INSERT to public
  check ((origin = 'ministry'::text) AND is_approved('category'::text, code))
complaint_category.complaint_category_change PERMISSIVE UPDATE to public
  using is_approved('category'::text, code)
  check (origin = 'ministry'::text)
complaint_category.complaint_category_read PERMISSIVE SELECT to public
  using true
complaint_claim.complaint_claim_add PERMISSIVE INSERT to public
  check (( SELECT actor_agency() AS actor_agency) IS NULL)
complaint_claim.complaint_claim_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
complaint_claim.complaint_claim_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
complaint_claim.complaint_claim_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = complaint_claim.complaint_id)))
complaint_contact.complaint_contact_add PERMISSIVE INSERT to public
  check (( SELECT actor_agency() AS actor_agency) IS NULL)
complaint_contact.complaint_contact_forget PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
complaint_contact.complaint_contact_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
complaint_contact.complaint_contact_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = complaint_contact.complaint_id)))
complaint_message.complaint_message_add PERMISSIVE INSERT to public
  check (
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'system'::text THEN (from_side = 'office'::text)
    WHEN 'complainant'::text THEN (from_side = 'complainant'::text)
    WHEN 'person'::text THEN ((from_side = 'office'::text) AND (author_id = ( SELECT actor_id() AS actor_id)))
    ELSE false
END AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = complaint_message.complaint_id))))
complaint_message.complaint_message_move PERMISSIVE UPDATE to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = complaint_message.complaint_id)))
complaint_message.complaint_message_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = complaint_message.complaint_id)))
complaint_message.message_by_member RESTRICTIVE INSERT to public
  check ((NOT (person_id IS DISTINCT FROM actor_case_person())) OR (actor_kind() <> 'complainant'::text))
complaint_message.message_of_member RESTRICTIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) OR (NOT (person_id IS DISTINCT FROM actor_case_person())))
complaint_office.complaint_office_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
complaint_office.complaint_office_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
complaint_office.complaint_office_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
concern.concern_add PERMISSIVE INSERT to public
  check ((status = 'new'::text) AND
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'public'::text THEN (door = 'public'::text)
    WHEN 'person'::text THEN (( SELECT actor_is_officer() AS actor_is_officer) AND ((made_by)::text = ( SELECT actor_id() AS actor_id)))
    ELSE (( SELECT actor_kind() AS actor_kind) = 'system'::text)
END)
concern.concern_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (((owner_id IS NULL) AND ((made_by)::text = ( SELECT actor_id() AS actor_id))) OR ((owner_id)::text = ( SELECT actor_id() AS actor_id)) OR ((( SELECT actor_roles() AS actor_roles) && '{complaints-head,caseworker}'::text[]) AND actor_reaches_area(area)))))
  check true
concern.concern_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (((owner_id IS NULL) AND ((made_by)::text = ( SELECT actor_id() AS actor_id))) OR ((owner_id)::text = ( SELECT actor_id() AS actor_id)) OR ((( SELECT actor_roles() AS actor_roles) && '{complaints-head,caseworker}'::text[]) AND actor_reaches_area(area)))))
concern_help.concern_help_add PERMISSIVE INSERT to public
  check (((offered_by)::text = ( SELECT actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM concern c
  WHERE (c.id = concern_help.concern_id))))
concern_help.concern_help_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM concern c
  WHERE (c.id = concern_help.concern_id)))
conciliation.conciliation_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = conciliation.complaint_id))))
conciliation.conciliation_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = conciliation.complaint_id))))
conciliation.conciliation_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((invited_at IS NOT NULL) AND (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids)) AND (NOT is_on_protected_track(complaint_id)))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = conciliation.complaint_id)))
END
conciliation.conciliation_unprotected RESTRICTIVE INSERT to public
  check (NOT is_on_protected_track(complaint_id))
conciliation_attendance.conciliation_attendance_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM conciliation m
  WHERE (m.id = conciliation_attendance.conciliation_id))))
conciliation_attendance.conciliation_attendance_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM conciliation m
  WHERE (m.id = conciliation_attendance.conciliation_id)))
conciliation_cost.conciliation_cost_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = conciliation_cost.complaint_id))))
conciliation_cost.conciliation_cost_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = conciliation_cost.complaint_id))))
conciliation_cost.conciliation_cost_read PERMISSIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = conciliation_cost.complaint_id))) AND (actor_case_person() IS NULL))
conflict_of_interest.conflict_add PERMISSIVE INSERT to public
  check (actor_is_officer() AND ((person_id)::text = actor_id()))
conflict_of_interest.conflict_end PERMISSIVE UPDATE to public
  using (actor_is_officer() AND ((person_id)::text = actor_id()) AND (ended_at IS NULL))
  check ((person_id)::text = actor_id())
conflict_of_interest.conflict_read PERMISSIVE SELECT to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (((person_id)::text = actor_id()) OR ('complaints-head'::text = ANY (actor_roles())))))
consent.consent_add PERMISSIVE INSERT to public
  check ((( SELECT actor_agency() AS actor_agency) IS NULL) AND ((record_type <> 'complaint'::text) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = consent.record_id)))))
consent.consent_not_by_member RESTRICTIVE INSERT to public
  check (actor_case_person() IS NULL)
consent.consent_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
consent.consent_not_moved_by_member RESTRICTIVE UPDATE to public
  using (actor_case_person() IS NULL)
consent.consent_of_seen_complaint RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'complaint'::text) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = consent.record_id))))
consent.consent_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND ((record_id)::text = ( SELECT actor_id() AS actor_id))) OR (( SELECT actor_is_officer() AS actor_is_officer) AND ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[])))))
consent.consent_withdraw PERMISSIVE UPDATE to public
  using (( SELECT actor_agency() AS actor_agency) IS NULL)
credential.credential_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
credit.credit_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = credit.complaint_id))))
credit.credit_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'public'::text) AND (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = credit.due_id))))
decision.decision_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = decision.complaint_id))))
decision.decision_answer PERMISSIVE UPDATE to public
  using ((( SELECT actor_agency() AS actor_agency) IS NOT NULL) AND (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids)) AND (kind = 'proposal'::text) AND (status = 'issued'::text) AND (agency_answer IS NULL))
  check ((status = 'issued'::text) AND (agency_answer IS NOT NULL))
decision.decision_appeal PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['complainant'::text, 'person'::text])) AND (status = ANY (ARRAY['issued'::text, 'appealed'::text])) AND
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids))
    ELSE ((complaint_id)::text = ( SELECT actor_id() AS actor_id))
END)
  check (status = 'appealed'::text)
decision.decision_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = decision.complaint_id))))
decision.decision_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((issued_at IS NOT NULL) AND (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids)))
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN ((issued_at IS NOT NULL) AND ((complaint_id)::text = ( SELECT actor_id() AS actor_id)) AND ((actor_case_person() IS NULL) OR (EXISTS ( SELECT
       FROM decision_person p
      WHERE ((p.decision_id = decision.id) AND (p.person_id = actor_case_person()))))))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = decision.complaint_id)))
END
decision_person.decision_person_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = decision_person.complaint_id))))
decision_person.decision_person_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = decision_person.complaint_id))))
decision_person.decision_person_read PERMISSIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = decision_person.complaint_id))) AND ((actor_case_person() IS NULL) OR (person_id = actor_case_person())))
delegation.delegation_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND ((from_person)::text = ( SELECT actor_id() AS actor_id)) AND (ended_at IS NULL) AND (role = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
delegation.delegation_end PERMISSIVE UPDATE to public
  using (( SELECT actor_sees_to_people() AS actor_sees_to_people) OR ((from_person)::text = ( SELECT actor_id() AS actor_id)) OR ((to_person)::text = ( SELECT actor_id() AS actor_id)))
  check ((ended_by)::text = ( SELECT actor_id() AS actor_id))
delegation.delegation_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
delivery_receipt.delivery_receipt_of_jobs PERMISSIVE ALL to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
deposit.deposit_open PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_keeps_deposits() AS actor_keeps_deposits))
deposit.deposit_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (agency_id = ( SELECT actor_agency() AS actor_agency))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
END
deposit_alarm.deposit_alarm_end PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
deposit_alarm.deposit_alarm_raise PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
deposit_alarm.deposit_alarm_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (kind <> 'claims-above'::text))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
END
deposit_change.deposit_change_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (((recorded_by)::text = ( SELECT actor_id() AS actor_id)) AND
CASE kind
    WHEN 'paid-in'::text THEN ( SELECT actor_keeps_deposits() AS actor_keeps_deposits)
    ELSE (( SELECT actor_signs_draws() AS actor_signs_draws) AND (EXISTS ( SELECT
       FROM deposit_release r
      WHERE ((r.id = deposit_change.release_id) AND (r.status = 'executed'::text) AND ((r.second_signed_by)::text = ( SELECT actor_id() AS actor_id))))))
END))
deposit_change.deposit_change_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM deposit d
  WHERE (d.id = deposit_change.deposit_id)))
deposit_cover.deposit_cover_again PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
deposit_cover.deposit_cover_keep PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
deposit_cover.deposit_cover_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
deposit_demand.deposit_demand_end PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_keeps_deposits() AS actor_keeps_deposits))
deposit_demand.deposit_demand_make PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_keeps_deposits() AS actor_keeps_deposits) AND ((made_by)::text = ( SELECT actor_id() AS actor_id))))
deposit_demand.deposit_demand_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM deposit d
  WHERE (d.id = deposit_demand.deposit_id)))
deposit_guarantee.deposit_guarantee_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_keeps_deposits() AS actor_keeps_deposits) AND ((entered_by)::text = ( SELECT actor_id() AS actor_id))))
deposit_guarantee.deposit_guarantee_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_keeps_deposits() AS actor_keeps_deposits) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
deposit_guarantee.deposit_guarantee_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM deposit d
  WHERE (d.id = deposit_guarantee.deposit_id)))
deposit_guarantee_extension.deposit_guarantee_extension_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_keeps_deposits() AS actor_keeps_deposits) AND ((entered_by)::text = ( SELECT actor_id() AS actor_id))))
deposit_guarantee_extension.deposit_guarantee_extension_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM deposit_guarantee g
  WHERE (g.id = deposit_guarantee_extension.guarantee_id)))
deposit_override.deposit_override_decide PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_keeps_deposits() AS actor_keeps_deposits) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (((decided_by)::text = ( SELECT actor_id() AS actor_id)) AND ((status <> 'signed'::text) OR ( SELECT actor_signs_draws() AS actor_signs_draws))))
deposit_override.deposit_override_propose PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_keeps_deposits() AS actor_keeps_deposits) AND (status = 'proposed'::text) AND ((proposed_by)::text = ( SELECT actor_id() AS actor_id))))
deposit_override.deposit_override_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (status = 'signed'::text))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
END
deposit_release.deposit_release_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_keeps_deposits() AS actor_keeps_deposits) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
  check 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'system'::text) THEN true
    WHEN (status = 'signed'::text) THEN (( SELECT actor_signs_draws() AS actor_signs_draws) AND ((first_signed_by)::text = ( SELECT actor_id() AS actor_id)))
    WHEN (status = 'executed'::text) THEN (( SELECT actor_signs_draws() AS actor_signs_draws) AND ((second_signed_by)::text = ( SELECT actor_id() AS actor_id)))
    ELSE ((status = ANY (ARRAY['withdrawn'::text, 'refused'::text])) AND ((ended_by)::text = ( SELECT actor_id() AS actor_id)))
END
deposit_release.deposit_release_propose PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_keeps_deposits() AS actor_keeps_deposits) AND (status = 'proposed'::text) AND ((proposed_by)::text = ( SELECT actor_id() AS actor_id))))
deposit_release.deposit_release_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((status = 'executed'::text) AND (EXISTS ( SELECT
       FROM deposit d
      WHERE (d.id = deposit_release.deposit_id))))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
END
document.document_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND (kind = 'letter'::text)))
document.document_end PERMISSIVE UPDATE to public
  using ( SELECT actor_writes_letters() AS actor_writes_letters)
document.document_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_writes_letters() AS actor_writes_letters))
draw_order.draw_order_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_proposes_draws() AS actor_proposes_draws) OR ( SELECT actor_signs_draws() AS actor_signs_draws))
  check 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'system'::text) THEN true
    WHEN (status = 'signed'::text) THEN (( SELECT actor_signs_draws() AS actor_signs_draws) AND ((first_signed_by)::text = ( SELECT actor_id() AS actor_id)))
    WHEN (status = 'executed'::text) THEN (( SELECT actor_signs_draws() AS actor_signs_draws) AND ((second_signed_by)::text = ( SELECT actor_id() AS actor_id)))
    ELSE ((status = ANY (ARRAY['withdrawn'::text, 'refused'::text])) AND ((ended_by)::text = ( SELECT actor_id() AS actor_id)))
END
draw_order.draw_order_propose PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_proposes_draws() AS actor_proposes_draws) AND (status = 'proposed'::text) AND ((proposed_by)::text = ( SELECT actor_id() AS actor_id))))
draw_order.draw_order_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (status = 'executed'::text))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
END
draw_share.draw_share_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM draw_order o
  WHERE ((o.id = draw_share.order_id) AND (o.status = 'proposed'::text))))
draw_share.draw_share_read PERMISSIVE SELECT to public
  using ((EXISTS ( SELECT
   FROM draw_order o
  WHERE (o.id = draw_share.order_id))) AND (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = draw_share.due_id))))
due.due_of_oneself RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'complainant'::text) OR (EXISTS ( SELECT
   FROM case_person p
  WHERE (p.id = due.beneficiary_id))))
due.due_open PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = due.case_id)))))
due.due_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (debtor_agency_id = ( SELECT actor_agency() AS actor_agency))
    ELSE (((debtor_agency_id IS NOT NULL) AND ( SELECT actor_sees_agency_money() AS actor_sees_agency_money)) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = due.case_id))))
END
due_payment.due_payment_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = due_payment.due_id)))
due_payment.due_payment_record PERMISSIVE INSERT to public
  check ((status = 'recorded'::text) AND (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = due_payment.due_id))))
due_payment.due_payment_settle PERMISSIVE UPDATE to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = due_payment.due_id))))
due_reminder.due_reminder_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
due_reminder.due_reminder_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> ALL (ARRAY['public'::text, 'complainant'::text])) AND (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = due_reminder.due_id))))
event.event_about_people PERMISSIVE INSERT to public
  check ((actor_kind = 'person'::text) AND (actor_id = ( SELECT actor_id() AS actor_id)) AND (record_type = 'person'::text) AND ( SELECT actor_sees_to_people() AS actor_sees_to_people) AND (NOT (visible_to && '{public,agency,complainant}'::text[])))
event.event_of_moved_complaint PERMISSIVE SELECT to public
  using ((record_type = 'complaint'::text) AND ('officer'::text = ANY (visible_to)) AND actor_is_officer() AND sees_complaint(record_id))
event.event_of_seen_complaint RESTRICTIVE SELECT to public
  using ((actor_kind() <> 'person'::text) OR (record_type <> 'complaint'::text) OR sees_complaint(record_id))
event.event_of_seen_concern RESTRICTIVE SELECT to public
  using ((actor_kind() <> 'person'::text) OR (record_type <> 'concern'::text) OR sees_concern(record_id))
event.event_read PERMISSIVE SELECT to public
  using 
CASE actor_kind()
    WHEN 'system'::text THEN true
    WHEN 'public'::text THEN ('public'::text = ANY (visible_to))
    WHEN 'complainant'::text THEN (('complainant'::text = ANY (visible_to)) AND ((record_id)::text = actor_id()))
    WHEN 'person'::text THEN
    CASE
        WHEN actor_is_officer() THEN (('officer'::text = ANY (visible_to)) AND ((area IS NULL) OR (actor_areas() IS NULL) OR (area = ANY (actor_areas()))))
        ELSE (('agency'::text = ANY (visible_to)) AND (agency_id = actor_agency()))
    END
    ELSE false
END
event.event_write PERMISSIVE INSERT to public
  check 
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'system'::text THEN true
    WHEN 'public'::text THEN ((actor_kind = 'public'::text) AND (NOT (visible_to && '{public,agency}'::text[])))
    WHEN 'complainant'::text THEN ((actor_id = ( SELECT actor_id() AS actor_id)) AND ((record_id)::text = ( SELECT actor_id() AS actor_id)) AND (NOT (visible_to && '{public,agency}'::text[])))
    WHEN 'person'::text THEN ((actor_id = ( SELECT actor_id() AS actor_id)) AND
    CASE
        WHEN (record_type = 'person'::text) THEN ((record_id)::text = ( SELECT actor_id() AS actor_id))
        WHEN (( SELECT actor_agency() AS actor_agency) IS NULL) THEN ( SELECT actor_is_officer() AS actor_is_officer)
        ELSE ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND (NOT ('public'::text = ANY (visible_to))))
    END)
    ELSE false
END
evidence.evidence_add PERMISSIVE INSERT to public
  check ((status = 'quarantined'::text) AND
CASE ( SELECT actor_kind() AS actor_kind)
    WHEN 'system'::text THEN true
    WHEN 'public'::text THEN ((origin = 'complainant-web'::text) AND (given_by = 'complainant'::text))
    WHEN 'complainant'::text THEN ((origin = 'complainant-follow'::text) AND (given_by = 'complainant'::text) AND ((record_id)::text = ( SELECT actor_id() AS actor_id)))
    WHEN 'person'::text THEN (( SELECT actor_is_officer() AS actor_is_officer) AND (given_by = ( SELECT actor_id() AS actor_id)))
    ELSE false
END)
evidence.evidence_add_to_own_proposal PERMISSIVE INSERT to public
  check ((status = 'quarantined'::text) AND (record_type = 'agency-proposal'::text) AND (origin = 'agency-form'::text) AND (actor_agency() IS NOT NULL) AND (given_by = actor_id()) AND (EXISTS ( SELECT
   FROM agency_proposal p
  WHERE ((p.id = evidence.record_id) AND (p.status = 'proposed'::text)))))
evidence.evidence_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
evidence.evidence_not_by_member RESTRICTIVE INSERT to public
  check (actor_case_person() IS NULL)
evidence.evidence_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
evidence.evidence_of_own_answer PERMISSIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NOT NULL) AND (inquiry_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM agency_inquiry i
  WHERE ((i.id = evidence.inquiry_id) AND (i.agency_id = ( SELECT actor_agency() AS actor_agency))))))
evidence.evidence_of_own_proposal PERMISSIVE SELECT to public
  using ((record_type = 'agency-proposal'::text) AND (actor_agency() IS NOT NULL) AND (EXISTS ( SELECT
   FROM agency_proposal p
  WHERE (p.id = evidence.record_id))))
evidence.evidence_of_seen_complaint RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'complaint'::text) OR ((( SELECT actor_agency() AS actor_agency) IS NOT NULL) AND (inquiry_id IS NOT NULL)) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = evidence.record_id))))
evidence.evidence_of_seen_deposit RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'deposit'::text) OR (EXISTS ( SELECT
   FROM deposit_change c
  WHERE (c.id = evidence.record_id))) OR (EXISTS ( SELECT
   FROM deposit_guarantee g
  WHERE (g.id = evidence.record_id))))
evidence.evidence_of_seen_letter RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'letter'::text) OR (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = evidence.record_id))))
evidence.evidence_of_seen_pay_out RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'pay-out'::text) OR (EXISTS ( SELECT
   FROM pay_out_day d
  WHERE (d.id = evidence.record_id))))
evidence.evidence_of_seen_proposal RESTRICTIVE SELECT to public
  using ((actor_kind() <> 'person'::text) OR (record_type <> 'agency-proposal'::text) OR (EXISTS ( SELECT
   FROM agency_proposal p
  WHERE (p.id = evidence.record_id))))
evidence.evidence_of_seen_scan RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'letter-scan'::text) OR (EXISTS ( SELECT
   FROM letter_scan s
  WHERE (s.id = evidence.record_id))))
evidence.evidence_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[])))) OR ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND (record_type = 'complaint'::text) AND ((record_id)::text = ( SELECT actor_id() AS actor_id))))
evidence.evidence_released_to_her RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'complainant'::text) OR (inquiry_id IS NULL) OR (released_at IS NOT NULL))
evidence.evidence_with_answer PERMISSIVE INSERT to public
  check ((status = 'quarantined'::text) AND (origin = 'agency-form'::text) AND (given_by = ( SELECT actor_id() AS actor_id)) AND (( SELECT actor_agency() AS actor_agency) IS NOT NULL) AND (EXISTS ( SELECT
   FROM agency_inquiry i
  WHERE ((i.id = evidence.inquiry_id) AND (i.status = 'asked'::text) AND (i.complaint_id = evidence.record_id) AND (i.agency_id = ( SELECT actor_agency() AS actor_agency))))))
exchange_rate.exchange_rate_enter PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_proposes_draws() AS actor_proposes_draws) AND ((entered_by)::text = ( SELECT actor_id() AS actor_id))))
exchange_rate.exchange_rate_read PERMISSIVE SELECT to public
  using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['system'::text, 'person'::text]))
exhibit.exhibit_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = exhibit.complaint_id))))
exhibit.exhibit_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = exhibit.complaint_id))))
exhibit.exhibit_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (shown AND (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids)) AND (NOT is_on_protected_track(complaint_id)))
    ELSE ((EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = exhibit.complaint_id))) AND (actor_case_person() IS NULL))
END
held_file.held_file_use PERMISSIVE ALL to public
  using true
holiday.holiday_add PERMISSIVE INSERT to public
  check ((origin = 'ministry'::text) AND is_approved('holiday'::text, ((year || '/'::text) || code)))
holiday.holiday_read PERMISSIVE SELECT to public
  using true
holiday.holiday_remove PERMISSIVE DELETE to public
  using is_approved('holiday'::text, ((year || '/'::text) || code))
import_document.import_document_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM import_run r
  WHERE (r.id = import_document.run_id)))
import_document.import_document_drop PERMISSIVE DELETE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
import_document.import_document_move PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
import_document.import_document_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM import_run r
  WHERE (r.id = import_document.run_id)))
import_finding.import_finding_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM import_run r
  WHERE (r.id = import_finding.run_id)))
import_finding.import_finding_write PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
import_run.import_run_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (readers && ( SELECT actor_roles() AS actor_roles)) AND (uploaded_by = ( SELECT actor_id() AS actor_id))))
import_run.import_run_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (readers && ( SELECT actor_roles() AS actor_roles))))
import_run.import_run_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (readers && ( SELECT actor_roles() AS actor_roles))))
imported_document.imported_document_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM import_run r
  WHERE (r.id = imported_document.run_id)))
imported_document.imported_document_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM import_run r
  WHERE (r.id = imported_document.run_id)))
late_entry.late_entry_add PERMISSIVE INSERT to public
  check (((actor_kind() = 'system'::text) OR actor_is_officer()) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = late_entry.complaint_id))))
late_entry.late_entry_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = late_entry.complaint_id)))))
late_entry.late_entry_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = late_entry.complaint_id))))
ledger_account.ledger_account_of_oneself RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'complainant'::text) OR (due_id IS NULL) OR (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = ledger_account.due_id))))
ledger_account.ledger_account_open PERMISSIVE INSERT to public
  check ((balance = 0) AND (version = 0) AND ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)))
ledger_account.ledger_account_own RESTRICTIVE SELECT to public
  using ((due_id IS NULL) OR (( SELECT actor_kind() AS actor_kind) <> 'complainant'::text) OR (EXISTS ( SELECT
   FROM due d
  WHERE (d.id = ledger_account.due_id))))
ledger_account.ledger_account_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (agency_id = ( SELECT actor_agency() AS actor_agency))
    WHEN (due_id IS NULL) THEN ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
    ELSE (((agency_id IS NOT NULL) AND ( SELECT actor_sees_agency_money() AS actor_sees_agency_money)) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = ledger_account.case_id))))
END
ledger_entry.ledger_entry_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT
   FROM ledger_account a
  WHERE (a.id = ledger_entry.account_id))))
ledger_posting.ledger_posting_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer) OR (EXISTS ( SELECT
   FROM ledger_entry e
  WHERE (e.posting_id = ledger_posting.id))))
letter.letter_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area) AND ((drafted_by)::text = ( SELECT actor_id() AS actor_id))))
letter.letter_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area)))
letter.letter_of_hidden_complaint RESTRICTIVE SELECT to public
  using ((actor_kind() <> 'person'::text) OR (record_type IS DISTINCT FROM 'complaint'::text) OR sees_complaint(record_id) OR (NOT is_on_protected_track(record_id)) OR (holder_office_id = actor_office()))
letter.letter_of_seen_complaint RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type IS DISTINCT FROM 'complaint'::text) OR ('signatory'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = letter.record_id))))
letter.letter_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area)))
letter_annotation.letter_annotation_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_annotation.letter_id)))
letter_annotation.letter_annotation_own RESTRICTIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((author_id)::text = ( SELECT actor_id() AS actor_id)))
letter_annotation.letter_annotation_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_annotation.letter_id)))
letter_copy.letter_copy_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_copy.letter_id)))
letter_copy.letter_copy_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_copy.letter_id)))
letter_copy.letter_copy_set PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
letter_counter.letter_counter_all PERMISSIVE ALL to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_writes_letters() AS actor_writes_letters))
letter_scan.letter_scan_add PERMISSIVE INSERT to public
  check (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area) AND ((uploaded_by)::text = ( SELECT actor_id() AS actor_id)) AND (status = 'reading'::text))
letter_scan.letter_scan_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area)))
letter_scan.letter_scan_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_writes_letters() AS actor_writes_letters) AND actor_reaches_area(area)))
letter_text.letter_text_add PERMISSIVE INSERT to public
  check (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_text.letter_id)))
letter_text.letter_text_own RESTRICTIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((author_id)::text = ( SELECT actor_id() AS actor_id)))
letter_text.letter_text_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM letter l
  WHERE (l.id = letter_text.letter_id)))
licence.licence_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
licence.licence_move PERMISSIVE UPDATE to public
  using (( SELECT actor_licenses() AS actor_licenses) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
licence.licence_read PERMISSIVE SELECT to public
  using (((status <> ALL (ARRAY['applied'::text, 'refused'::text])) AND (EXISTS ( SELECT
   FROM agency a
  WHERE (a.id = licence.agency_id)))) OR (agency_id = actor_agency()) OR actor_is_officer() OR (actor_kind() = 'system'::text))
licence_decision.licence_decision_add PERMISSIVE INSERT to public
  check (( SELECT actor_licenses() AS actor_licenses) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
licence_decision.licence_decision_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
licence_destination.licence_destination_add PERMISSIVE INSERT to public
  check ( SELECT actor_licenses() AS actor_licenses)
licence_destination.licence_destination_end PERMISSIVE UPDATE to public
  using ( SELECT actor_licenses() AS actor_licenses)
licence_destination.licence_destination_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM licence l
  WHERE (l.id = licence_destination.licence_id)))
machine_check.machine_check_again PERMISSIVE UPDATE to become_jobs
  using true
machine_check.machine_check_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
machine_check.machine_check_write PERMISSIVE INSERT to become_jobs
  check true
missed_deadline.missed_deadline_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (recorded_by = ( SELECT actor_id() AS actor_id)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = missed_deadline.complaint_id))))
missed_deadline.missed_deadline_read PERMISSIVE SELECT to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = missed_deadline.complaint_id))))
money_term.money_term_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = money_term.complaint_id))))
money_term.money_term_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = money_term.complaint_id))))
money_term.money_term_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (debtor_agency_id = ( SELECT actor_agency() AS actor_agency))
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = money_term.person_id)))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = money_term.complaint_id)))
END
must_not_be_told.must_not_be_told_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
must_not_be_told.must_not_be_told_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
must_not_be_told.must_not_be_told_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
note.note_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND ((author_id)::text = ( SELECT actor_id() AS actor_id)) AND ((record_type <> 'complaint'::text) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = note.record_id)))))
note.note_move PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
note.note_of_officers RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'complaint'::text) OR (( SELECT actor_roles() AS actor_roles) && '{complaints-officer,complaints-head,caseworker}'::text[]))
note.note_of_seen_complaint RESTRICTIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) <> 'person'::text) OR (record_type <> 'complaint'::text) OR (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = note.record_id))))
note.note_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[])))))
office.office_add PERMISSIVE INSERT to public
  check ((origin = 'ministry'::text) AND is_approved('office'::text, code))
office.office_change PERMISSIVE UPDATE to public
  using is_approved('office'::text, code)
  check (origin = 'ministry'::text)
office.office_read PERMISSIVE SELECT to public
  using true
old_case.old_case_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
old_case.old_case_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
old_case.old_case_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = old_case.complaint_id)))
old_case.old_case_verify PERMISSIVE UPDATE to public
  using (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = old_case.complaint_id)))
outcome.outcome_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = outcome.complaint_id))))
outcome.outcome_end PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = outcome.complaint_id))))
outcome.outcome_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (( SELECT actor_agency() AS actor_agency) = ANY (agency_ids))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = outcome.complaint_id)))
END
outcome_person.outcome_person_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = outcome_person.complaint_id))))
outcome_person.outcome_person_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = outcome_person.complaint_id))))
outcome_person.outcome_person_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN false
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = outcome_person.person_id)))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = outcome_person.complaint_id)))
END
outgoing_cause.outgoing_cause_of_jobs PERMISSIVE ALL to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
outgoing_message.outgoing_message_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
outgoing_message.outgoing_message_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (status = 'queued'::text))
outgoing_message.outgoing_message_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
outgoing_part.outgoing_part_of_jobs PERMISSIVE ALL to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
paper_form.paper_form_enter PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) AND (complaint_id IS NULL))
  check (complaint_id IS NOT NULL)
paper_form.paper_form_print PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND ((printed_by)::text = ( SELECT actor_id() AS actor_id)) AND (complaint_id IS NULL))
paper_form.paper_form_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
passkey.passkey_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
pay_out_day.pay_out_day_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[]))))
pay_out_day.pay_out_day_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'system'::text) THEN true
    WHEN ( SELECT actor_is_officer() AS actor_is_officer) THEN ((( SELECT actor_areas() AS actor_areas) IS NULL) OR (area = ANY (( SELECT actor_areas() AS actor_areas)::text[])))
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM pay_out_entry e
      WHERE (e.day_id = pay_out_day.id)))
    ELSE false
END
pay_out_entry.pay_out_entry_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = pay_out_entry.complaint_id))))
pay_out_entry.pay_out_entry_move PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = pay_out_entry.complaint_id))))
pay_out_entry.pay_out_entry_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'system'::text) THEN true
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = pay_out_entry.person_id)))
    WHEN ( SELECT actor_is_officer() AS actor_is_officer) THEN (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = pay_out_entry.complaint_id)))
    ELSE false
END
pay_out_line.pay_out_line_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM pay_out_entry e
  WHERE (e.id = pay_out_line.entry_id))))
pay_out_line.pay_out_line_move PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM pay_out_entry e
  WHERE (e.id = pay_out_line.entry_id))))
pay_out_line.pay_out_line_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM pay_out_entry e
  WHERE (e.id = pay_out_line.entry_id)))
pay_wish.pay_wish_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = pay_wish.complaint_id))))
pay_wish.pay_wish_change PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = pay_wish.complaint_id))))
pay_wish.pay_wish_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'system'::text) THEN true
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = pay_wish.person_id)))
    WHEN ( SELECT actor_is_officer() AS actor_is_officer) THEN (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = pay_wish.complaint_id)))
    ELSE false
END
person.person_disable PERMISSIVE UPDATE to public
  using ( SELECT actor_administers() AS actor_administers)
person.person_read PERMISSIVE SELECT to public
  using (( SELECT actor_sees_all_people() AS actor_sees_all_people) OR ((id)::text = ( SELECT actor_as_person() AS actor_as_person)) OR (EXISTS ( SELECT
   FROM assignment a
  WHERE ((a.person_id = person.id) AND (a.agency_id = ( SELECT actor_agency() AS actor_agency))))))
person.person_write PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_administers() AS actor_administers) AND (NOT demonstration)))
person_email.person_email_add PERMISSIVE INSERT to public
  check actor_is_person(person_id)
person_email.person_email_end PERMISSIVE DELETE to public
  using actor_is_person(person_id)
person_email.person_email_own PERMISSIVE SELECT to public
  using (actor_is_person(person_id) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
person_email_waiting.person_email_waiting_own PERMISSIVE ALL to public
  using (actor_is_person(person_id) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
person_identity.person_identity_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
person_request.person_request_add PERMISSIVE INSERT to public
  check (( SELECT actor_sees_to_people() AS actor_sees_to_people) AND (status = 'proposed'::text) AND ((proposed_by)::text = ( SELECT actor_id() AS actor_id)))
person_request.person_request_decide PERMISSIVE UPDATE to public
  using (( SELECT actor_sees_to_people() AS actor_sees_to_people) AND (status = 'proposed'::text))
  check ((decided_by)::text = ( SELECT actor_id() AS actor_id))
person_request.person_request_read PERMISSIVE SELECT to public
  using (( SELECT actor_is_officer() AS actor_is_officer) OR (( SELECT actor_kind() AS actor_kind) = 'system'::text))
proceeding.proceeding_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding.complaint_id))))
proceeding.proceeding_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding.complaint_id))))
proceeding.proceeding_read PERMISSIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding.complaint_id))) AND ((actor_case_person() IS NULL) OR (EXISTS ( SELECT
   FROM proceeding_person p
  WHERE ((p.proceeding_id = proceeding.id) AND (p.person_id = actor_case_person()))))))
proceeding_entry.proceeding_entry_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding_entry.complaint_id))))
proceeding_entry.proceeding_entry_read PERMISSIVE SELECT to public
  using (EXISTS ( SELECT
   FROM proceeding p
  WHERE (p.id = proceeding_entry.proceeding_id)))
proceeding_person.proceeding_person_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding_person.complaint_id))))
proceeding_person.proceeding_person_read PERMISSIVE SELECT to public
  using ((( SELECT actor_agency() AS actor_agency) IS NULL) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = proceeding_person.complaint_id))) AND ((actor_case_person() IS NULL) OR (person_id = actor_case_person())))
protection_grant.protection_grant_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
protection_grant.protection_grant_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
protection_grant.protection_grant_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
protection_track.protection_track_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
protection_track.protection_track_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
protection_track.protection_track_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
referral.referral_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
referral.referral_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
referral.referral_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
remedy.remedy_add PERMISSIVE INSERT to public
  check (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = remedy.complaint_id))))
remedy.remedy_move PERMISSIVE UPDATE to public
  using (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = remedy.complaint_id))))
remedy.remedy_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (debtor_agency_id = ( SELECT actor_agency() AS actor_agency))
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = remedy.person_id)))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = remedy.complaint_id)))
END
remedy.remedy_report PERMISSIVE UPDATE to public
  using ((( SELECT actor_agency() AS actor_agency) IS NOT NULL) AND (debtor_agency_id = ( SELECT actor_agency() AS actor_agency)) AND (status = ANY (ARRAY['due'::text, 'reported'::text])))
  check (status = 'reported'::text)
remedy.remedy_word PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND (status = ANY (ARRAY['due'::text, 'reported'::text])) AND (EXISTS ( SELECT
   FROM case_person p
  WHERE (p.id = remedy.person_id))))
  check (status = ANY (ARRAY['confirmed'::text, 'due'::text]))
retaliation.retaliation_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
retaliation.retaliation_move PERMISSIVE UPDATE to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
retaliation.retaliation_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
rule.rule_add PERMISSIVE INSERT to public
  check ((origin = 'ministry'::text) AND is_approved('rule'::text, key))
rule.rule_close PERMISSIVE UPDATE to public
  using is_approved('rule'::text, key)
rule.rule_read PERMISSIVE SELECT to public
  using true
screening.screening_add PERMISSIVE INSERT to public
  check (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
screening.screening_read PERMISSIVE SELECT to public
  using (( SELECT actor_protects() AS actor_protects) AND sees_complaint(complaint_id))
session.session_age PERMISSIVE SELECT to become_jobs
  using true
session.session_old PERMISSIVE DELETE to become_jobs
  using true
session.session_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
signature.signature_add PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND ((person_id)::text = ( SELECT actor_id() AS actor_id)) AND (role = ANY (actor_roles())) AND (NOT (agency_id IS DISTINCT FROM ( SELECT actor_agency() AS actor_agency))) AND ((acting_for IS NULL) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.from_person = signature.acting_for) AND (d.to_person = signature.person_id) AND (d.role = signature.role) AND (d.ended_at IS NULL) AND ((((signature.signed_at AT TIME ZONE 'Asia/Phnom_Penh'::text))::date >= d.from_day) AND (((signature.signed_at AT TIME ZONE 'Asia/Phnom_Penh'::text))::date <= d.to_day)))))))
signature.signature_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer) OR ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND ((person_id)::text = ( SELECT actor_id() AS actor_id))))
sink_message.sink_message_end PERMISSIVE DELETE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
sink_message.sink_message_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ('administrator'::text = ANY (( SELECT actor_roles() AS actor_roles)::text[])))
sink_message.sink_message_write PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
statistic_figure.statistic_figure_add PERMISSIVE INSERT to public
  check (actor_kind() = 'system'::text)
statistic_figure.statistic_figure_drop PERMISSIVE DELETE to public
  using (actor_kind() = 'system'::text)
statistic_figure.statistic_figure_read PERMISSIVE SELECT to public
  using true
telegram_chat.telegram_chat_add PERMISSIVE INSERT to public
  check (( SELECT actor_kind() AS actor_kind) = 'system'::text)
telegram_chat.telegram_chat_end PERMISSIVE DELETE to public
  using actor_is_person(person_id)
telegram_chat.telegram_chat_move PERMISSIVE UPDATE to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
telegram_chat.telegram_chat_own PERMISSIVE SELECT to public
  using actor_is_person(person_id)
telegram_code.telegram_code_own PERMISSIVE ALL to public
  using actor_is_person(person_id)
telegram_update.telegram_update_of_jobs PERMISSIVE ALL to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
telegram_waiting.telegram_waiting_of_jobs PERMISSIVE ALL to public
  using (( SELECT actor_kind() AS actor_kind) = 'system'::text)
time_bar_alarm.time_bar_alarm_add PERMISSIVE INSERT to public
  check (actor_kind() = 'system'::text)
time_bar_alarm.time_bar_alarm_read PERMISSIVE SELECT to public
  using (actor_kind() = 'system'::text)
voice_clip.voice_clip_add PERMISSIVE INSERT to public
  check (( SELECT actor_is_officer() AS actor_is_officer) AND (actor_roles() && '{counsellor,administrator}'::text[]) AND (recorded_by = ( SELECT actor_id() AS actor_id)))
voice_clip.voice_clip_read PERMISSIVE SELECT to public
  using true
voice_clip.voice_clip_withdraw PERMISSIVE UPDATE to public
  using (( SELECT actor_is_officer() AS actor_is_officer) AND (actor_roles() && '{counsellor,administrator}'::text[]))
withdrawal_call.withdrawal_call_add PERMISSIVE INSERT to public
  check (((actor_kind() = 'system'::text) OR actor_is_officer()) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = withdrawal_call.complaint_id))))
withdrawal_call.withdrawal_call_move PERMISSIVE UPDATE to public
  using ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = withdrawal_call.complaint_id)))))
withdrawal_call.withdrawal_call_read PERMISSIVE SELECT to public
  using ((actor_kind() <> 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.id = withdrawal_call.complaint_id))))
word_given.word_given_add PERMISSIVE INSERT to public
  check 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (((complaint_id)::text = ( SELECT actor_id() AS actor_id)) AND (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = word_given.person_id))))
    ELSE (((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer)) AND (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = word_given.complaint_id))))
END
word_given.word_given_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_kind() AS actor_kind) = 'public'::text) THEN false
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN false
    WHEN (( SELECT actor_kind() AS actor_kind) = 'complainant'::text) THEN (EXISTS ( SELECT
       FROM case_person p
      WHERE (p.id = word_given.person_id)))
    ELSE (EXISTS ( SELECT
       FROM complaint c
      WHERE (c.id = word_given.complaint_id)))
END
wording.wording_add PERMISSIVE INSERT to public
  check is_approved('wording'::text, key)
wording.wording_read PERMISSIVE SELECT to public
  using true
wording.wording_withdraw PERMISSIVE UPDATE to public
  using is_approved('wording'::text, key)
worker.worker_add PERMISSIVE INSERT to public
  check (( SELECT actor_agency() AS actor_agency) IS NULL)
worker.worker_move PERMISSIVE UPDATE to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
worker.worker_not_for_member RESTRICTIVE SELECT to public
  using (actor_case_person() IS NULL)
worker.worker_read PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (( SELECT actor_is_officer() AS actor_is_officer) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.worker_id = worker.id)))))
worker.worker_read_own PERMISSIVE SELECT to public
  using ((( SELECT actor_kind() AS actor_kind) = 'complainant'::text) AND (EXISTS ( SELECT
   FROM complaint c
  WHERE (c.worker_id = worker.id))))
workers_abroad.workers_abroad_declare PERMISSIVE INSERT to public
  check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((agency_id = ( SELECT actor_agency() AS actor_agency)) AND ((declared_by)::text = ( SELECT actor_id() AS actor_id))))
workers_abroad.workers_abroad_read PERMISSIVE SELECT to public
  using 
CASE
    WHEN (( SELECT actor_agency() AS actor_agency) IS NOT NULL) THEN (agency_id = ( SELECT actor_agency() AS actor_agency))
    ELSE ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_is_officer() AS actor_is_officer))
END
worklist_view.worklist_view_own PERMISSIVE ALL to public
  using ((( SELECT actor_kind() AS actor_kind) = 'person'::text) AND ((person_id)::text = ( SELECT actor_id() AS actor_id)))

-- Views



-- Functions

CREATE OR REPLACE FUNCTION public.acting_assignment(wanted uuid, deputy uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select jsonb_build_array(jsonb_build_object('role', d.role, 'officeId', d.office_id,
    'areas', d.areas, 'agencyId', null, 'actingFor', d.from_person,
    'actingForKm', p.name_km, 'actingForEn', p.name_en))
  from delegation d join person p on p.id = d.from_person
  where d.id = wanted and d.to_person = deputy and d.ended_at is null and p.disabled_at is null
    and (at at time zone 'Asia/Phnom_Penh')::date between d.from_day and d.to_day
    -- What the head no longer holds, the deputy does not hold either.
    and exists (select from assignment a where a.person_id = d.from_person and a.role = d.role
      and a.office_id = d.office_id and a.areas is not distinct from d.areas
      and (at at time zone 'Asia/Phnom_Penh')::date
        between a.from_day and coalesce(a.to_day, 'infinity'))
$function$
;

CREATE OR REPLACE FUNCTION public.actor_administers()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND ('administrator'::text = ANY (actor_roles())))
;

CREATE OR REPLACE FUNCTION public.actor_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('become.agency_id'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.actor_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE COALESCE(current_setting('become.areas'::text, true), ''::text) WHEN '*'::text THEN NULL::text[] ELSE string_to_array(current_setting('become.areas'::text, true), ','::text) END
;

CREATE OR REPLACE FUNCTION public.actor_as_helper()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (actor_is_officer() AND ('counsellor'::text = ANY (actor_roles())) AND (NOT (actor_roles() && '{complaints-officer,complaints-head}'::text[]))) THEN actor_id() ELSE NULL::text END
;

CREATE OR REPLACE FUNCTION public.actor_as_person()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (actor_kind() = 'person'::text) THEN actor_id() ELSE NULL::text END
;

CREATE OR REPLACE FUNCTION public.actor_case_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (actor_is_officer() AND (actor_roles() && '{complaints-officer,complaints-head}'::text[])) THEN actor_areas() ELSE NULL::text[] END
;

CREATE OR REPLACE FUNCTION public.actor_case_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('become.case_person'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.actor_id()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('become.actor_id'::text, true), ''::text)
;

CREATE OR REPLACE FUNCTION public.actor_is_officer()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{counsellor,complaints-officer,complaints-head,caseworker,licensing-officer,licensing-head,signatory,administrator}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_is_person(whose uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'system'::text) OR ((actor_kind() = 'person'::text) AND ((whose)::text = actor_id())))
;

CREATE OR REPLACE FUNCTION public.actor_keeps_deposits()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{licensing-officer,licensing-head}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE(current_setting('become.actor_kind'::text, true), ''::text)
;

CREATE OR REPLACE FUNCTION public.actor_licenses()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_is_officer() AND (actor_roles() && '{licensing-officer,licensing-head}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_may_post(kind text, agency_id uuid, case_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE actor_kind() WHEN 'system'::text THEN true WHEN 'complainant'::text THEN ((kind = ANY (ARRAY['owed'::text, 'paid'::text, 'received'::text])) AND ((case_id)::text = actor_id())) WHEN 'person'::text THEN CASE WHEN (actor_agency() IS NULL) THEN (actor_is_officer() OR (actor_roles() && '{signatory}'::text[])) ELSE ((kind = ANY (ARRAY['owed'::text, 'paid'::text])) AND (agency_id = actor_agency())) END ELSE false END
;

CREATE OR REPLACE FUNCTION public.actor_office()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('become.office_id'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.actor_own_case()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (actor_kind() = 'complainant'::text) THEN actor_id() ELSE NULL::text END
;

CREATE OR REPLACE FUNCTION public.actor_proposes_draws()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{complaints-officer,complaints-head,licensing-officer,licensing-head}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_protects()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (actor_roles() && '{complaints-officer,complaints-head,caseworker}'::text[])))
;

CREATE OR REPLACE FUNCTION public.actor_reaches_area(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_areas() IS NULL) OR (wanted = ANY (actor_areas())))
;

CREATE OR REPLACE FUNCTION public.actor_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(COALESCE(current_setting('become.roles'::text, true), ''::text), ','::text)
;

CREATE OR REPLACE FUNCTION public.actor_sees_agency_money()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'system'::text) OR ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{licensing-officer,licensing-head,complaints-head,signatory}'::text[]) AND (actor_areas() IS NULL)))
;

CREATE OR REPLACE FUNCTION public.actor_sees_all_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'system'::text) OR actor_sees_colleague(NULL::uuid))
;

CREATE OR REPLACE FUNCTION public.actor_sees_area(area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (actor_is_officer() AND ((actor_areas() IS NULL) OR (area = ANY (actor_areas()))))
;

CREATE OR REPLACE FUNCTION public.actor_sees_colleague(of_agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (cardinality(actor_roles()) > 0) AND ((actor_agency() IS NULL) OR (actor_agency() = of_agency)))
;

CREATE OR REPLACE FUNCTION public.actor_sees_every_case()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'system'::text) OR (actor_is_officer() AND (actor_roles() && '{complaints-officer,complaints-head}'::text[]) AND (actor_areas() IS NULL)))
;

CREATE OR REPLACE FUNCTION public.actor_sees_to_people()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{complaints-head,licensing-head,signatory,administrator}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_signs_draws()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{complaints-head,licensing-head,signatory}'::text[]))
;

CREATE OR REPLACE FUNCTION public.actor_writes_letters()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((actor_kind() = 'person'::text) AND (actor_agency() IS NULL) AND (actor_roles() && '{complaints-officer,complaints-head,licensing-officer,licensing-head,signatory}'::text[]))
;

CREATE OR REPLACE FUNCTION public.agency_closed_on(wanted uuid)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN (count(*) FILTER (WHERE (l.status = ANY (ARRAY['applied'::text, 'granted'::text, 'suspended'::text]))) > 0) THEN NULL::date ELSE max(l.ended_on) END AS max FROM licence l WHERE (l.agency_id = agency_closed_on.wanted))
;

CREATE OR REPLACE FUNCTION public.agency_likenesses(wanted uuid)
 RETURNS TABLE(other_id uuid, kind text, mine uuid, theirs uuid, my_text text, their_text text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
 SET "pg_trgm.similarity_threshold" TO '0.55'
 SET "pg_trgm.word_similarity_threshold" TO '0.8'
AS $function$
  with asked as materialized (select wanted as id where actor_is_officer() and actor_agency() is null),
  people as materialized (
    select p.* from asked join agency_person p on p.agency_id = asked.id and p.same_as is null limit 500),
  numbers as materialized (
    select c.* from asked join agency_contact c on c.agency_id = asked.id limit 200),
  sites as materialized (select s.* from asked join agency_site s on s.agency_id = asked.id limit 200),
  names as materialized (
    select n.* from asked join agency_name n on n.agency_id = asked.id limit 40)
  (select o.agency_id, 'identity', p.id, o.id, null::text, null::text
    from people p join agency_person o on o.identity_index = p.identity_index
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'person-phone', p.id, o.id, null, null
    from people p join agency_person o on o.phone_index = p.phone_index
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'contact', c.id, o.id, c.shown, o.shown
    from numbers c join agency_contact o on o.key = c.key
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'name', n.id, o.id, n.name, o.name
    from names n join agency_name o on o.key = n.key
    where o.agency_id <> wanted limit 100)
  union all
  (select o.agency_id, 'address', s.id, o.id, s.address_latin, o.address_latin
    from sites s join agency_site o on o.address_key = s.address_key
    where o.agency_id <> wanted limit 100)
  union all
  -- Some eighty metres: the next house, the other floor.
  (select o.agency_id, 'place', s.id, o.id, s.address_latin, o.address_latin
    from sites s join agency_site o
      on o.lat between s.lat - 0.0007 and s.lat + 0.0007 and o.lon between s.lon - 0.0007 and s.lon + 0.0007
    where o.agency_id <> wanted and o.address_key is distinct from s.address_key limit 100)
  union all
  (select o.agency_id, 'person-name', p.id, o.id, null, null
    from people p join agency_person o on o.sounds && p.sounds
    where o.agency_id <> wanted and o.identity_index is distinct from p.identity_index limit 300)
  union all
  (select r.agency_id, 'similar-name', n.id, null, n.name, r.name
    from names n cross join lateral register_names_like(n.sound, 12) r
    where n.kind in ('official', 'trade') and length(n.sound) > 2 and r.agency_id <> wanted limit 100)
$function$
;

CREATE OR REPLACE FUNCTION public.another_decides()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if has_mediated(new.complaint_id, new.decided_by) or has_mediated(new.complaint_id, new.ruled_by) then
    raise check_violation using message = 'whoever mediated does not decide',
      constraint = 'another_decides';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.case_with_joined(wanted uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT case_with_joined.wanted AS wanted
 UNION ALL
  SELECT case_merge.from_id
    FROM case_merge
   WHERE ((case_merge.into_id = case_with_joined.wanted) AND (case_merge.undone_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.current_assignments(whose uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(jsonb_agg(jsonb_build_object('role', role, 'officeId', office_id,
    'areas', areas, 'agencyId', agency_id) order by from_day desc, id desc), '[]')
  from assignment
  where person_id = whose and (at at time zone 'Asia/Phnom_Penh')::date
    between from_day and coalesce(to_day, 'infinity')
$function$
;

CREATE OR REPLACE FUNCTION public.days_held(l licence, d licence_destination)
 RETURNS daterange
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select case
    when l.status in ('applied', 'refused') or l.valid_from is null then 'empty'::daterange
    when greatest(d.from_day, l.valid_from)
      >= least(d.to_day + 1, l.valid_to + 1, l.ended_on, 'infinity'::date) then 'empty'::daterange
    else daterange(greatest(d.from_day, l.valid_from),
      nullif(least(d.to_day + 1, l.valid_to + 1, l.ended_on, 'infinity'::date), 'infinity'::date))
  end
$function$
;

CREATE OR REPLACE FUNCTION public.decider_does_not_mediate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from decision where complaint_id = new.complaint_id
    and new.conducted_by in (decided_by, ruled_by) and status <> 'dropped') then
    raise check_violation using message = 'whoever decided does not mediate',
      constraint = 'decider_does_not_mediate';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.deposit_short_since(wanted uuid, needed bigint, in_currency text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.posted_at
  from ledger_account a
  join ledger_entry e on e.account_id = a.id and e.balance_after < needed
    and e.version > coalesce((select max(version) from ledger_entry f
      where f.account_id = a.id and f.balance_after >= needed), 0)
  join ledger_posting p on p.id = e.posting_id
  where a.agency_id = wanted and a.kind = 'deposit' and a.currency = in_currency and a.balance < needed
    and not exists (select from ledger_account o where o.agency_id = wanted and o.kind = 'deposit'
      and o.currency <> in_currency and o.balance > 0)
  order by e.version limit 1
$function$
;

CREATE OR REPLACE FUNCTION public.end_session(wanted bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  delete from session where token_hash = wanted
$function$
;

CREATE OR REPLACE FUNCTION public.find_case_person_by_receipt(given_number text, given_hash bytea)
 RETURNS TABLE(complaint_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT COALESCE(n.complaint_id, p.complaint_id) AS "coalesce",
     COALESCE(n.id, p.id) AS "coalesce"
    FROM ((case_person p
      LEFT JOIN case_merge m ON (((m.from_id = p.complaint_id) AND (m.undone_at IS NULL))))
      LEFT JOIN case_person n ON (((n.complaint_id = m.into_id) AND (n.came_from = p.id) AND (n.left_at IS NULL))))
   WHERE ((p.receipt_number = find_case_person_by_receipt.given_number) AND (p.secret_hash = find_case_person_by_receipt.given_hash));
END
;

CREATE OR REPLACE FUNCTION public.find_complaint_by_receipt(given_number text, given_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT complaint.id FROM complaint WHERE ((complaint.number = find_complaint_by_receipt.given_number) AND (complaint.secret_hash = find_complaint_by_receipt.given_hash)))
;

CREATE OR REPLACE FUNCTION public.find_document(wanted text)
 RETURNS TABLE(kind text, number text, office_km text, office_en text, dated date, pdf_hash bytea, in_force_from date, in_force_until date, replaced_by_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select d.kind, d.number, o.name_km, o.name_en, d.dated, d.pdf_hash, d.in_force_from,
    d.in_force_until, newer.number
  from document d left join office o on o.id = d.office_id
    left join document newer on newer.code = d.replaced_by
  where d.code = wanted
$function$
;

CREATE OR REPLACE FUNCTION public.has_mediated(wanted uuid, somebody uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM conciliation
           WHERE ((conciliation.complaint_id = has_mediated.wanted) AND (conciliation.conducted_by = has_mediated.somebody)))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION public.house_figures()
 RETURNS TABLE(backup_at timestamp with time zone, backup_bytes bigint, backup_outcome text, data_disk_free bigint, backup_disk_free bigint, certificate_until timestamp with time zone, certificate_problem text, machine_checked_at timestamp with time zone, job_waits_since timestamp with time zone, jobs_failed bigint, database_bytes bigint, sealed_at timestamp with time zone, unsealed_since timestamp with time zone, digest_day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
begin
  return query select
    (select max(of_moment) from backup_run where kind = 'backup' and outcome <> 'failed'),
    (select bytes from backup_run where kind = 'backup' and outcome <> 'failed'
      order by of_moment desc limit 1),
    (select outcome from backup_run where kind = 'backup' order by finished_at desc limit 1),
    (select value from machine_check where what = 'data-disk'),
    (select value from machine_check where what = 'backup-disk'),
    (select to_timestamp(value) from machine_check where what = 'certificate'),
    (select problem from machine_check where what = 'certificate'),
    (select max(checked_at) from machine_check),
    (select min(run_at) from graphile_worker.jobs
      where run_at < now() and attempts < max_attempts and locked_at is null),
    jobs_given_up(),
    pg_database_size(current_database()),
    (select max(sealed_at) from seal_block),
    (select min(recorded_at) from event e
      where xid >= coalesce((select up_to_xid from seal_block where ledger = 'event'
        order by number desc limit 1), '0'::xid8)),
    (select max(day) from daily_digest);
end $function$
;

CREATE OR REPLACE FUNCTION public.in_one_line(one uuid, other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with recursive
    above as (select id, superior_id from office where id = one
      union select o.id, o.superior_id from above a join office o on o.id = a.superior_id),
    below as (select id from office where id = one
      union select o.id from below b join office o on o.superior_id = b.id)
  select other in (select id from above union all select id from below)
$function$
;

CREATE OR REPLACE FUNCTION public.is_approved(of_kind text, what text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (EXISTS (SELECT FROM change WHERE ((change.kind = is_approved.of_kind) AND (change.subject = is_approved.what) AND (change.status = 'approved'::text))))
;

CREATE OR REPLACE FUNCTION public.is_on_protected_track(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (EXISTS (SELECT FROM complaint WHERE ((complaint.id = is_on_protected_track.wanted) AND complaint.is_protected)))
;

CREATE OR REPLACE FUNCTION public.jobs_given_up()
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  return (select count(*) from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
      and (max_attempts > 1 or run_at > now() - interval '1 hour'));
end $function$
;

CREATE OR REPLACE FUNCTION public.joined_standing(joined uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT c.status
    FROM (case_merge m
      JOIN complaint c ON ((c.id = m.into_id)))
   WHERE ((m.from_id = joined_standing.joined) AND (m.undone_at IS NULL));
END
;

CREATE OR REPLACE FUNCTION public.keep_days_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select l.agency_id, days_held(l, new) into new.agency_id, new.held
  from licence l where l.id = new.licence_id;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_days_held_of_licence()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update licence_destination d set held = 'empty' where d.licence_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_decision_as_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.issued_at is not null and (new.content_sealed, new.terms, new.finding, new.kind,
    new.decided_by, new.issued_at, new.signature_id, new.worker_until, new.agency_until)
    is distinct from (old.content_sealed, old.terms, old.finding, old.kind, old.decided_by,
    old.issued_at, old.signature_id, old.worker_until, old.agency_until) then
    raise insufficient_privilege using message = 'a signed decision stays as it is';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_inquiry_sides_apart()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user <> 'become_app' or actor_kind() = 'system' then return new; end if;
  if actor_agency() is null then
    if (new.answer_sealed, new.answered_at, new.answered_by)
      is distinct from (old.answer_sealed, old.answered_at, old.answered_by) then
      raise insufficient_privilege using message = 'an answer is the agency''s own';
    end if;
  elsif old.status <> 'asked' or new.status <> 'answered'
    or (new.area, new.worker_name_sealed, new.story_sealed)
      is distinct from (old.area, old.worker_name_sealed, old.story_sealed)
  then
    raise insufficient_privilege using message = 'an agency answers once, and changes nothing else';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_letter_as_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.number is not null and (new.number, new.year) is distinct from (old.number, old.year) then
    raise insufficient_privilege using message = 'the number of a letter stays';
  end if;
  if old.signed_at is not null and (new.heading_sealed, new.edition, new.pdf_file, new.signed_by,
    new.signed_at, new.dated, new.code) is distinct from (old.heading_sealed, old.edition,
    old.pdf_file, old.signed_by, old.signed_at, old.dated, old.code) then
    raise insufficient_privilege using message = 'a signed letter stays as it is';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_register_name()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from register_name where agency_id = new.agency_id and name_id = new.id;
  insert into register_name (name_id, agency_id, kind, name, key, sound)
  select new.id, new.agency_id, new.kind, new.name, new.key, new.sound
  from agency where id = new.agency_id and agency.is_public and new.is_public;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_register_of_agency()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from register_name where agency_id = new.id;
  insert into register_name (name_id, agency_id, kind, name, key, sound)
  select id, agency_id, kind, name, key, sound from agency_name
  where agency_id = new.id and is_public and new.is_public;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.make_coming_partitions()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select make_month_partitions('event', current_date, (current_date + interval '3 months')::date);
  select make_month_partitions('audit', current_date, (current_date + interval '3 months')::date);
  select make_month_partitions('outgoing_message', current_date,
    (current_date + interval '3 months')::date);
$function$
;

CREATE OR REPLACE FUNCTION public.make_month_partitions(parent text, from_day date, to_day date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  month date := date_trunc('month', from_day);
  part text;
begin
  while month <= to_day loop
    part := format('%s_%s', parent, to_char(month, 'YYYY_MM'));
    if to_regclass(part) is null then
      execute format('create table %I partition of %I for values from (%L) to (%L)',
        part, parent, month::timestamp at time zone 'UTC',
        (month + interval '1 month')::timestamp at time zone 'UTC');
    end if;
    month := month + interval '1 month';
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.note_unread()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  target uuid;
begin
  -- The case first: of two who write and read at the same time, the second sees what the first did.
  perform from complaint where id = new.complaint_id for no key update;
  update complaint c set unread = not c.unread
    where c.id = new.complaint_id and c.unread <> exists (select from complaint_message m
      where m.complaint_id = c.id and m.read_at is null and m.from_side = 'complainant');
  select into_id into target from case_merge
    where from_id = new.complaint_id and undone_at is null;
  if target is not null then
    perform from complaint where id = target for no key update;
    update complaint c set unread = not c.unread
      where c.id = target and c.unread <> exists (select from complaint_message m
        where m.complaint_id in (select case_with_joined(target)) and m.read_at is null
          and m.from_side = 'complainant');
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.officers_in_conflict(wanted uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT k.person_id), '{}'::uuid[]) AS "coalesce"
    FROM conflict_of_interest k
   WHERE ((k.ended_at IS NULL) AND ((k.agency_id IN ( SELECT complaint.agency_id
            FROM complaint
           WHERE (complaint.id = officers_in_conflict.wanted)
         UNION ALL
          SELECT case_party.agency_id
            FROM case_party
           WHERE ((case_party.complaint_id = officers_in_conflict.wanted) AND (case_party.ended_at IS NULL)))) OR (k.party_index IN ( SELECT complaint.respondent_index
            FROM complaint
           WHERE (complaint.id = officers_in_conflict.wanted)
         UNION ALL
          SELECT case_party.name_index
            FROM case_party
           WHERE ((case_party.complaint_id = officers_in_conflict.wanted) AND (case_party.ended_at IS NULL)))) OR (k.worker_index IN ( SELECT w.name_index
            FROM (complaint c
              JOIN worker w ON ((w.id = c.worker_id)))
           WHERE (c.id = officers_in_conflict.wanted)
         UNION ALL
          SELECT case_person.name_index
            FROM case_person
           WHERE (case_person.complaint_id = officers_in_conflict.wanted)))));
END
;

CREATE OR REPLACE FUNCTION public.open_sums_of_agencies(wanted uuid[])
 RETURNS TABLE(agency_id uuid, currency text, minor bigint, uncounted integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select one.agency_id, one.currency, sum(one.minor)::bigint, (count(*) - count(one.minor))::int
  from (
    select d.debtor_agency_id as agency_id, d.currency, (o.balance + p.balance) as minor
    from due d
    join ledger_account o on o.due_id = d.id and o.kind = 'owed'
    join ledger_account p on p.due_id = d.id and p.kind = 'paid'
    where d.debtor_agency_id = any (wanted) and o.balance + p.balance > 0
    union all
    select a.agency_id, l.currency, l.minor
    from (
      select c.id, c.agency_id from complaint c
      where c.agency_id = any (wanted) and c.closed_at is null
      union
      select y.complaint_id, y.agency_id from case_party y join complaint c on c.id = y.complaint_id
      where y.agency_id = any (wanted) and y.ended_at is null and c.closed_at is null) a
    join case_claim l on l.complaint_id = a.id
    where l.direction = 'of-worker' and l.state in ('alleged', 'disputed')
      and not exists (select from due d
        where d.case_id = l.complaint_id and d.beneficiary_id = l.person_id)) one
  where actor_kind() = 'system' or (actor_kind() = 'person' and actor_agency() is null
    and actor_is_officer())
  group by one.agency_id, one.currency
$function$
;

CREATE OR REPLACE FUNCTION public.opens_hidden_case(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  hidden complaint;
  track protection_track;
begin
  if actor_kind() <> 'person' or actor_agency() is not null then return false; end if;
  select * into hidden from complaint where id = wanted;
  if hidden.id is null then return false; end if;
  -- Before all else: nobody in the line of command of an office that the complaint names, and
  -- nobody who works only in that office's province.
  if hidden.about_office and exists (select from complaint_office n join office o on o.id = n.office_id
    where n.complaint_id = wanted and (in_one_line(n.office_id, actor_office())
      or (o.province is not null and o.province = any (coalesce(actor_areas(), '{}'))))) then
    return false;
  end if;
  if hidden.owner_id::text = actor_id() then return true; end if;
  if exists (select from protection_grant g where g.complaint_id = wanted
    and g.person_id::text = actor_id() and g.ended_at is null
    and g.ends_on >= (now() at time zone 'Asia/Phnom_Penh')::date) then return true; end if;
  if hidden.about_office and not hidden.is_protected then
    return (hidden.office_id = actor_office()
        and actor_roles() && '{complaints-officer,complaints-head}'::text[])
      or hidden.helped_by::text = actor_as_helper();
  end if;
  select * into track from protection_track where complaint_id = wanted;
  if track.head_id is not null then return track.head_id::text = actor_id(); end if;
  -- Until somebody has it, the heads who can give it to somebody.
  return 'complaints-head' = any (actor_roles()) and actor_reaches_area(hidden.area)
    and (not hidden.about_office or hidden.office_id = actor_office());
end $function$
;

CREATE OR REPLACE FUNCTION public.operating_figures()
 RETURNS TABLE(overdue bigint, jobs_waiting bigint, jobs_failed bigint, seal_age_seconds bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  return query select
    (select count(*) from clock where stopped_at is null and due_at < now()),
    (select count(*) from graphile_worker.jobs where run_at < now() and attempts < max_attempts),
    jobs_given_up(),
    (select coalesce(extract(epoch from now() - max(sealed_at)), 0)::bigint from seal_block);
end $function$
;

CREATE OR REPLACE FUNCTION public.overseen_cases(most integer)
 RETURNS TABLE(complaint_id uuid, number text, hidden_as text, office_id uuid, outside_body text, status text, received_at timestamp with time zone, next_due_at timestamp with time zone, has_owner boolean, has_caseworker boolean, screened_at timestamp with time zone, referrals_open integer, retaliations integer, last_event text, last_event_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.id, c.number,
    case when c.is_protected and c.about_office then 'both' when c.is_protected then 'protected'
      else 'about-office' end,
    c.office_id, c.outside_body, c.status, c.received_at, c.next_due_at, c.owner_id is not null,
    (select t.caseworker_id is not null from protection_track t where t.complaint_id = c.id),
    (select max(made_at) from screening s where s.complaint_id = c.id),
    (select count(*)::int from referral r where r.complaint_id = c.id and r.next_on is not null),
    (select count(*)::int from retaliation r where r.complaint_id = c.id),
    e.type, e.happened_at
  from complaint c
  left join lateral (select type, happened_at from event
    where record_id = c.id and record_type = 'complaint'
    order by happened_at desc, id desc limit 1) e on true
  where (c.is_protected or c.about_office)
    and (actor_kind() = 'system'
      or (actor_kind() = 'person' and actor_agency() is null and 'oversight' = any (actor_roles())))
  order by c.next_due_at nulls last, c.id limit most
$function$
;

CREATE OR REPLACE FUNCTION public.post_to_ledger(posting_ids uuid[], kinds text[], source_types text[], source_ids uuid[], at timestamp with time zone, entry_postings uuid[], entry_accounts uuid[], entry_minors bigint[])
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.queue_background_job(task text, payload json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, priority => 50);
end $function$
;

CREATE OR REPLACE FUNCTION public.queue_job(task text, payload json, run_at timestamp with time zone, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
end $function$
;

CREATE OR REPLACE FUNCTION public.queue_job_for_later(task text, payload json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, priority => 100,
    queue_name => 'for-later');
end $function$
;

CREATE OR REPLACE FUNCTION public.register_names_like(wanted text, most integer)
 RETURNS TABLE(agency_id uuid, name text)
 LANGUAGE sql
 STABLE
 SET enable_seqscan TO 'off'
AS $function$
  select agency_id, name from (
    (select r.agency_id, r.name, similarity(r.sound, wanted) as near
      from register_name r where r.sound % wanted order by near desc, r.name limit most)
    union all
    -- A short name inside a long one is found too, if not quite as near.
    (select r.agency_id, r.name, word_similarity(wanted, r.sound) * 0.9
      from register_name r where wanted <% r.sound order by 3 desc, r.name limit most)
  ) found
  group by agency_id, name order by max(near) desc, name limit most
$function$
;

CREATE OR REPLACE FUNCTION public.sees_complaint(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$ begin return exists (select from complaint where id = wanted); end $function$
;

CREATE OR REPLACE FUNCTION public.sees_concern(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$ begin return exists (select from concern where id = wanted); end $function$
;

CREATE OR REPLACE FUNCTION public.session_identity(wanted bytea, at timestamp with time zone, idle interval)
 RETURNS TABLE(session_id uuid, person_id uuid, name_km text, name_en text, second_factor text, assignments jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  live session;
begin
  select * into live from session s
  where s.token_hash = wanted and s.expires_at > at and s.last_seen_at > at - idle;
  if live.id is null then return; end if;
  if live.last_seen_at < at - interval '1 minute' then
    update session s set last_seen_at = at where s.id = live.id;
  end if;
  return query
    select live.id, p.id, p.name_km, p.name_en,
      case when live.second_factor_at is null and c.totp_secret is not null then 'awaited'
        when live.second_factor_at is null or c.first_password_until is not null then 'not-set-up'
        else 'passed' end,
      coalesce(acting_assignment(live.acting, p.id, at), current_assignments(p.id, at))
    from person p left join credential c on c.person_id = p.id
    where p.id = live.person_id and p.disabled_at is null;
end $function$
;

CREATE OR REPLACE FUNCTION public.sign_in_credential(wanted text, at timestamp with time zone)
 RETURNS TABLE(person_id uuid, password_hash text, has_second_factor boolean, first_password boolean, demonstration boolean, disabled boolean, assignments jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select p.id, case when c.first_password_until is null or c.first_password_until > at
      then c.password_hash end,
    c.totp_secret is not null, c.first_password_until is not null, p.demonstration,
    p.disabled_at is not null, current_assignments(p.id, at)
  from person p left join credential c on c.person_id = p.id
  where p.login = wanted
$function$
;

CREATE OR REPLACE FUNCTION public.sign_in_identity(wanted_issuer text, wanted_subject text, at timestamp with time zone)
 RETURNS TABLE(person_id uuid, has_second_factor boolean, first_password boolean, demonstration boolean, disabled boolean, assignments jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.person_id, c.has_second_factor, c.first_password, c.demonstration, c.disabled,
    c.assignments
  from person_identity i
  join person p on p.id = i.person_id
  cross join lateral sign_in_credential(p.login, at) c
  where i.issuer = wanted_issuer and i.subject = wanted_subject
$function$
;

CREATE OR REPLACE FUNCTION public.token_identity(wanted bytea, at timestamp with time zone)
 RETURNS TABLE(person_id uuid, name_km text, name_en text, scopes text[], assignments jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  live api_token;
begin
  select * into live from api_token t
  where t.token_hash = wanted and t.expires_at > at and t.revoked_at is null;
  if live.id is null then return; end if;
  if live.last_used_at is null or live.last_used_at < at - interval '1 minute' then
    update api_token t set last_used_at = at where t.id = live.id;
  end if;
  return query
    select p.id, p.name_km, p.name_en, live.scopes, current_assignments(p.id, at)
    from person p where p.id = live.person_id and p.disabled_at is null;
end $function$
;

CREATE OR REPLACE FUNCTION public.verify_contact(wanted uuid, typed bytea, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  right_code boolean;
begin
  update agency_contact_code set tries = tries + 1
  where contact_id = wanted and agency_id = actor_agency() and expires_at > at and tries < 5
  returning code_index = typed into right_code;
  if not coalesce(right_code, false) then return false; end if;
  delete from agency_contact_code where contact_id = wanted;
  update agency_contact set verified_how = 'code', verified_at = at, verified_by = actor_id()
  where id = wanted and verified_how is null;
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION public.what_keeps_case_open(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select case
    when not exists (select from outcome o where o.complaint_id = wanted and o.ended_on is null)
      then 'nothing-recorded'
    when exists (select from ledger_account a
      where a.case_id = wanted and a.kind = 'owed' and a.balance > 0) then 'still-owed'
    when exists (select from ledger_account a
      where a.case_id = wanted and a.kind = 'paid' and a.balance > 0) then 'not-confirmed'
    when exists (select from money_term t where t.complaint_id = wanted and t.next_on is not null)
      then 'still-recurring'
    when exists (select from remedy r
      where r.complaint_id = wanted and r.status in ('due', 'reported')) then 'still-to-be-done'
    when exists (select from case_person p where p.complaint_id = wanted and p.left_at is null
      and p.joins <> 'refused' and not exists (select from outcome_person a
        join outcome o on o.id = a.outcome_id
        where a.person_id = p.id and o.ended_on is null and (a.answer = 'accepted'
          or (a.answer = 'not-reached' and o.kind in ('decision', 'award-elsewhere')))))
      then 'somebody-without-outcome'
  end
  where exists (select from complaint c where c.id = wanted)
    and (actor_kind() = 'system' or (actor_kind() = 'complainant' and wanted::text = actor_id())
      or actor_is_officer())
$function$
;


-- Grants on tables and views

access_review: become_app select
access_review: become_jobs insert, select
access_review_line: become_app select
access_review_line: become_jobs insert, select
agency: become_app insert, select
agency: become_jobs insert, select
agency_contact: become_app insert, select
agency_contact: become_jobs insert, select
agency_contact_code: become_app insert, select
agency_contact_code: become_jobs select
agency_inquiry: become_app insert, select
agency_inquiry: become_jobs select
agency_link: become_app insert, select
agency_link: become_jobs select
agency_link_judgement: become_app insert, select
agency_name: become_app insert, select
agency_name: become_jobs insert, select
agency_person: become_app insert, select
agency_person: become_jobs select
agency_person_judgement: become_app insert, select
agency_proposal: become_app insert, select
agency_proposal: become_jobs select
agency_role: become_app insert, select
agency_role: become_jobs select
agency_site: become_app insert, select
agency_site: become_jobs insert, select
agency_warning: become_app insert, select
agency_warning: become_jobs select
alarm: become_app select
alarm: become_jobs delete, insert, select
alarm_notice: become_app select
alarm_notice: become_jobs delete, insert, select
api_token: become_app insert, select
api_token: become_jobs delete
appeal: become_app insert, select
appeal: become_jobs select
approver_pool: become_app insert, select
approver_pool: become_jobs insert, select
assignment: become_app insert, select
assignment: become_jobs select
audit: become_app insert, select
audit: become_jobs insert, select
backup_run: become_app select
backup_run: become_jobs select
best_interest: become_app insert, select
best_interest: become_jobs select
best_interest_step: become_app insert, select
best_interest_step: become_jobs select
case_claim: become_app insert, select
case_claim: become_jobs insert, select
case_draw: become_app insert, select
case_draw: become_jobs insert, select
case_merge: become_app insert, select
case_merge: become_jobs select
case_party: become_app insert, select
case_party: become_jobs insert, select
case_person: become_app insert, select
case_person: become_jobs insert, select
case_representative: become_app insert, select
case_representative: become_jobs select
case_statement: become_app insert, select
case_statement: become_jobs select
caseworker: become_app insert, select
caseworker: become_jobs select
change: become_app insert, select
change: become_jobs select
claim_filing: become_app insert, select
claim_filing: become_jobs select
clock: become_app insert, select, update
clock: become_jobs insert, select, update
commune: become_app select
commune: become_jobs select
complaint: become_app insert, select
complaint: become_jobs insert, select
complaint_category: become_app select
complaint_category: become_jobs insert, select
complaint_claim: become_app insert, select
complaint_claim: become_jobs insert, select
complaint_contact: become_app insert, select
complaint_contact: become_jobs insert, select
complaint_draft: become_app delete, insert, select, update
complaint_draft: become_jobs delete, select
complaint_message: become_app insert, select
complaint_message: become_jobs select
complaint_number: become_app usage
complaint_number: become_jobs usage
complaint_office: become_app insert, select
complaint_office: become_jobs select
concern: become_app insert, select
concern: become_jobs select
concern_help: become_app insert, select
concern_help: become_jobs select
conciliation: become_app insert, select
conciliation: become_jobs select
conciliation_attendance: become_app insert, select
conciliation_attendance: become_jobs select
conciliation_cost: become_app insert, select
conciliation_cost: become_jobs select
conflict_of_interest: become_app insert, select
conflict_of_interest: become_jobs select
consent: become_app insert, select
consent: become_jobs select
credential: become_app insert, select
credit: become_app insert, select
credit: become_jobs insert, select
currency: become_app select
currency: become_jobs select
daily_digest: become_app select
daily_digest: become_jobs insert, select
decision: become_app insert, select
decision: become_jobs select
decision_person: become_app insert, select
decision_person: become_jobs select
delegation: become_app insert, select
delegation: become_jobs select
delivery_receipt: become_jobs delete, insert, select
deposit: become_app insert, select
deposit: become_jobs select
deposit_alarm: become_app select
deposit_alarm: become_jobs insert, select
deposit_change: become_app insert, select
deposit_change: become_jobs select
deposit_cover: become_app select
deposit_cover: become_jobs insert, select, update
deposit_demand: become_app insert, select
deposit_demand: become_jobs select
deposit_guarantee: become_app insert, select
deposit_guarantee: become_jobs select
deposit_guarantee_extension: become_app insert, select
deposit_guarantee_extension: become_jobs select
deposit_override: become_app insert, select
deposit_override: become_jobs select
deposit_release: become_app insert, select
deposit_release: become_jobs select
destination: become_app select
destination: become_jobs select
destination_area: become_app select
destination_area: become_jobs select
district: become_app select
district: become_jobs select
document: become_app insert, select
document: become_jobs insert, select
draw_order: become_app insert, select
draw_order: become_jobs select
draw_order_number: become_app usage
draw_share: become_app insert, select
draw_share: become_jobs select
due: become_app insert, select
due: become_jobs insert, select
due_payment: become_app insert, select
due_payment: become_jobs insert, select
due_reminder: become_app select
due_reminder: become_jobs insert, select
event: become_app insert, select
event: become_jobs insert, select
evidence: become_app insert, select
evidence: become_jobs insert, select
exchange_rate: become_app insert, select
exchange_rate: become_jobs select
exhibit: become_app insert, select
exhibit: become_jobs select
held_file: become_app insert, select, update
held_file: become_jobs delete, insert, select, update
holiday: become_app select
holiday: become_jobs delete, insert, select
import_document: become_app insert, select
import_document: become_jobs delete, insert, select
import_finding: become_app select
import_finding: become_jobs insert, select
import_run: become_app insert, select
import_run: become_jobs select
imported_document: become_app select
imported_document: become_jobs insert, select
late_entry: become_app insert, select
late_entry: become_jobs select
ledger_account: become_app select
ledger_account: become_jobs select
ledger_entry: become_app select
ledger_entry: become_jobs select
ledger_posting: become_app select
ledger_posting: become_jobs select
letter: become_app insert, select
letter: become_jobs insert, select
letter_annotation: become_app insert, select
letter_annotation: become_jobs select
letter_copy: become_app insert, select
letter_copy: become_jobs select
letter_counter: become_app insert, select
letter_scan: become_app insert, select
letter_scan: become_jobs select
letter_text: become_app insert, select
letter_text: become_jobs select
licence: become_app insert, select
licence: become_jobs insert, select
licence_decision: become_app insert, select
licence_decision: become_jobs insert, select
licence_destination: become_app insert, select
licence_destination: become_jobs insert, select
machine_check: become_app select
machine_check: become_jobs insert, select, update
missed_deadline: become_app insert, select
missed_deadline: become_jobs select
money_term: become_app insert, select
money_term: become_jobs insert, select
must_not_be_told: become_app insert, select
must_not_be_told: become_jobs select
note: become_app insert, select
note: become_jobs insert, select
office: become_app select
office: become_jobs insert, select
old_case: become_app select
old_case: become_jobs insert, select
outcome: become_app insert, select
outcome: become_jobs insert, select
outcome_person: become_app insert, select
outcome_person: become_jobs insert, select
outgoing_cause: become_jobs delete, insert, select
outgoing_message: become_app select
outgoing_message: become_jobs insert, select
outgoing_part: become_jobs delete, insert, select
paper_form: become_app insert, select
paper_form: become_jobs select
paper_form_number: become_app usage
passkey: become_app delete, insert, select
pay_out_day: become_app insert, select
pay_out_day: become_jobs select
pay_out_entry: become_app insert, select
pay_out_entry: become_jobs select
pay_out_line: become_app insert, select
pay_out_line: become_jobs select
pay_out_number: become_app usage
pay_wish: become_app insert, select
pay_wish: become_jobs select
person: become_app insert, select
person: become_jobs select
person_email: become_app delete, insert, select
person_email: become_jobs select
person_email_waiting: become_app delete, insert, select
person_email_waiting: become_jobs delete, select
person_identity: become_app delete, insert, select
person_key: become_app insert, select
person_key: become_jobs insert, select
person_request: become_app insert, select
person_request: become_jobs select
proceeding: become_app insert, select
proceeding: become_jobs select
proceeding_entry: become_app insert, select
proceeding_entry: become_jobs select
proceeding_person: become_app insert, select
proceeding_person: become_jobs select
protection_grant: become_app insert, select
protection_grant: become_jobs select
protection_track: become_app insert, select
protection_track: become_jobs select
province: become_app select
province: become_jobs select
rate_limit: become_app delete, insert, select, update
rate_limit: become_jobs delete, insert, select, update
receipt_session: become_app delete, insert, select
receipt_session: become_jobs delete, select
recruiter_number: become_app usage
referral: become_app insert, select
referral: become_jobs select
register_name: become_app select
register_name: become_jobs select
remedy: become_app insert, select
remedy: become_jobs insert, select
retaliation: become_app insert, select
retaliation: become_jobs select
rule: become_app insert, select
rule: become_jobs select
screening: become_app insert, select
screening: become_jobs select
seal_block: become_jobs insert, select
seal_entry: become_jobs insert, select
session: become_app delete, insert, select
session: become_jobs delete
setup_step: become_app select
setup_step: become_jobs select
sign_in_failure: become_app delete, insert, select, update
sign_in_failure: become_jobs delete, select
signature: become_app insert, select
signature: become_jobs select
sink_message: become_app select
sink_message: become_jobs delete, insert, select
statistic_figure: become_app select
statistic_figure: become_jobs delete, insert, select
status_list: become_app select
status_list: become_jobs delete, insert, select
status_place: become_app usage
status_place: become_jobs usage
submission: become_app insert, select
submission: become_jobs delete, select
telegram_chat: become_app delete, select
telegram_chat: become_jobs delete, insert, select
telegram_code: become_app delete, insert, select
telegram_code: become_jobs delete, select
telegram_update: become_jobs delete, insert, select
telegram_waiting: become_jobs delete, insert, select
time_bar_alarm: become_jobs insert, select
token_key: become_app select
token_key: become_jobs select
village: become_app select
village: become_jobs select
voice_clip: become_app insert, select
voice_clip: become_jobs select
withdrawal_call: become_app insert, select
withdrawal_call: become_jobs select
word_given: become_app insert, select
word_given: become_jobs insert, select
wording: become_app insert, select
wording: become_jobs select
worker: become_app insert, select
worker: become_jobs insert, select
workers_abroad: become_app insert, select
workers_abroad: become_jobs select
worklist_view: become_app delete, insert, select

-- Grants on columns

access_review.closed_at: become_jobs update
access_review_line.confirmed_at: become_app update
access_review_line.confirmed_by: become_app update
access_review_line.lapsed: become_jobs update
agency.is_public: become_app update
agency.name_km: become_app update
agency.name_km: become_jobs update
agency.name_latin: become_app update
agency.name_latin: become_jobs update
agency.version: become_app update
agency.version: become_jobs update
agency_contact.end_proposal_id: become_app update
agency_contact.end_recorded_at: become_app update
agency_contact.is_public: become_app update
agency_contact.to_day: become_app update
agency_contact.to_day: become_jobs update
agency_contact.verified_at: become_app update
agency_contact.verified_by: become_app update
agency_contact.verified_how: become_app update
agency_contact.verified_note: become_app update
agency_contact_code.asked_at: become_app update
agency_contact_code.asked_by: become_app update
agency_contact_code.code_index: become_app update
agency_contact_code.code_sealed: become_app update
agency_contact_code.expires_at: become_app update
agency_contact_code.key_id: become_app update
agency_contact_code.tries: become_app update
agency_inquiry.answer_sealed: become_app update
agency_inquiry.answered_at: become_app update
agency_inquiry.answered_by: become_app update
agency_inquiry.area: become_app update
agency_inquiry.person_names_sealed: become_app update
agency_inquiry.persons_agreed: become_app update
agency_inquiry.status: become_app update
agency_inquiry.story_sealed: become_app update
agency_inquiry.version: become_app update
agency_inquiry.worker_name_sealed: become_app update
agency_link.is_public: become_app update
agency_name.is_public: become_app update
agency_name.is_public: become_jobs update
agency_person.changed_at: become_app update
agency_person.facts_sealed: become_app update
agency_person.identity_index: become_app update
agency_person.names_sealed: become_app update
agency_person.nationality: become_app update
agency_person.phone_index: become_app update
agency_person.same_as: become_app update
agency_person.sounds: become_app update
agency_proposal.decided_at: become_app update
agency_proposal.decided_by: become_app update
agency_proposal.reason_sealed: become_app update
agency_proposal.status: become_app update
agency_proposal.version: become_app update
agency_role.end_proposal_id: become_app update
agency_role.end_recorded_at: become_app update
agency_role.to_day: become_app update
agency_site.end_proposal_id: become_app update
agency_site.end_recorded_at: become_app update
agency_site.is_public: become_app update
agency_site.to_day: become_app update
agency_site.to_day: become_jobs update
agency_warning.appeal: become_app update
agency_warning.appeal_until: become_app update
agency_warning.ends_on: become_app update
agency_warning.is_public: become_app update
alarm.ended_at: become_jobs update
alarm.raised_at: become_jobs update
alarm.state: become_jobs update
alarm.told_at: become_jobs update
alarm.well_since: become_jobs update
alarm.worse_since: become_jobs update
alarm_notice.attempts: become_jobs update
alarm_notice.code: become_jobs update
alarm_notice.next_try_at: become_jobs update
alarm_notice.settled_at: become_jobs update
alarm_notice.status: become_jobs update
api_token.expires_at: become_jobs select
api_token.id: become_jobs select
api_token.revoked_at: become_app update
api_token.revoked_at: become_jobs select
approver_pool.to_day: become_app update
approver_pool.to_day: become_jobs update
assignment.to_day: become_app update
assignment.to_day: become_jobs update
best_interest.decided_at: become_app update
best_interest.decided_by: become_app update
best_interest.decision_sealed: become_app update
best_interest.guardian: become_app update
best_interest.guardian_involved: become_app update
best_interest.proposed_at: become_app update
best_interest.proposed_by: become_app update
best_interest.status: become_app update
best_interest.version: become_app update
case_claim.area: become_app update
case_claim.currency: become_app update
case_claim.minor: become_app update
case_claim.state: become_app update
case_claim.version: become_app update
case_merge.undone_at: become_app update
case_merge.undone_by: become_app update
case_party.area: become_app update
case_party.ended_at: become_app update
case_party.name_index: become_jobs update
case_person.area: become_app update
case_person.contact_index: become_app update
case_person.contact_index: become_jobs update
case_person.contact_key_id: become_app update
case_person.contact_sealed: become_app update
case_person.joins: become_app update
case_person.joins_at: become_app update
case_person.left_at: become_app update
case_person.left_why: become_app update
case_person.minor: become_app update
case_person.name_index: become_app update
case_person.name_index: become_jobs update
case_person.name_sealed: become_app update
case_person.name_shown: become_app update
case_person.receipt_number: become_app update
case_person.secret_hash: become_app update
case_person.sex: become_app update
case_person.situation: become_app update
case_person.version: become_app update
case_representative.area: become_app update
case_representative.until: become_app update
case_statement.area: become_app update
caseworker.course: become_app update
caseworker.kept_at: become_app update
caseworker.kept_by: become_app update
caseworker.sex: become_app update
caseworker.trained_on: become_app update
caseworker.trained_until: become_app update
change.approved_at: become_app update
change.approved_by: become_app update
change.came_into_force_at: become_jobs update
change.ended_at: become_app update
change.ended_at: become_jobs update
change.ended_by: become_app update
change.ended_reason: become_app update
change.ended_reason: become_jobs update
change.from_pool: become_app update
change.signature_id: become_app update
change.status: become_app update
change.status: become_jobs update
change.version: become_app update
change.version: become_jobs update
complaint.about_office: become_app update
complaint.area: become_app update
complaint.area: become_jobs update
complaint.awaits_word: become_app update
complaint.awaits_word: become_jobs update
complaint.closed_at: become_app update
complaint.closed_at: become_jobs update
complaint.closed_how: become_app update
complaint.closed_how: become_jobs update
complaint.closed_reason: become_app update
complaint.closed_reason: become_jobs update
complaint.is_protected: become_app update
complaint.next_due_at: become_app update
complaint.next_due_at: become_jobs update
complaint.office_id: become_app update
complaint.office_id: become_jobs update
complaint.outside_body: become_app update
complaint.outside_body: become_jobs update
complaint.owner_id: become_app update
complaint.owner_id: become_jobs update
complaint.respondent_index: become_jobs update
complaint.secret_by: become_app update
complaint.secret_by: become_jobs update
complaint.secret_hash: become_app update
complaint.secret_hash: become_jobs update
complaint.status: become_app update
complaint.status: become_jobs update
complaint.version: become_app update
complaint.version: become_jobs update
complaint_category.name_en: become_jobs update
complaint_category.name_km: become_jobs update
complaint_category.origin: become_jobs update
complaint_category.retired: become_jobs update
complaint_category.sensitive: become_jobs update
complaint_claim.area: become_app update
complaint_contact.area: become_app update
complaint_contact.contact_index: become_jobs update
complaint_message.area: become_app update
complaint_message.read_at: become_app update
concern.complaint_id: become_app update
concern.ended_at: become_app update
concern.ended_sealed: become_app update
concern.next_on: become_app update
concern.owner_id: become_app update
concern.status: become_app update
concern.version: become_app update
concern.yes_heard_by: become_app update
concern.yes_how: become_app update
concern.yes_on: become_app update
conciliation.agency_ids: become_app update
conciliation.conducted_by: become_app update
conciliation.ended_at: become_app update
conciliation.ended_at: become_jobs update
conciliation.failed_why: become_app update
conciliation.held_at: become_app update
conciliation.invited_at: become_app update
conciliation.meets_at: become_app update
conciliation.minutes_sealed: become_app update
conciliation.not_held_why: become_app update
conciliation.not_held_why: become_jobs update
conciliation.outcome_id: become_app update
conciliation.place_sealed: become_app update
conciliation.province: become_app update
conciliation.read_to: become_app update
conciliation.reason_sealed: become_app update
conciliation.report_sealed: become_app update
conciliation.status: become_app update
conciliation.status: become_jobs update
conciliation.version: become_app update
conciliation.version: become_jobs update
conciliation.way: become_app update
conciliation_cost.payer: become_app update
conflict_of_interest.ended_at: become_app update
consent.area: become_app update
consent.withdrawn_at: become_app update
credential.first_password_until: become_app update
credential.password_hash: become_app update
credential.totp_last_step: become_app update
credential.totp_secret: become_app update
credential.totp_since: become_app update
decision.agency_answer: become_app update
decision.agency_answered_on: become_app update
decision.issued_at: become_app update
decision.outcome_id: become_app update
decision.ruled_at: become_app update
decision.ruled_by: become_app update
decision.ruling_sealed: become_app update
decision.signature_id: become_app update
decision.status: become_app update
decision.version: become_app update
decision_person.in_force: become_app update
decision_person.in_force: become_jobs update
delegation.ended_at: become_app update
delegation.ended_by: become_app update
deposit_alarm.ended_at: become_jobs update
deposit_demand.ended_at: become_app update
deposit_demand.ended_reason: become_app update
deposit_demand.status: become_app update
deposit_demand.version: become_app update
deposit_guarantee.called: become_app update
deposit_guarantee.ended_at: become_app update
deposit_guarantee.ended_at: become_jobs update
deposit_guarantee.expires_on: become_app update
deposit_guarantee.status: become_app update
deposit_guarantee.status: become_jobs update
deposit_guarantee.version: become_app update
deposit_guarantee.version: become_jobs update
deposit_override.decided_at: become_app update
deposit_override.decided_by: become_app update
deposit_override.decided_reason: become_app update
deposit_override.status: become_app update
deposit_override.version: become_app update
deposit_release.ended_at: become_app update
deposit_release.ended_by: become_app update
deposit_release.ended_reason: become_app update
deposit_release.executed_at: become_app update
deposit_release.first_signed_at: become_app update
deposit_release.first_signed_by: become_app update
deposit_release.second_signed_by: become_app update
deposit_release.status: become_app update
deposit_release.version: become_app update
document.in_force_until: become_app update
document.replaced_by: become_app update
draw_order.ended_at: become_app update
draw_order.ended_by: become_app update
draw_order.ended_reason: become_app update
draw_order.executed_at: become_app update
draw_order.first_signed_at: become_app update
draw_order.first_signed_by: become_app update
draw_order.second_signed_by: become_app update
draw_order.status: become_app update
draw_order.version: become_app update
due_payment.settled_at: become_app update
due_payment.settled_at: become_jobs update
due_payment.settled_by: become_app update
due_payment.settled_by: become_jobs update
due_payment.settled_how: become_app update
due_payment.settled_how: become_jobs update
due_payment.status: become_app update
due_payment.status: become_jobs update
evidence.area: become_app update
evidence.attempts: become_jobs update
evidence.checked_at: become_jobs update
evidence.file_hash: become_jobs update
evidence.location_sealed: become_jobs update
evidence.original_hash: become_jobs update
evidence.refused_reason: become_jobs update
evidence.released_at: become_app update
evidence.released_by: become_app update
evidence.size: become_jobs update
evidence.small_hash: become_jobs update
evidence.status: become_jobs update
evidence.summary_at: become_app update
evidence.summary_by: become_app update
evidence.summary_sealed: become_app update
exhibit.agency_ids: become_app update
exhibit.kept_back_why: become_app update
exhibit.shown: become_app update
exhibit.sorted_at: become_app update
exhibit.sorted_by: become_app update
import_document.digest: become_jobs update
import_document.fault: become_jobs update
import_document.file_hash: become_jobs update
import_document.kind: become_jobs update
import_run.changed_count: become_jobs update
import_run.confirmed_as: become_app update
import_run.confirmed_at: become_app update
import_run.confirmed_by: become_app update
import_run.done_count: become_jobs update
import_run.ended_at: become_app update
import_run.ended_at: become_jobs update
import_run.file_hash: become_jobs update
import_run.findings_hash: become_jobs update
import_run.line_count: become_jobs update
import_run.new_count: become_jobs update
import_run.problem_count: become_jobs update
import_run.refusal: become_jobs update
import_run.status: become_app update
import_run.status: become_jobs update
import_run.unchanged_count: become_jobs update
import_run.version: become_app update
import_run.version: become_jobs update
late_entry.area: become_app update
ledger_account.agency_id: become_app insert
ledger_account.agency_id: become_jobs insert
ledger_account.case_id: become_app insert
ledger_account.case_id: become_jobs insert
ledger_account.currency: become_app insert
ledger_account.currency: become_jobs insert
ledger_account.due_id: become_app insert
ledger_account.due_id: become_jobs insert
ledger_account.id: become_app insert
ledger_account.id: become_jobs insert
ledger_account.kind: become_app insert
ledger_account.kind: become_jobs insert
ledger_account.party_id: become_app insert
ledger_account.party_id: become_jobs insert
letter.code: become_app update
letter.compared_at: become_app update
letter.compared_by: become_app update
letter.dated: become_app update
letter.edition: become_app update
letter.heading_sealed: become_app update
letter.held_since: become_app update
letter.holder_office_id: become_app update
letter.number: become_app update
letter.pdf_file: become_app update
letter.sent_on: become_app update
letter.signed_at: become_app update
letter.signed_by: become_app update
letter.status: become_app update
letter.version: become_app update
letter.year: become_app update
letter_copy.pdf_file: become_jobs update
letter_counter.last: become_app update
letter_scan.ended_at: become_app update
letter_scan.ended_at: become_jobs update
letter_scan.letter_id: become_app update
letter_scan.letter_id: become_jobs update
letter_scan.reason: become_app update
letter_scan.reason: become_jobs update
letter_scan.status: become_app update
letter_scan.status: become_jobs update
letter_scan.version: become_app update
letter_scan.version: become_jobs update
licence.condition: become_app update
licence.condition: become_jobs update
licence.ended_on: become_app update
licence.ended_on: become_jobs update
licence.status: become_app update
licence.status: become_jobs update
licence.suspended_on: become_app update
licence.suspended_on: become_jobs update
licence.suspended_until: become_app update
licence.suspended_until: become_jobs update
licence.valid_from: become_app update
licence.valid_from: become_jobs update
licence.valid_to: become_app update
licence.valid_to: become_jobs update
licence.version: become_app update
licence.version: become_jobs update
licence_destination.to_day: become_app update
licence_destination.to_day: become_jobs update
money_term.due_on: become_app update
money_term.due_on: become_jobs update
money_term.ended_on: become_app update
money_term.ended_on: become_jobs update
money_term.in_force: become_app update
money_term.in_force: become_jobs update
money_term.next_on: become_app update
money_term.next_on: become_jobs update
must_not_be_told.contact_index: become_app update
must_not_be_told.contact_index: become_jobs update
must_not_be_told.lifted_at: become_app update
note.area: become_app update
office.name_en: become_jobs update
office.name_km: become_jobs update
office.origin: become_jobs update
office.superior_id: become_jobs update
old_case.verified_at: become_app update
old_case.verified_by: become_app update
outcome.ended_on: become_app update
outcome.ended_on: become_jobs update
outcome.ended_why: become_app update
outcome.ended_why: become_jobs update
outcome_person.answer: become_app update
outcome_person.answered_on: become_app update
outcome_person.how: become_app update
outcome_person.recorded_at: become_app update
outcome_person.recorded_by: become_app update
outcome_person.version: become_app update
outgoing_message.attempts: become_jobs update
outgoing_message.code: become_app update
outgoing_message.code: become_jobs update
outgoing_message.handed_over_at: become_jobs update
outgoing_message.next_attempt_at: become_app update
outgoing_message.next_attempt_at: become_jobs update
outgoing_message.settled_at: become_app update
outgoing_message.settled_at: become_jobs update
outgoing_message.status: become_app update
outgoing_message.status: become_jobs update
outgoing_message.tried_at: become_jobs update
paper_form.complaint_id: become_app update
paper_form.entered_at: become_app update
passkey.counter: become_app update
passkey.last_challenge_at: become_app update
passkey.last_used_at: become_app update
pay_out_entry.photo_id: become_app update
pay_out_entry.received_by: become_app update
pay_out_entry.recorded_at: become_app update
pay_out_entry.recorded_by: become_app update
pay_out_entry.status: become_app update
pay_out_entry.version: become_app update
pay_out_line.is_open: become_app update
pay_out_line.payment_id: become_app update
pay_wish.recorded_at: become_app update
pay_wish.recorded_by: become_app update
pay_wish.way: become_app update
person.disabled_at: become_app update
person_key.destroyed_at: become_jobs update
person_key.wrapped: become_jobs update
person_request.decided_at: become_app update
person_request.decided_by: become_app update
person_request.signature_id: become_app update
person_request.status: become_app update
person_request.version: become_app update
proceeding.ended_how: become_app update
proceeding.file_by: become_app update
proceeding.filed_on: become_app update
proceeding.look_on: become_app update
proceeding.number_sealed: become_app update
proceeding.owner_id: become_app update
proceeding.stage: become_app update
proceeding.version: become_app update
protection_grant.ended_at: become_app update
protection_track.caseworker_id: become_app update
protection_track.ended_at: become_app update
protection_track.ended_how: become_app update
protection_track.head_id: become_app update
protection_track.next_on: become_app update
protection_track.status: become_app update
protection_track.version: become_app update
protection_track.wants: become_app update
referral.answer_sealed: become_app update
referral.best_interest_id: become_app update
referral.consent_by: become_app update
referral.consent_how: become_app update
referral.consented_on: become_app update
referral.next_on: become_app update
referral.owner_id: become_app update
referral.status: become_app update
referral.version: become_app update
referral.warning_answer: become_app update
referral.warning_sealed: become_app update
remedy.done_on: become_app update
remedy.due_on: become_app update
remedy.evidence_id: become_app update
remedy.reported_by: become_app update
remedy.settled_at: become_app update
remedy.settled_by: become_app update
remedy.settled_how: become_app update
remedy.status: become_app update
remedy.status: become_jobs update
remedy.version: become_app update
remedy.version: become_jobs update
retaliation.done_by: become_app update
retaliation.done_on: become_app update
retaliation.done_sealed: become_app update
rule.valid_to: become_app update
rule.withdrawn: become_app update
session.acting: become_app update
session.code_attempts: become_app update
session.expires_at: become_jobs select
session.id: become_jobs select
session.last_seen_at: become_jobs select
session.second_factor_at: become_app update
session.signing_by: become_app update
session.signing_since: become_app update
submission.outcome: become_app update
telegram_chat.record_number: become_jobs update
telegram_chat.record_until: become_jobs update
voice_clip.withdrawn_at: become_app update
voice_clip.withdrawn_by: become_app update
withdrawal_call.area: become_app update
wording.withdrawn: become_app update
worker.area: become_app update
worker.name_index: become_jobs update
worklist_view.query: become_app update

-- Grants on functions that not everybody may call

acting_assignment(uuid,uuid,timestamp with time zone)
agency_likenesses(uuid): become_app
case_with_joined(uuid): become_app, become_jobs
current_assignments(uuid,timestamp with time zone): become_jobs
deposit_short_since(uuid,bigint,text): become_app, become_jobs
end_session(bytea): become_app
find_case_person_by_receipt(text,bytea): become_app
find_complaint_by_receipt(text,bytea): become_app
find_document(text): become_app, become_jobs
has_mediated(uuid,uuid): become_app, become_jobs
house_figures(): become_app, become_jobs
is_on_protected_track(uuid): become_app, become_jobs
jobs_given_up()
joined_standing(uuid): become_app, become_jobs
make_coming_partitions(): become_jobs
officers_in_conflict(uuid): become_app, become_jobs
open_sums_of_agencies(uuid[]): become_app, become_jobs
opens_hidden_case(uuid): become_app, become_jobs
operating_figures(): become_app
overseen_cases(integer): become_app
post_to_ledger(uuid[],text[],text[],uuid[],timestamp with time zone,uuid[],uuid[],bigint[]): become_app, become_jobs
queue_background_job(text,json,text): become_app, become_jobs
queue_job(text,json,timestamp with time zone,text): become_app, become_jobs
queue_job_for_later(text,json,text): become_app, become_jobs
session_identity(bytea,timestamp with time zone,interval): become_app
sign_in_credential(text,timestamp with time zone): become_app
sign_in_identity(text,text,timestamp with time zone): become_app
token_identity(bytea,timestamp with time zone): become_app
verify_contact(uuid,bytea,timestamp with time zone): become_app
what_keeps_case_open(uuid): become_app, become_jobs
