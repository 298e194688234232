-- People who sign up and log in: their sessions, their second factor, and how they come into an
-- organization. The rules of writing are at the top of 0001. Every secret is known by its digest.

-- What a mailed link is about, besides its person: the new address of one who changes it.
alter table person_token add column about text not null default '';

create index person_token_by_end on person_token (expires_at);

-- Who signed up and has not opened the mailed link: not yet a person, so that nobody can take an
-- address before its owner.
create table sign_up (
    digest        text   collate "C" primary key,
    email         text   not null,
    email_folded  text   collate "C" not null,
    first_name    text   not null,
    last_name     text   not null,
    password_hash text   not null,
    created_at    bigint not null,
    expires_at    bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create index sign_up_by_email on sign_up (email_folded);
create index sign_up_by_end on sign_up (expires_at);

create table person_session (
    id            uuid   primary key,
    digest        text   collate "C" not null unique,
    person        uuid   not null references person (id),
    awaits_code   bigint not null,  -- the password was right, the second factor is still asked for
    second_factor bigint not null,  -- it was shown
    browser       text   not null,
    address       text   not null,  -- of the network, not of the machine
    created_at    bigint not null,
    expires_at    bigint not null,
    used_at       bigint not null   -- to the minute
-- sqlite: ) strict, without rowid;
-- postgres: );

create index person_session_by_person on person_session (person, created_at);
create index person_session_by_use on person_session (used_at);

create table second_factor (
    person       uuid   primary key references person (id),
    sealed       bytea  not null,  -- the secret
    last_step    bigint not null,  -- its code, and those before, are used up
    created_at   bigint not null,
    confirmed_at bigint            -- null: no code of it was shown yet
-- sqlite: ) strict, without rowid;
-- postgres: );

create table recovery_code (
    person  uuid   not null references person (id),
    digest  text   collate "C" not null,
    used_at bigint,
    primary key (person, digest)
-- sqlite: ) strict, without rowid;
-- postgres: );

create table invitation (
    id           uuid   primary key,
    digest       text   collate "C" not null unique,
    organization bigint not null references organization (number),
    email        text   not null,
    email_folded text   collate "C" not null,
    role         text   not null,
    actor        text   not null,
    created_at   bigint not null,
    expires_at   bigint not null,
    unique (organization, email_folded)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index invitation_by_end on invitation (expires_at);

create table join_request (
    organization bigint not null references organization (number),
    person       uuid   not null references person (id),
    note         text   not null,
    created_at   bigint not null,
    declined_at  bigint,
    primary key (organization, person)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index join_request_by_person on join_request (person, organization);
