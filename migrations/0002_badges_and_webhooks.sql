-- Badges with their templates, pictures, authorization tokens that are used and run out, and
-- events that are told to webhooks. The rules of writing are at the top of 0001.

alter table organization add column approved_at bigint;
update organization set approved_at = created_at where status = 'approved';

create table picture (
    id           uuid   primary key,
    organization bigint not null references organization (number),
    media_type   text   not null,
    created_at   bigint not null,
    bytes        bytea  not null  -- the last, so that SQLite finds the others before it
);

create index picture_by_age on picture (created_at);
create index organization_by_picture on organization (picture) where picture <> '';

alter table authorization_token add column last_used_at bigint;
alter table authorization_token add column warnings_sent bigint not null default 0;
create index authorization_token_by_expiry on authorization_token (expires_at);

-- What an authorization token was exchanged for (OAuth 2, client credentials).
create table access_token (
    digest     text   collate "C" primary key,
    token      uuid   not null references authorization_token (id) on delete cascade,
    created_at bigint not null,
    expires_at bigint not null
-- sqlite: ) strict, without rowid;
-- postgres: );

create index access_token_by_token on access_token (token);
create index access_token_by_expiry on access_token (expires_at);

create table badge_template (
    id               uuid   primary key,
    organization     bigint not null references organization (number),
    name             text   collate "C" not null,
    name_folded      text   collate "C" not null,
    slug             text   collate "C" not null,
    description      text   not null,
    state            text   not null,
    public           bigint not null,
    picture          uuid,
    details          text   not null,  -- JSON: all else that is stated
    badge_count      bigint not null default 0,
    version          bigint not null check (version > 0),
    created_at       bigint not null,
    updated_at       bigint not null,
    state_updated_at bigint
);

create unique index badge_template_by_slug on badge_template (organization, slug);
create index badge_template_by_age on badge_template (organization, created_at, id);
create index badge_template_by_picture on badge_template (picture) where picture is not null;

create table badge (
    id               uuid   primary key,
    organization     bigint not null references organization (number),
    template         uuid   not null references badge_template (id),
    earner           uuid   not null,
    email            text   not null,
    email_folded     text   collate "C" not null,
    earner_id        text   collate "C" not null,  -- as the issuer calls its earner; or empty
    state            text   not null,
    public           bigint not null,
    details          text   not null,  -- JSON: all else that is stated
    -- Set where a second badge of this template for the same earner is refused.
    only_email       text   collate "C",
    only_earner_id   text   collate "C",
    replaces         uuid,
    replaced_by      uuid,
    revocation       text   not null default '',
    link_digest      text   collate "C" unique,  -- of the secret link by which its earner decides
    version          bigint not null check (version > 0),
    issued_at        bigint not null,
    expires_at       bigint,
    created_at       bigint not null,
    updated_at       bigint not null,
    state_updated_at bigint
);

create unique index badge_once_by_email on badge (template, only_email)
    where only_email is not null;
create unique index badge_once_by_earner_id on badge (template, only_earner_id)
    where only_earner_id is not null;
create index badge_by_age on badge (organization, created_at, id);
create index badge_by_template on badge (template, created_at);
create index badge_by_email on badge (organization, email_folded);

-- One for each organization that ever had a webhook: when its deliveries go on, and its secrets.
create table webhook_receiver (
    organization      bigint primary key references organization (number),
    sealed_secret     bytea  not null,
    sealed_old_secret bytea  not null,  -- signs too, until old_until; empty: none
    old_until         bigint,
    disabled          text   not null default '',  -- why nothing is sent; empty: it is
    failures          bigint not null default 0,   -- that the receiver did not answer, in a row
    not_before        bigint,                      -- it asked to be left alone until then
    due_at            bigint,                      -- null: nothing waits, or it is disabled
    leased_until      bigint,
    updated_at        bigint not null
);

create index webhook_receiver_due on webhook_receiver (due_at) where due_at is not null;

-- An event that is told to its organization's webhook; it has the event's id.
create table webhook_delivery (
    id           uuid   primary key references event (id),
    organization bigint not null references organization (number),
    state        text   not null,
    attempts     bigint not null default 0,
    first_at     bigint,  -- of the attempts that count towards giving up
    next_attempt bigint not null,
    last_status  bigint,
    last_problem text   not null default '',
    created_at   bigint not null,
    queued_at    bigint not null,  -- as created_at, or later: by hand
    ended_at     bigint
-- sqlite: ) strict, without rowid;
-- postgres: );

create index webhook_delivery_waiting on webhook_delivery (organization, next_attempt, id)
    where state = 'waiting';
create index webhook_delivery_dead on webhook_delivery (organization) where state = 'dead';
create index webhook_delivery_delivered on webhook_delivery (ended_at) where state = 'delivered';
create index webhook_delivery_by_organization on webhook_delivery (organization, created_at, id);

create table webhook_attempt (
    delivery        uuid   not null references webhook_delivery (id) on delete cascade,
    number          bigint not null,
    started_at      bigint not null,
    duration_ms     bigint not null,
    status          bigint,           -- null: there was no answer
    problem         text   not null,
    primary key (delivery, number)
-- sqlite: ) strict, without rowid;
-- postgres: );
