-- One text for both databases. A line that begins with `-- sqlite:` or `-- postgres:` is part of it
-- on that database alone; SQLite reads bigint, uuid, bytea and `collate "C"` as its own types.
-- Times are milliseconds since 1970, UTC. Booleans are 0 and 1. "Folded" is base/text.h's folded().
-- SQLite keeps a table whose key is not a number twice, as rows and as an index, unless it is
-- `without rowid`; that is worth it where rows are short.
-- PostgreSQL refuses a column named ctid: an organization's CTID is made of its id.

create table organization (
-- sqlite: number integer primary key autoincrement,
-- postgres: number bigint generated always as identity primary key,
    id                  uuid   not null unique,
    serial              bigint not null unique,
    status              text   not null,
    trusted_partner     bigint not null default 0,
    tenant              bigint references organization (number),
    name                text   collate "C" not null,
    name_folded         text   collate "C" not null,
    profile_name        text   not null,
    profile_name_folded text   collate "C" not null unique,
    description         text   not null,
    website             text   not null,
    email               text   not null,
    street              text   not null,
    street_2            text   not null,
    city                text   not null,
    region              text   not null,
    postal_code         text   not null,
    country             text   not null,
    sector              text,
    details             text   not null,  -- JSON: the lists, so that one row is the whole record
    picture             text   not null,
    version             bigint not null check (version > 0),
    event_count         bigint not null default 0,
    created_at          bigint not null,
    updated_at          bigint not null
);

create index organization_by_name on organization (name_folded, number);
create index organization_by_tenant on organization (tenant, number) where tenant is not null;

-- What increases without gaps in order, where the engine has nothing of its own for it.
-- sqlite: create table counter (name text primary key, value integer not null) strict;
-- sqlite: insert into counter values ('serial', 0);
-- postgres: create sequence serial_sequence;
-- postgres: create function next_serial(at_least bigint) returns bigint language plpgsql as $$
-- postgres: declare given bigint;
-- postgres: begin
-- postgres:     perform pg_advisory_lock(7203641);
-- postgres:     given := setval('serial_sequence', greatest(nextval('serial_sequence'), at_least));
-- postgres:     perform pg_advisory_unlock(7203641);
-- postgres:     return given;
-- postgres: end $$;

-- What is known of the registry itself: "vault" is sealed with the key that belongs to it.
create table fact (
    name  text  primary key,
    value bytea not null
);

-- An index of what the details hold, by which organizations are found and identifiers kept unique.
create table identifier (
    organization  bigint not null references organization (number),
    scheme        text   collate "C" not null,
    value         text   collate "C" not null,
    value_folded  text   collate "C" not null,
    unique_within text   collate "C",  -- null: not unique; else within what
    primary key (organization, scheme, value)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index identifier_by_value on identifier (scheme, value_folded);
create unique index identifier_unique on identifier (scheme, unique_within, value_folded)
    where unique_within is not null;

create table person (
    id              uuid   primary key,
    email           text   not null,
    email_folded    text   collate "C" not null unique,
    first_name      text   not null,
    last_name       text   not null,
    phone           text   not null,
    phone_extension text   not null,
    password_hash   text   not null,
    staff           bigint not null default 0,
    created_at      bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create index person_on_staff on person (email_folded) where staff = 1;

create table membership (
    organization bigint not null references organization (number),
    person       uuid   not null references person (id),
    role         text   not null,
    created_at   bigint not null,
    primary key (organization, person)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index membership_by_person on membership (person, organization);

create table person_token (
    digest     text   collate "C" primary key,
    person     uuid   not null references person (id),
    purpose    text   not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at    bigint
-- sqlite: ) strict, without rowid;
-- postgres: );

create index person_token_by_person on person_token (person, created_at);

create table api_key (
    digest       text   collate "C" primary key,
    organization bigint not null references organization (number),
    label        text   not null,
    created_at   bigint not null,
    revoked_at   bigint
-- sqlite: ) strict, without rowid;
-- postgres: );

create index api_key_by_organization on api_key (organization, created_at);

create table authorization_token (
    id             uuid   primary key,
    organization   bigint not null references organization (number),
    digest         text   collate "C" not null unique,
    sealed         bytea  not null,
    description    text   not null,
    read_enabled   bigint not null,
    write_enabled  bigint not null,
    delete_enabled bigint not null,
    created_at     bigint not null,
    expires_at     bigint not null
);

create index authorization_token_by_organization on authorization_token (organization, created_at);

create table relationship (
    organization bigint not null references organization (number),
    third_party  bigint not null references organization (number),
    status       text   not null,
    created_at   bigint not null,
    primary key (organization, third_party)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index relationship_by_third_party on relationship (third_party, organization);

create table event (
    organization bigint not null references organization (number),
    sequence     bigint not null,
    id           uuid   not null unique,
    type         text   not null,
    actor        text   not null,
    snapshot     text   not null,  -- JSON
    occurred_at  bigint not null,
    primary key (organization, sequence)
);

create table mail (
    id           uuid   primary key,
    kind         text   not null,
    to_address   text   not null,
    to_name      text   not null,
    facts        text   not null,  -- JSON object of strings
    sealed_link  bytea  not null,
    state        text   not null,
    attempts     bigint not null default 0,
    next_attempt bigint not null,
    reason       text   not null default '',
    created_at   bigint not null,
    ended_at     bigint
-- sqlite: ) strict, without rowid;
-- postgres: );

create index mail_waiting on mail (next_attempt) where state = 'waiting';

create table idempotency (
    scope       text   collate "C" not null,  -- whose key it is
    name        text   collate "C" not null,  -- the key
    fingerprint text   not null,              -- of the request
    sealed      bytea  not null,              -- the answer
    created_at  bigint not null,
    primary key (scope, name)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index idempotency_by_age on idempotency (created_at);
