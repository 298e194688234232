-- Tenants: organizations with a channel, which keep organizations of their own, with the people
-- who look after them. The rules of writing are at the top of 0001.

-- What makes an organization a tenant's: which tenant, and who changed it. All below that is an
-- index of its record, by which it is searched: it says what the record says, in folded texts.
create table tenant_organization (
    organization       bigint primary key references organization (number),
    root               bigint not null references organization (number),  -- its tenant, or itself
    created_by         text   not null,  -- id of a tenant's person; or empty
    updated_by         text   not null,
    channel            text   not null,  -- its tenant's, as written
    own_serial         bigint not null,
    root_serial        bigint not null,
    is_root            bigint not null,
    state              bigint not null,
    channel_folded     text   collate "C" not null,
    org_name_folded    text   collate "C" not null,
    slug_folded        text   collate "C",  -- a tenant's alone
    external_id_folded text   collate "C",
    home_url_folded    text   collate "C" not null,
    summary_folded     text   collate "C" not null,
    language_folded    text   collate "C" not null,
    kind               bigint,
    sub_kind           bigint,
    first_at           bigint not null,
    last_at            bigint not null
);

create unique index tenant_organization_by_serial on tenant_organization (own_serial);
create index tenant_organization_by_root on tenant_organization (root_serial, organization);
create index tenant_organization_by_state on tenant_organization (is_root, state, organization);
create index tenant_organization_by_channel
    on tenant_organization (channel_folded, organization);
create index tenant_organization_by_name on tenant_organization (org_name_folded, organization);
create index tenant_organization_by_slug on tenant_organization (slug_folded)
    where slug_folded is not null;
create index tenant_organization_by_external_id on tenant_organization (external_id_folded)
    where external_id_folded is not null;

create table tenant_person (
    id              uuid   primary key,
    tenant          bigint not null references organization (number),
    username        text   not null,
    username_folded text   collate "C" not null unique,
    first_name      text   not null,
    last_name       text   not null,
    email           text   not null,
    email_folded    text   collate "C" unique,  -- null: none was given
    phone           text   not null,
    password_hash   text   not null,  -- empty: none was set
    created_at      bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create index tenant_person_by_tenant on tenant_person (tenant, created_at);

-- A person's part in a tenant or in one of its organizations.
create table tenant_member (
    organization bigint not null references tenant_organization (organization),
    person       uuid   not null references tenant_person (id),
    roles        text   not null,  -- with a comma between them
    created_at   bigint not null,
    primary key (organization, person)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index tenant_member_by_person on tenant_member (person, organization);

-- What became of a file of organizations.
create table tenant_upload (
    id         uuid   primary key,
    tenant     bigint not null references organization (number),
    report     text   not null,
    created_at bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create index tenant_upload_by_age on tenant_upload (created_at);
