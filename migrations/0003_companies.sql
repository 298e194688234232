-- Companies: organizations whose users keep organizations of their own, with what those have
-- beside an organization's record. The rules of writing are at the top of 0001.

create table company (
    organization    bigint primary key references organization (number),
    login_id        text   not null,
    login_id_folded text   collate "C" not null unique,
    created_at      bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create table company_user (
    company         bigint not null references company (organization),
    username        text   not null,
    username_folded text   collate "C" not null,
    password_hash   text   not null,
    created_at      bigint not null,
    primary key (company, username_folded)
-- sqlite: ) strict, without rowid;
-- postgres: );

-- Which organizations a company has. A row ends with its organization's deletion; the organization
-- itself stays, retired. Who changed it last is known as long as nobody else changed it since.
create table company_organization (
    company         bigint not null references company (organization),
    organization    bigint not null unique references organization (number),
    created_by      text   not null,
    updated_by      text   not null,
    updated_version bigint not null,  -- of the organization, that updated_by left
    primary key (company, organization)
-- sqlite: ) strict, without rowid;
-- postgres: );

create table attendee_group (
-- sqlite: number integer primary key autoincrement,
-- postgres: number bigint generated always as identity primary key,
    organization             bigint not null references company_organization (organization)
                             on delete cascade,
    name                     text   not null,
    name_folded              text   collate "C" not null,
    active                   bigint not null,
    starts_at                bigint,
    ends_at                  bigint,
    unique_id                text   not null,
    applies_expiry           bigint not null,
    applies_expiry_to_replay bigint not null,
    created_by               text   not null,
    created_at               bigint not null,
    updated_by               text   not null,
    updated_at               bigint not null
);

create unique index attendee_group_by_name on attendee_group (organization, name_folded);

create table email_domain (
    company      bigint not null references company (organization),
    organization bigint not null references company_organization (organization) on delete cascade,
    domain       text   not null,
    domain_ascii text   collate "C" not null,
    active       bigint not null,
    created_by   text   not null,
    created_at   bigint not null,
    updated_by   text   not null,
    updated_at   bigint not null,
    primary key (company, domain_ascii)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index email_domain_by_organization on email_domain (organization, domain_ascii);
