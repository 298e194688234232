-- What the registry describes: the documents of organizations, credentials and all else, with every
-- version, and by what they are found. The rules of writing are at the top of 0001. PostgreSQL
-- refuses a column named ctid: `id` is the UUID of the CTID.

-- One row for each CTID: for what has a document of its own (a whole), and for each part of one
-- that has a CTID too, such as a competency of a framework. All but the parts' rows are few.
create table resource (
-- sqlite: number integer primary key autoincrement,
-- postgres: number bigint generated always as identity primary key,
    id          uuid   not null unique,
    part_of     bigint references resource (number),  -- null: a whole
    envelope    uuid   unique,                        -- null for a part
    type        text   collate "C" not null,
    owner       bigint not null,                      -- number of an organization
    publisher   bigint,
    revision    bigint not null,  -- of a part: the whole's when it last changed
    digest      text,             -- of the latest document; null for a part
    entry_hash  bigint not null,  -- of all by which it is found, the tables below; 0: it is not
    summary     text   not null,  -- JSON: what the index of names is made of
    created_at  bigint not null,
    updated_at  bigint not null,
    deleted_at  bigint,           -- of a part: when it left its whole
    verified_at bigint
);

-- All that a count looks at is in them.
create index resource_whole on resource (number, deleted_at) where part_of is null;
create index resource_by_type on resource (type, number, part_of, deleted_at);
create index resource_by_owner on resource (owner, number) where part_of is null;
create index resource_part on resource (part_of, number) where part_of is not null;

create table resource_version (
    resource   bigint not null references resource (number),
    revision   bigint not null,
    event      text   not null,
    method     text   not null,
    document   text   not null,
    digest     text   not null,
    actor      text   not null,
    owner      bigint not null,
    publisher  bigint,
    created_at bigint not null,
    primary key (resource, revision)
);

-- These two are written by the ten thousand, and `verify` compares them: foreign keys would double
-- what that costs.
create table resource_reference (
    resource bigint not null,
    property text   collate "C" not null,
    target   text   collate "C" not null,
    primary key (resource, property, target)
-- sqlite: ) strict, without rowid;
-- postgres: );

create index resource_reference_by_target on resource_reference (target, resource, property);

-- The words of a resource, each once, already folded and apart, so that both engines find the same:
-- neither may part, fold or forget any.
-- sqlite: create virtual table resource_text using fts5 (
-- sqlite:     words, tokenize = 'ascii', detail = none, columnsize = 0
-- sqlite: );
-- postgres: create table resource_text (
-- postgres:     resource bigint primary key,
-- postgres:     words    tsvector not null
-- postgres: );
-- postgres: create index resource_text_words on resource_text
-- postgres:     using gin (words) with (gin_pending_list_limit = 64);  -- kB: no search waits for it

-- Every change, in an order in which nobody who follows misses one. A sequence does not give that
-- on PostgreSQL: what takes its number first may commit last. There a change's number is made of
-- the number of its transaction, so that nothing can appear any more below the number of the oldest
-- transaction that still runs.
create table change (
-- sqlite: number integer primary key autoincrement,
-- postgres: number bigint primary key,
    resource   bigint not null references resource (number),
    revision   bigint not null,
    event      text   not null,
    created_at bigint not null
);

create index change_by_resource on change (resource, number);
create index change_by_time on change (created_at, number);

-- Added to what a transaction's number gives: another cluster, into which the database was brought,
-- may count its transactions from less.
-- postgres: create table change_base (value bigint not null);
-- postgres: insert into change_base
-- postgres:     values (- (cast(cast(pg_current_xact_id() as text) as bigint) << 16));
--
-- The first of the 65,536 numbers that are this transaction's own.
-- postgres: create function first_change_of(transaction_id xid8) returns bigint
-- postgres: language sql stable as $$
-- postgres:     select (cast(cast(transaction_id as text) as bigint) << 16) + value
-- postgres:     from change_base
-- postgres: $$;
--
-- postgres: create function next_change() returns bigint language plpgsql as $$
-- postgres: declare
-- postgres:     first bigint := first_change_of(pg_current_xact_id());
-- postgres:     given bigint;
-- postgres: begin
-- postgres:     select coalesce(max(number) + 1, first) into given from change
-- postgres:     where number >= first and number < first + 65536;
-- postgres:     if given = first + 65536 then
-- postgres:         raise exception 'a transaction makes at most 65536 changes';
-- postgres:     end if;
-- postgres:     return given;
-- postgres: end $$;
