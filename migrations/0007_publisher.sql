-- Organizations that ask to be approved, and what people write before it is published. The rules of
-- writing are at the top of 0001.

-- What staff decided of an organization that asked, newest last.
create table organization_decision (
    organization bigint not null references organization (number),
    number       bigint not null,  -- within the organization, from 1
    decision     text   not null,  -- submitted, withdrawn, approved, declined
    reason       text   not null,  -- of a declination; else empty
    actor        text   not null,
    decided_at   bigint not null,
    primary key (organization, number)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index organization_waiting on organization (updated_at, number)
    where status = 'submitted';

-- When a program last showed the key, to the minute.
alter table api_key add column last_used_at bigint;

-- The events that leave a version of an organization's record.
create index event_of_record on event (organization, sequence)
    where type in ('organization.registered', 'organization.changed', 'organization.deleted',
        'organization.submitted', 'organization.withdrawn', 'organization.approved',
        'organization.declined');

-- One row for each thing that somebody writes by form or table: `id` is the UUID of its CTID. Two
-- organizations may write of one thing, so that none takes a CTID from another by writing it down.
create table draft (
    organization        bigint not null references organization (number),
    id                  uuid   not null,
    kind                text   collate "C" not null,
    type                text   not null,                -- class of CTDL, or empty
    external_identifier text   collate "C" not null,    -- the organization's own; empty: none
    name                text   not null,
    name_words          text   collate "C" not null,    -- folded, each after a space
    entry               text   not null,                -- JSON, see ctdl/templates/entry.h
    method              text   not null,                -- by which it was written last: form, table
    standing            text   collate "C" not null,    -- domain/draft.h
    problem_count       bigint not null,                -- errors that keep it from being approved
    version             bigint not null check (version > 0),
    approved_version    bigint,
    published_version   bigint,
    publisher           bigint references organization (number),  -- the third party that wrote it
    reason              text   not null,                -- why staff sent it back
    actor               text   not null,                -- who wrote it last
    approver            text   not null,                -- who approved it last
    created_at          bigint not null,
    updated_at          bigint not null,                -- when it was written last
    waits_since         bigint,                         -- for staff
    primary key (organization, id)
);

create index draft_by_age on draft (organization, updated_at, id);
create index draft_by_kind on draft (organization, kind, updated_at, id);
create index draft_by_standing on draft (organization, standing, kind, id);
create unique index draft_by_identifier on draft (organization, kind, external_identifier)
    where external_identifier <> '';
create index draft_in_order on draft (organization, kind, external_identifier, id);
create index draft_waiting on draft (waits_since, organization, id) where waits_since is not null;
-- Staff name what waits by its CTID alone.
create unique index draft_that_waits on draft (id) where waits_since is not null;

-- A table that somebody uploaded, row by row, until it is saved or given up.
create table bulk_upload (
    id           uuid   primary key,
    organization bigint not null references organization (number),
    publisher    bigint,            -- the third party that uploads it
    kind         text   not null,
    file_name    text   not null,
    state        text   not null,   -- domain/bulk_upload.h
    heading      text   not null,   -- JSON: the columns as they stand in the file
    rows_read    bigint not null default 0,
    bytes_read   bigint not null default 0,
    bytes        bigint not null,
    things       bigint not null default 0,
    added        bigint not null default 0,
    updated      bigint not null default 0,
    unchanged    bigint not null default 0,
    failed       bigint not null default 0,
    milliseconds bigint not null default 0,   -- spent on reading and saving
    problem      text   not null default '',  -- with the whole file
    actor        text   not null,
    created_at   bigint not null,
    ended_at     bigint,
    attempts     bigint not null default 0,   -- to read it; also names the one that goes on
    leased_until bigint not null default 0    -- somebody reads it until then, unless told again
);

create index bulk_upload_by_age on bulk_upload (created_at);
create index bulk_upload_by_organization on bulk_upload (organization, created_at, id);
create index bulk_upload_reading on bulk_upload (leased_until) where state = 'reading';

-- The file while it is read, in UTF-8, so that reading can go on after a restart.
create table bulk_file (
    upload uuid   not null references bulk_upload (id) on delete cascade,
    piece  bigint not null,  -- from 0
    bytes  bytea  not null,
    primary key (upload, piece)
);

-- What a row says, and what is wrong with it.
create table bulk_row (
    upload   uuid   not null references bulk_upload (id) on delete cascade,
    row      bigint not null,   -- in the file, the heading being 1
    thing    bigint,            -- null: it cannot be told of which it says something
    cells    text   not null,   -- JSON
    problems text   not null,   -- JSON: [{"column", "text"}]; empty where there are none
    primary key (upload, row)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index bulk_row_by_thing on bulk_row (upload, thing, row);
create index bulk_row_with_problems on bulk_row (upload, row) where problems <> '';

-- What becomes of the rows of one thing when they are saved.
create table bulk_thing (
    upload              uuid   not null references bulk_upload (id) on delete cascade,
    thing               bigint not null,  -- within the upload, from 1
    id                  uuid   not null,  -- of the draft
    outcome             text   not null,  -- added, updated, unchanged, failed
    type                text   not null,
    external_identifier text   collate "C" not null,
    name                text   not null,
    name_words          text   not null,  -- folded
    entry               text   not null,  -- JSON, as it will be; empty where it failed
    problem_count       bigint not null,
    base_version        bigint not null,  -- of the draft that it was made from; 0: there was none
    primary key (upload, thing)
-- sqlite: ) strict, without rowid;
-- postgres: );

-- When something happened that staff look at, across organizations.
create index event_by_time on event (occurred_at, organization, sequence);

-- How often something was asked for on a day, for charts: "search".
create table daily_count (
    day   bigint not null,  -- days since 1970, UTC
    name  text   collate "C" not null,
    count bigint not null,
    primary key (day, name)
-- sqlite: ) strict, without rowid;
-- postgres: );

-- What the registry's staff did. Where it changed an organization, it is about that event.
create table staff_act (
-- sqlite: number integer primary key autoincrement,
-- postgres: number bigint generated always as identity primary key,
    type         text   collate "C" not null,  -- domain/staff_act.h
    actor        text   not null,
    organization bigint references organization (number),
    event        uuid   references event (id),
    about        text   not null,              -- "person:…", "mail:…", or empty
    reason       text   not null,
    occurred_at  bigint not null
);

create index staff_act_by_time on staff_act (occurred_at, number) where event is null;
create unique index staff_act_by_event on staff_act (event) where event is not null;
create index staff_act_by_organization on staff_act (organization, number)
    where organization is not null;

-- How staff find organizations, people and mail.
create index organization_by_status on organization (status, name_folded, number)
    where status <> 'approved';
create index mail_by_state on mail (state, id);
alter table person add column name_folded text collate "C" not null default '';
update person set name_folded = lower(first_name || ' ' || last_name);
