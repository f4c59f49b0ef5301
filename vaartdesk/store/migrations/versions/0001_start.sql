create table local (key text primary key, value text not null) without rowid

create table device (id text primary key not null, alive int not null default 1, name text not null default '', person text, letter text not null default '', public_key text not null default '', state text not null default 'actief')

create table txn (device text, seq int, hlc int, author text, kind text, label text, undo_of int, ctx text, schema int, prev blob, hash blob, primary key (device, seq)) without rowid

create table change (device text, seq int, idx int, tbl text, row text, field text, op text, value, salt blob, parents text, primary key (device, seq, idx)) without rowid

create index change_cell on change (tbl, row, field)

create table head (tbl text, row text, field text, device text, seq int, idx int, primary key (tbl, row, field, device, seq, idx)) without rowid

create table have (device text primary key, seq int, hash blob, hlc int) without rowid

create table ctx (device text, seq int, vec text, primary key (device, seq)) without rowid

create table conflict (tbl text, row text, field text, primary key (tbl, row, field)) without rowid

create table inbox (device text, seq int, hash blob, body blob, primary key (device, seq, hash)) without rowid

create table quarantine (device text, seq int, hash blob, body blob, why text, primary key (device, seq, hash)) without rowid

create table erased (tbl text, row text, field text, device text, seq int, primary key (tbl, row, field, device, seq)) without rowid

create table record(docid integer primary key, id text not null unique, kind text not null,
 number text not null default '', title text not null default '', folded text not null default '',
 deleted integer not null default 0)

create index ix_record_number on record(number)

create virtual table record_word using fts5(folded, content='record', content_rowid='docid',
 tokenize='unicode61 remove_diacritics 0', prefix='2 3')

create virtual table record_part using fts5(folded, content='record', content_rowid='docid', tokenize='trigram')

create table draft(kind text not null, id text not null, field text not null, text text not null, at text not null, primary key(kind, id, field)) without rowid

CREATE TABLE action (
    number TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    owner TEXT,
    second_owner TEXT,
    lead TEXT DEFAULT '' NOT NULL,
    priority TEXT DEFAULT '' NOT NULL,
    priority_board TEXT DEFAULT '' NOT NULL,
    priority_council TEXT DEFAULT '' NOT NULL,
    year INTEGER,
    phase TEXT DEFAULT '' NOT NULL,
    starts_on TEXT,
    due_on TEXT,
    visible_from TEXT,
    finished_on TEXT,
    progress INTEGER,
    result TEXT DEFAULT '' NOT NULL,
    parent TEXT,
    pos TEXT DEFAULT '' NOT NULL,
    budget INTEGER,
    committed INTEGER,
    spent INTEGER,
    fund TEXT,
    waits_for TEXT,
    waits_text TEXT DEFAULT '' NOT NULL,
    waits_since TEXT,
    repeat TEXT DEFAULT '' NOT NULL,
    previous TEXT,
    origin TEXT,
    "plan" TEXT,
    change_reason TEXT DEFAULT '' NOT NULL,
    source TEXT,
    source_text TEXT DEFAULT '' NOT NULL,
    source_page TEXT DEFAULT '' NOT NULL,
    addressee TEXT,
    wish TEXT DEFAULT '' NOT NULL,
    moment_text TEXT DEFAULT '' NOT NULL,
    is_example BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_action PRIMARY KEY (id),
    CONSTRAINT fk_action_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_parent_action FOREIGN KEY(parent) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_fund_fund FOREIGN KEY(fund) REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_previous_action FOREIGN KEY(previous) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_origin_action FOREIGN KEY(origin) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_plan_year_plan FOREIGN KEY("plan") REFERENCES year_plan (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_source_agreement FOREIGN KEY(source) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_action_owner ON action (owner)

CREATE INDEX ix_action_parent ON action (parent)

CREATE INDEX ix_action_theme_line_status ON action (theme_line, status)

CREATE TABLE advice (
    title TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    body TEXT,
    addressee TEXT,
    given_on TEXT,
    is_recommendation BOOLEAN DEFAULT '0' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    reply TEXT DEFAULT '' NOT NULL,
    replied_on TEXT,
    reply_by_on TEXT,
    meeting TEXT,
    decision TEXT,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_advice PRIMARY KEY (id),
    CONSTRAINT fk_advice_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_advice_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_advice_decision_decision FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_advice_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_advice_body ON advice (body)

CREATE TABLE agenda_item (
    meeting TEXT,
    parent TEXT,
    title TEXT DEFAULT '' NOT NULL,
    purpose TEXT DEFAULT '' NOT NULL,
    minutes INTEGER,
    presenter TEXT,
    portfolio_holder TEXT,
    theme_line TEXT,
    explanation TEXT DEFAULT '' NOT NULL,
    proposed_decision TEXT DEFAULT '' NOT NULL,
    subject TEXT,
    is_standing BOOLEAN DEFAULT '0' NOT NULL,
    is_closing BOOLEAN DEFAULT '0' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    is_confidential BOOLEAN DEFAULT '0' NOT NULL,
    internal_note TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    report TEXT DEFAULT '' NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT fk_agenda_item_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_parent_agenda_item FOREIGN KEY(parent) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_agenda_item_meeting ON agenda_item (meeting)

CREATE INDEX ix_agenda_item_subject ON agenda_item (subject)

CREATE TABLE agreement (
    title TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    signed_on TEXT,
    year INTEGER,
    until_on TEXT,
    motto TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_agreement PRIMARY KEY (id)
)

CREATE TABLE attachment (
    record_id TEXT,
    title TEXT DEFAULT '' NOT NULL,
    sha256 TEXT DEFAULT '' NOT NULL,
    mime TEXT DEFAULT '' NOT NULL,
    size INTEGER,
    is_photo BOOLEAN DEFAULT '0' NOT NULL,
    taken_at TEXT,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id)
)

CREATE INDEX ix_attachment_record_id ON attachment (record_id)

CREATE TABLE attendance (
    meeting TEXT,
    member TEXT,
    organisation TEXT,
    function TEXT DEFAULT '' NOT NULL,
    has_vote BOOLEAN DEFAULT '0' NOT NULL,
    is_guest BOOLEAN DEFAULT '0' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    deputy TEXT,
    came_at TEXT,
    left_at TEXT,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_attendance PRIMARY KEY (id),
    CONSTRAINT fk_attendance_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attendance_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_attendance_meeting ON attendance (meeting)

CREATE TABLE body (
    title TEXT DEFAULT '' NOT NULL,
    short TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    place TEXT DEFAULT '' NOT NULL,
    usual_time TEXT DEFAULT '' NOT NULL,
    duration INTEGER,
    paper_days INTEGER,
    rrule TEXT DEFAULT '' NOT NULL,
    times_a_year INTEGER,
    invites TEXT DEFAULT '' NOT NULL,
    quorum INTEGER,
    chair TEXT,
    secretary TEXT,
    feeds TEXT,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_body PRIMARY KEY (id),
    CONSTRAINT fk_body_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_body_feeds_body FOREIGN KEY(feeds) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE checklist_item (
    event TEXT,
    title TEXT DEFAULT '' NOT NULL,
    offset_days INTEGER,
    is_done BOOLEAN DEFAULT '0' NOT NULL,
    done_on TEXT,
    is_pinned BOOLEAN DEFAULT '0' NOT NULL,
    fixed_on TEXT,
    time_text TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    phase TEXT DEFAULT '' NOT NULL,
    action TEXT,
    template_item TEXT,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    due_on TEXT,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_checklist_item PRIMARY KEY (id),
    CONSTRAINT fk_checklist_item_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_checklist_item_action_action FOREIGN KEY(action) REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_checklist_item_template_item_runbook_item FOREIGN KEY(template_item) REFERENCES runbook_item (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_checklist_item_event ON checklist_item (event)

CREATE INDEX ix_checklist_item_is_done_due_on ON checklist_item (is_done, due_on)

CREATE TABLE clash_acceptance (
    event TEXT,
    other TEXT,
    reason TEXT DEFAULT '' NOT NULL,
    fingerprint TEXT DEFAULT '' NOT NULL,
    accepted_at TEXT,
    accepted_by TEXT,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_clash_acceptance PRIMARY KEY (id),
    CONSTRAINT fk_clash_acceptance_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_clash_acceptance_event ON clash_acceptance (event)

CREATE INDEX ix_clash_acceptance_other ON clash_acceptance (other)

CREATE TABLE contact_group (
    title TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    rule_segment TEXT,
    rule_street TEXT,
    rule_organisation TEXT,
    rule_body TEXT,
    rule_line TEXT,
    rule_branch TEXT DEFAULT '' NOT NULL,
    rule_tag TEXT DEFAULT '' NOT NULL,
    is_mailing BOOLEAN DEFAULT '0' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_contact_group PRIMARY KEY (id),
    CONSTRAINT fk_contact_group_rule_segment_contact_segment FOREIGN KEY(rule_segment) REFERENCES contact_segment (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_group_rule_street_street FOREIGN KEY(rule_street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_group_rule_organisation_organisation FOREIGN KEY(rule_organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contact_group_rule_line_theme_line FOREIGN KEY(rule_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE contact_segment (
    title TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_contact_segment PRIMARY KEY (id)
)

CREATE TABLE contract (
    title TEXT DEFAULT '' NOT NULL,
    supplier TEXT,
    contact TEXT,
    subject TEXT DEFAULT '' NOT NULL,
    object TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    alternative_to TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    renewal_months INTEGER,
    notice_on TEXT,
    notice_days INTEGER,
    warn_days INTEGER,
    price INTEGER,
    price_period TEXT DEFAULT '' NOT NULL,
    is_indexed BOOLEAN DEFAULT '0' NOT NULL,
    term INTEGER,
    term_unit TEXT DEFAULT '' NOT NULL,
    terms TEXT DEFAULT '' NOT NULL,
    fault_phone TEXT DEFAULT '' NOT NULL,
    fault_email TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    theme_line TEXT,
    budget INTEGER,
    committed INTEGER,
    spent INTEGER,
    fund TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_contract PRIMARY KEY (id),
    CONSTRAINT fk_contract_supplier_organisation FOREIGN KEY(supplier) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contract_contact_person FOREIGN KEY(contact) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contract_alternative_to_contract FOREIGN KEY(alternative_to) REFERENCES contract (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contract_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_contract_fund_fund FOREIGN KEY(fund) REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE decision (
    number TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    follow_up TEXT DEFAULT '' NOT NULL,
    has_no_follow_up BOOLEAN DEFAULT '0' NOT NULL,
    owner TEXT,
    due_on TEXT,
    decided_on TEXT,
    body TEXT,
    meeting TEXT,
    agenda_item TEXT,
    theme_line TEXT,
    votes_for INTEGER,
    votes_against INTEGER,
    votes_blank INTEGER,
    reason TEXT DEFAULT '' NOT NULL,
    agreement TEXT,
    article TEXT DEFAULT '' NOT NULL,
    is_confidential BOOLEAN DEFAULT '0' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY (id),
    CONSTRAINT fk_decision_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_meeting_meeting FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_agenda_item_agenda_item FOREIGN KEY(agenda_item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_decision_agreement_agreement FOREIGN KEY(agreement) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_decision_agenda_item ON decision (agenda_item)

CREATE INDEX ix_decision_body ON decision (body)

CREATE INDEX ix_decision_meeting ON decision (meeting)

CREATE TABLE event (
    number TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    setup_at TEXT,
    breakdown_at TEXT,
    zone TEXT DEFAULT '' NOT NULL,
    is_whole_day BOOLEAN DEFAULT '0' NOT NULL,
    place TEXT,
    place_text TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    category TEXT DEFAULT '' NOT NULL,
    organiser TEXT,
    contact TEXT,
    owner TEXT,
    visitors INTEGER,
    audience TEXT DEFAULT '' NOT NULL,
    is_large BOOLEAN DEFAULT '0' NOT NULL,
    theme_line TEXT,
    description TEXT DEFAULT '' NOT NULL,
    internal_note TEXT DEFAULT '' NOT NULL,
    confirm_reason TEXT DEFAULT '' NOT NULL,
    cancel_reason TEXT DEFAULT '' NOT NULL,
    calendar_status TEXT DEFAULT '' NOT NULL,
    calendar_on TEXT,
    calendar_reference TEXT DEFAULT '' NOT NULL,
    calendar_by TEXT,
    is_public BOOLEAN DEFAULT '0' NOT NULL,
    is_confidential BOOLEAN DEFAULT '0' NOT NULL,
    public_text TEXT DEFAULT '' NOT NULL,
    public_url TEXT DEFAULT '' NOT NULL,
    picture TEXT,
    price_text TEXT DEFAULT '' NOT NULL,
    budget INTEGER,
    committed INTEGER,
    spent INTEGER,
    fund TEXT,
    emergency_text TEXT DEFAULT '' NOT NULL,
    visitors_counted INTEGER,
    cost INTEGER,
    mark INTEGER,
    lessons TEXT DEFAULT '' NOT NULL,
    evaluated_on TEXT,
    copied_from TEXT,
    rrule TEXT DEFAULT '' NOT NULL,
    dates TEXT DEFAULT '' NOT NULL,
    uid TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    sequence INTEGER,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_event PRIMARY KEY (id),
    CONSTRAINT fk_event_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_picture_attachment FOREIGN KEY(picture) REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_fund_fund FOREIGN KEY(fund) REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_copied_from_event FOREIGN KEY(copied_from) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_event_starts_at ON event (starts_at)

CREATE INDEX ix_event_uid ON event (uid)

CREATE TABLE event_member (
    event TEXT,
    member TEXT,
    task TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    is_on_card BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_event_member PRIMARY KEY (id),
    CONSTRAINT fk_event_member_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_event_member_event ON event_member (event)

CREATE TABLE event_override (
    event TEXT,
    original_at TEXT,
    is_skipped BOOLEAN DEFAULT '0' NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    setup_at TEXT,
    breakdown_at TEXT,
    place TEXT,
    title TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_event_override PRIMARY KEY (id),
    CONSTRAINT fk_event_override_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_override_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_event_override_event ON event_override (event)

CREATE TABLE event_partner (
    event TEXT,
    organisation TEXT,
    relation TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_event_partner PRIMARY KEY (id),
    CONSTRAINT fk_event_partner_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_event_partner_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_event_partner_event ON event_partner (event)

CREATE TABLE function (
    person TEXT,
    organisation TEXT,
    title TEXT DEFAULT '' NOT NULL,
    is_board BOOLEAN DEFAULT '0' NOT NULL,
    from_on TEXT,
    to_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_function PRIMARY KEY (id),
    CONSTRAINT fk_function_person_person FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_function_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_function_organisation ON function (organisation)

CREATE INDEX ix_function_person ON function (person)

CREATE TABLE fund (
    title TEXT DEFAULT '' NOT NULL,
    sources TEXT DEFAULT '' NOT NULL,
    amount INTEGER,
    from_on TEXT,
    closes_on TEXT,
    conditions TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_fund PRIMARY KEY (id)
)

CREATE TABLE goal (
    title TEXT DEFAULT '' NOT NULL,
    short TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    agreement TEXT,
    parent TEXT,
    article TEXT DEFAULT '' NOT NULL,
    unit TEXT DEFAULT '' NOT NULL,
    decimals INTEGER,
    direction TEXT DEFAULT '' NOT NULL,
    baseline INTEGER,
    baseline_on TEXT,
    target INTEGER,
    target_follows TEXT DEFAULT '' NOT NULL,
    relative_to TEXT DEFAULT '' NOT NULL,
    by_year INTEGER,
    source TEXT DEFAULT '' NOT NULL,
    definition TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_goal PRIMARY KEY (id),
    CONSTRAINT fk_goal_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_goal_agreement_agreement FOREIGN KEY(agreement) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_goal_parent_goal FOREIGN KEY(parent) REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE grant (
    record TEXT,
    title TEXT DEFAULT '' NOT NULL,
    fund TEXT,
    provider TEXT,
    status TEXT DEFAULT '' NOT NULL,
    deadline_on TEXT,
    asked INTEGER,
    granted INTEGER,
    submitted_on TEXT,
    decided_on TEXT,
    account_by TEXT,
    accounted_on TEXT,
    accounted_by TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    conditions TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_grant PRIMARY KEY (id),
    CONSTRAINT fk_grant_fund_fund FOREIGN KEY(fund) REFERENCES fund (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_grant_record ON grant (record)

CREATE TABLE inspection_point (
    round TEXT,
    template_point TEXT,
    title TEXT DEFAULT '' NOT NULL,
    place_text TEXT DEFAULT '' NOT NULL,
    street TEXT,
    place TEXT,
    category TEXT,
    result TEXT DEFAULT '' NOT NULL,
    seen_at TEXT,
    ticket TEXT,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_inspection_point PRIMARY KEY (id),
    CONSTRAINT fk_inspection_point_round_inspection_round FOREIGN KEY(round) REFERENCES inspection_round (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_point_template_point_inspection_template_point FOREIGN KEY(template_point) REFERENCES inspection_template_point (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_point_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_point_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_point_category_ticket_category FOREIGN KEY(category) REFERENCES ticket_category (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_point_ticket_ticket FOREIGN KEY(ticket) REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_inspection_point_round ON inspection_point (round)

CREATE TABLE inspection_round (
    title TEXT DEFAULT '' NOT NULL,
    template TEXT,
    status TEXT DEFAULT '' NOT NULL,
    held_on TEXT,
    inspector TEXT,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_inspection_round PRIMARY KEY (id),
    CONSTRAINT fk_inspection_round_template_inspection_template FOREIGN KEY(template) REFERENCES inspection_template (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_round_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE inspection_template (
    title TEXT DEFAULT '' NOT NULL,
    rrule TEXT DEFAULT '' NOT NULL,
    starts_on TEXT,
    owner TEXT,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_inspection_template PRIMARY KEY (id),
    CONSTRAINT fk_inspection_template_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE inspection_template_point (
    template TEXT,
    title TEXT DEFAULT '' NOT NULL,
    place_text TEXT DEFAULT '' NOT NULL,
    street TEXT,
    place TEXT,
    category TEXT,
    hint TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_inspection_template_point PRIMARY KEY (id),
    CONSTRAINT fk_inspection_template_point_template_inspection_template FOREIGN KEY(template) REFERENCES inspection_template (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_template_point_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_template_point_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_inspection_template_point_category_ticket_category FOREIGN KEY(category) REFERENCES ticket_category (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_inspection_template_point_template ON inspection_template_point (template)

CREATE TABLE interaction (
    contact TEXT,
    at TEXT,
    medium TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    "by" TEXT,
    subject TEXT,
    theme_line TEXT,
    is_confidential BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_interaction PRIMARY KEY (id),
    CONSTRAINT fk_interaction_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_interaction_contact ON interaction (contact)

CREATE TABLE link (
    from_id TEXT,
    role TEXT DEFAULT '' NOT NULL,
    to_id TEXT,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_link PRIMARY KEY (id)
)

CREATE INDEX ix_link_from_id_role ON link (from_id, role)

CREATE INDEX ix_link_to_id_role ON link (to_id, role)

CREATE TABLE maintenance (
    title TEXT DEFAULT '' NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    contract TEXT,
    category TEXT,
    starts_on TEXT,
    ends_on TEXT,
    rrule TEXT DEFAULT '' NOT NULL,
    lead_days INTEGER,
    place_text TEXT DEFAULT '' NOT NULL,
    street TEXT,
    place TEXT,
    season TEXT DEFAULT '' NOT NULL,
    duration INTEGER,
    cost INTEGER,
    owner TEXT,
    theme_line TEXT,
    description TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_maintenance PRIMARY KEY (id),
    CONSTRAINT fk_maintenance_contract_contract FOREIGN KEY(contract) REFERENCES contract (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_maintenance_category_ticket_category FOREIGN KEY(category) REFERENCES ticket_category (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_maintenance_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_maintenance_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_maintenance_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_maintenance_contract ON maintenance (contract)

CREATE TABLE marker (
    title TEXT DEFAULT '' NOT NULL,
    from_on TEXT,
    to_on TEXT,
    type TEXT DEFAULT '' NOT NULL,
    place TEXT,
    region TEXT DEFAULT '' NOT NULL,
    is_warning BOOLEAN DEFAULT '0' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    rrule TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_marker PRIMARY KEY (id),
    CONSTRAINT fk_marker_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_marker_from_on_to_on ON marker (from_on, to_on)

CREATE TABLE matrix_cell (
    role TEXT,
    theme_line TEXT,
    weight TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_matrix_cell PRIMARY KEY (id),
    CONSTRAINT fk_matrix_cell_role_role FOREIGN KEY(role) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_matrix_cell_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_matrix_cell_role ON matrix_cell (role)

CREATE TABLE measurement (
    goal TEXT,
    measured_on TEXT,
    value INTEGER,
    national INTEGER,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_measurement PRIMARY KEY (id),
    CONSTRAINT fk_measurement_goal_goal FOREIGN KEY(goal) REFERENCES goal (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_measurement_goal ON measurement (goal)

CREATE TABLE mediation (
    ticket TEXT,
    first_party TEXT,
    first_name TEXT DEFAULT '' NOT NULL,
    first_says TEXT DEFAULT '' NOT NULL,
    second_party TEXT,
    second_name TEXT DEFAULT '' NOT NULL,
    second_says TEXT DEFAULT '' NOT NULL,
    agreement TEXT DEFAULT '' NOT NULL,
    agreed_on TEXT,
    review_on TEXT,
    outcome TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_mediation PRIMARY KEY (id),
    CONSTRAINT fk_mediation_ticket_ticket FOREIGN KEY(ticket) REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_mediation_ticket ON mediation (ticket)

CREATE TABLE meeting (
    number TEXT DEFAULT '' NOT NULL,
    body TEXT,
    title TEXT DEFAULT '' NOT NULL,
    starts_at TEXT,
    planned_minutes INTEGER,
    zone TEXT DEFAULT '' NOT NULL,
    place TEXT DEFAULT '' NOT NULL,
    online TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    version INTEGER,
    papers_due_on TEXT,
    sent_on TEXT,
    chair TEXT,
    secretary TEXT,
    explanation TEXT DEFAULT '' NOT NULL,
    report TEXT DEFAULT '' NOT NULL,
    approved_in TEXT,
    approved_on TEXT,
    internal_note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_meeting_approved_in_meeting FOREIGN KEY(approved_in) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_meeting_body ON meeting (body)

CREATE TABLE membership (
    body TEXT,
    member TEXT,
    function TEXT DEFAULT '' NOT NULL,
    has_vote BOOLEAN DEFAULT '0' NOT NULL,
    expertise TEXT DEFAULT '' NOT NULL,
    asked_by TEXT,
    delegated_by TEXT,
    from_on TEXT,
    to_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_membership PRIMARY KEY (id),
    CONSTRAINT fk_membership_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_membership_asked_by_decision FOREIGN KEY(asked_by) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_membership_delegated_by_organisation FOREIGN KEY(delegated_by) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_membership_body ON membership (body)

CREATE TABLE municipality (
    title TEXT DEFAULT '' NOT NULL,
    holiday_region TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    website TEXT DEFAULT '' NOT NULL,
    organisation TEXT,
    preannounce_before TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_municipality PRIMARY KEY (id),
    CONSTRAINT fk_municipality_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE need (
    title TEXT DEFAULT '' NOT NULL,
    contact TEXT,
    category TEXT DEFAULT '' NOT NULL,
    since_on TEXT,
    status TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    offer TEXT,
    offered_on TEXT,
    outcome TEXT DEFAULT '' NOT NULL,
    told_on TEXT,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_need PRIMARY KEY (id),
    CONSTRAINT fk_need_offer_offer FOREIGN KEY(offer) REFERENCES offer (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_need_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_need_contact ON need (contact)

CREATE TABLE note (
    record_id TEXT,
    text TEXT DEFAULT '' NOT NULL,
    at TEXT,
    author TEXT,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_note PRIMARY KEY (id)
)

CREATE INDEX ix_note_record_id ON note (record_id)

CREATE TABLE occurrence (
    id TEXT NOT NULL,
    event TEXT NOT NULL,
    original TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    is_moved BOOLEAN NOT NULL,
    CONSTRAINT pk_occurrence PRIMARY KEY (id)
)

CREATE INDEX ix_occurrence_event ON occurrence (event)

CREATE INDEX ix_occurrence_first_on_last_on ON occurrence (first_on, last_on)

CREATE TABLE occurrence_place (
    occurrence TEXT NOT NULL,
    place TEXT NOT NULL,
    event TEXT NOT NULL,
    begins TEXT NOT NULL,
    ends TEXT NOT NULL,
    CONSTRAINT pk_occurrence_place PRIMARY KEY (occurrence, place)
)

CREATE INDEX ix_occurrence_place_event ON occurrence_place (event)

CREATE INDEX ix_occurrence_place_place_begins_ends ON occurrence_place (place, begins, ends)

CREATE TABLE offer (
    title TEXT DEFAULT '' NOT NULL,
    provider TEXT,
    text TEXT DEFAULT '' NOT NULL,
    for_whom TEXT DEFAULT '' NOT NULL,
    website TEXT DEFAULT '' NOT NULL,
    closes_on TEXT,
    status TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_offer PRIMARY KEY (id),
    CONSTRAINT fk_offer_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE organisation (
    title TEXT DEFAULT '' NOT NULL,
    short TEXT DEFAULT '' NOT NULL,
    segment TEXT,
    legal_form TEXT DEFAULT '' NOT NULL,
    is_partner BOOLEAN DEFAULT '0' NOT NULL,
    branch TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    website TEXT DEFAULT '' NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    postcode TEXT DEFAULT '' NOT NULL,
    town TEXT DEFAULT '' NOT NULL,
    street TEXT,
    premises TEXT,
    kvk TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    tags TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_unsubscribed BOOLEAN DEFAULT '0' NOT NULL,
    unsubscribed_on TEXT,
    last_spoken_on TEXT,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT fk_organisation_segment_contact_segment FOREIGN KEY(segment) REFERENCES contact_segment (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organisation_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organisation_premises_premises FOREIGN KEY(premises) REFERENCES premises (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_organisation_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE permit (
    record TEXT,
    occurrence TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    category TEXT DEFAULT '' NOT NULL,
    authority TEXT,
    status TEXT DEFAULT '' NOT NULL,
    submitted_on TEXT,
    granted_on TEXT,
    valid_until TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    fixed_by TEXT,
    fee INTEGER,
    owner TEXT,
    reason TEXT DEFAULT '' NOT NULL,
    conditions TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    submit_by TEXT,
    term_text TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_permit PRIMARY KEY (id)
)

CREATE INDEX ix_permit_record ON permit (record)

CREATE INDEX ix_permit_status_submit_by ON permit (status, submit_by)

CREATE TABLE permit_term (
    municipality TEXT,
    category TEXT DEFAULT '' NOT NULL,
    amount INTEGER,
    unit TEXT DEFAULT '' NOT NULL,
    handling INTEGER,
    handling_unit TEXT DEFAULT '' NOT NULL,
    max_visitors INTEGER,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_permit_term PRIMARY KEY (id),
    CONSTRAINT fk_permit_term_municipality_municipality FOREIGN KEY(municipality) REFERENCES municipality (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_permit_term_municipality ON permit_term (municipality)

CREATE TABLE person (
    title TEXT DEFAULT '' NOT NULL,
    salutation TEXT DEFAULT '' NOT NULL,
    function_title TEXT DEFAULT '' NOT NULL,
    organisation TEXT,
    segment TEXT,
    mobile TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    postcode TEXT DEFAULT '' NOT NULL,
    town TEXT DEFAULT '' NOT NULL,
    street TEXT,
    premises TEXT,
    theme_line TEXT,
    tags TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    purpose TEXT DEFAULT '' NOT NULL,
    basis TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    informed_on TEXT,
    review_on TEXT,
    is_unsubscribed BOOLEAN DEFAULT '0' NOT NULL,
    unsubscribed_on TEXT,
    last_spoken_on TEXT,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT fk_person_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_segment_contact_segment FOREIGN KEY(segment) REFERENCES contact_segment (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_premises_premises FOREIGN KEY(premises) REFERENCES premises (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_person_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_person_organisation ON person (organisation)

CREATE TABLE place (
    title TEXT DEFAULT '' NOT NULL,
    street TEXT,
    latitude INTEGER,
    longitude INTEGER,
    is_big_square BOOLEAN DEFAULT '0' NOT NULL,
    capacity INTEGER,
    owner TEXT,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id),
    CONSTRAINT fk_place_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE premises (
    title TEXT DEFAULT '' NOT NULL,
    street TEXT,
    house_number TEXT DEFAULT '' NOT NULL,
    postcode TEXT DEFAULT '' NOT NULL,
    latitude INTEGER,
    longitude INTEGER,
    status TEXT DEFAULT '' NOT NULL,
    since_on TEXT,
    use TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    user TEXT,
    floor_area INTEGER,
    wanted_use TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_premises PRIMARY KEY (id),
    CONSTRAINT fk_premises_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_premises_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_premises_street ON premises (street)

CREATE TABLE publication (
    event TEXT,
    medium TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    deadline_on TEXT,
    sent_on TEXT,
    url TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_publication PRIMARY KEY (id),
    CONSTRAINT fk_publication_event_event FOREIGN KEY(event) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_publication_event ON publication (event)

CREATE TABLE role (
    title TEXT DEFAULT '' NOT NULL,
    is_operational BOOLEAN DEFAULT '0' NOT NULL,
    is_integral BOOLEAN DEFAULT '0' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id)
)

CREATE TABLE role_holder (
    role TEXT,
    person TEXT,
    from_on TEXT,
    to_on TEXT,
    days INTEGER,
    contract TEXT DEFAULT '' NOT NULL,
    via TEXT,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_role_holder PRIMARY KEY (id),
    CONSTRAINT fk_role_holder_role_role FOREIGN KEY(role) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_role_holder_person_person FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_role_holder_via_organisation FOREIGN KEY(via) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_role_holder_person ON role_holder (person)

CREATE INDEX ix_role_holder_role ON role_holder (role)

CREATE TABLE runbook_item (
    template TEXT,
    title TEXT DEFAULT '' NOT NULL,
    offset_days INTEGER,
    time_text TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    phase TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_runbook_item PRIMARY KEY (id),
    CONSTRAINT fk_runbook_item_template_runbook_template FOREIGN KEY(template) REFERENCES runbook_template (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_runbook_item_template ON runbook_item (template)

CREATE TABLE runbook_template (
    title TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    category TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_runbook_template PRIMARY KEY (id)
)

CREATE TABLE saved_filter (
    title TEXT DEFAULT '' NOT NULL,
    tab TEXT DEFAULT '' NOT NULL,
    spec TEXT DEFAULT '' NOT NULL,
    owner TEXT,
    is_pinned BOOLEAN DEFAULT '0' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_saved_filter PRIMARY KEY (id)
)

CREATE TABLE seat (
    body TEXT,
    organisation TEXT,
    holder TEXT,
    deputy TEXT,
    function TEXT DEFAULT '' NOT NULL,
    has_vote BOOLEAN DEFAULT '0' NOT NULL,
    from_on TEXT,
    to_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_seat PRIMARY KEY (id),
    CONSTRAINT fk_seat_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seat_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seat_holder_person FOREIGN KEY(holder) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seat_deputy_person FOREIGN KEY(deputy) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_seat_body ON seat (body)

CREATE TABLE setting (
    "key" TEXT DEFAULT '' NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (id)
)

CREATE TABLE signal (
    number TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    noted_at TEXT,
    noted_by TEXT,
    reported_by TEXT,
    reporter_text TEXT DEFAULT '' NOT NULL,
    street TEXT,
    place TEXT,
    place_text TEXT DEFAULT '' NOT NULL,
    category TEXT,
    theme_line TEXT,
    owner TEXT,
    wants_answer BOOLEAN DEFAULT '0' NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    closed_on TEXT,
    told_on TEXT,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_signal PRIMARY KEY (id),
    CONSTRAINT fk_signal_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_signal_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_signal_category_ticket_category FOREIGN KEY(category) REFERENCES ticket_category (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_signal_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_signal_status ON signal (status)

CREATE INDEX ix_signal_street_category ON signal (street, category)

CREATE TABLE standard_text (
    title TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    category TEXT,
    status TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_standard_text PRIMARY KEY (id)
)

CREATE TABLE stock_topic (
    body TEXT,
    title TEXT DEFAULT '' NOT NULL,
    purpose TEXT DEFAULT '' NOT NULL,
    minutes INTEGER,
    origin TEXT DEFAULT '' NOT NULL,
    subject TEXT,
    explanation TEXT DEFAULT '' NOT NULL,
    proposed_decision TEXT DEFAULT '' NOT NULL,
    presenter TEXT,
    proposed_by TEXT,
    proposed_on TEXT,
    from_body TEXT,
    theme_line TEXT,
    status TEXT DEFAULT '' NOT NULL,
    meeting_item TEXT,
    is_confidential BOOLEAN DEFAULT '0' NOT NULL,
    internal_note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_stock_topic PRIMARY KEY (id),
    CONSTRAINT fk_stock_topic_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stock_topic_from_body_body FOREIGN KEY(from_body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stock_topic_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_stock_topic_meeting_item_agenda_item FOREIGN KEY(meeting_item) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_stock_topic_body ON stock_topic (body)

CREATE INDEX ix_stock_topic_meeting_item ON stock_topic (meeting_item)

CREATE INDEX ix_stock_topic_subject ON stock_topic (subject)

CREATE TABLE street (
    title TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_street PRIMARY KEY (id)
)

CREATE TABLE template_item (
    body TEXT,
    title TEXT DEFAULT '' NOT NULL,
    purpose TEXT DEFAULT '' NOT NULL,
    minutes INTEGER,
    presenter TEXT,
    source TEXT DEFAULT '' NOT NULL,
    explanation TEXT DEFAULT '' NOT NULL,
    proposed_decision TEXT DEFAULT '' NOT NULL,
    is_closing BOOLEAN DEFAULT '0' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_template_item PRIMARY KEY (id),
    CONSTRAINT fk_template_item_body_body FOREIGN KEY(body) REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_template_item_body ON template_item (body)

CREATE TABLE theme_line (
    code TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    full_name TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    light TEXT DEFAULT '' NOT NULL,
    light_note TEXT DEFAULT '' NOT NULL,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_theme_line PRIMARY KEY (id)
)

CREATE TABLE ticket (
    number TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    place_text TEXT DEFAULT '' NOT NULL,
    category TEXT,
    urgency TEXT DEFAULT '' NOT NULL,
    type TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    description TEXT DEFAULT '' NOT NULL,
    reported_at TEXT,
    street TEXT,
    place TEXT,
    premises TEXT,
    latitude INTEGER,
    longitude INTEGER,
    owner TEXT,
    theme_line TEXT,
    channel TEXT DEFAULT '' NOT NULL,
    reporter TEXT,
    reporter_name TEXT DEFAULT '' NOT NULL,
    reporter_email TEXT DEFAULT '' NOT NULL,
    reporter_phone TEXT DEFAULT '' NOT NULL,
    wants_answer BOOLEAN DEFAULT '0' NOT NULL,
    told_on TEXT,
    message_id TEXT DEFAULT '' NOT NULL,
    lies_with TEXT DEFAULT '' NOT NULL,
    contract TEXT,
    forwarded_to TEXT,
    forwarded_text TEXT DEFAULT '' NOT NULL,
    forwarded_on TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    expected_on TEXT,
    return_after INTEGER,
    planned_at TEXT,
    paused_since TEXT,
    pauses TEXT DEFAULT '' NOT NULL,
    waits_for TEXT DEFAULT '' NOT NULL,
    result TEXT DEFAULT '' NOT NULL,
    closed_at TEXT,
    duplicate_of TEXT,
    parent TEXT,
    maintenance TEXT,
    cost INTEGER,
    is_privacy_kept BOOLEAN DEFAULT '0' NOT NULL,
    keep_until TEXT,
    anonymised_on TEXT,
    term INTEGER,
    term_unit TEXT DEFAULT '' NOT NULL,
    due_on TEXT,
    returns_on TEXT,
    icon TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_ticket PRIMARY KEY (id),
    CONSTRAINT fk_ticket_category_ticket_category FOREIGN KEY(category) REFERENCES ticket_category (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_street_street FOREIGN KEY(street) REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_place_place FOREIGN KEY(place) REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_premises_premises FOREIGN KEY(premises) REFERENCES premises (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_contract_contract FOREIGN KEY(contract) REFERENCES contract (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_duplicate_of_ticket FOREIGN KEY(duplicate_of) REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_parent_ticket FOREIGN KEY(parent) REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ticket_maintenance_maintenance FOREIGN KEY(maintenance) REFERENCES maintenance (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_ticket_parent ON ticket (parent)

CREATE INDEX ix_ticket_status_due_on ON ticket (status, due_on)

CREATE INDEX ix_ticket_street_category ON ticket (street, category)

CREATE TABLE ticket_category (
    aspect TEXT DEFAULT '' NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    term INTEGER,
    term_unit TEXT DEFAULT '' NOT NULL,
    lies_with TEXT DEFAULT '' NOT NULL,
    forward_to TEXT,
    icon TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    is_assumed BOOLEAN DEFAULT '0' NOT NULL,
    is_retired BOOLEAN DEFAULT '0' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    pos TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_ticket_category PRIMARY KEY (id),
    CONSTRAINT fk_ticket_category_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE ticket_reporter (
    ticket TEXT,
    contact TEXT,
    name TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    reported_at TEXT,
    channel TEXT DEFAULT '' NOT NULL,
    wants_answer BOOLEAN DEFAULT '0' NOT NULL,
    told_on TEXT,
    text TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_ticket_reporter PRIMARY KEY (id),
    CONSTRAINT fk_ticket_reporter_ticket_ticket FOREIGN KEY(ticket) REFERENCES ticket (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE INDEX ix_ticket_reporter_ticket ON ticket_reporter (ticket)

CREATE TABLE trend_note (
    title TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT '' NOT NULL,
    noted_on TEXT,
    source TEXT DEFAULT '' NOT NULL,
    source_url TEXT DEFAULT '' NOT NULL,
    theme_line TEXT,
    consequence TEXT DEFAULT '' NOT NULL,
    vision TEXT DEFAULT '' NOT NULL,
    vision_year INTEGER,
    milestone TEXT DEFAULT '' NOT NULL,
    milestone_year INTEGER,
    owner TEXT,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_trend_note PRIMARY KEY (id),
    CONSTRAINT fk_trend_note_theme_line_theme_line FOREIGN KEY(theme_line) REFERENCES theme_line (id) DEFERRABLE INITIALLY DEFERRED
)

CREATE TABLE year_plan (
    title TEXT DEFAULT '' NOT NULL,
    year INTEGER,
    status TEXT DEFAULT '' NOT NULL,
    tuned_with TEXT,
    tuned_on TEXT,
    decision TEXT,
    adopted_on TEXT,
    frozen_on TEXT,
    version INTEGER,
    note TEXT DEFAULT '' NOT NULL,
    id TEXT NOT NULL,
    alive BOOLEAN DEFAULT '1' NOT NULL,
    CONSTRAINT pk_year_plan PRIMARY KEY (id),
    CONSTRAINT fk_year_plan_decision_decision FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
)
