"""PostgreSQL's own means to find names: its full-text search and its trigrams."""
import subprocess

from institutions import run_sql

INDEX = """
create extension pg_trgm;
create table names (id bigint generated always as identity, name text);
insert into names (name) select "NAME" from irs;
insert into names (name) select name from ror;
alter table names add words tsvector generated always as (to_tsvector('simple', name)) stored;
create index names_words on names using gin (words);
create index names_trigrams on names using gin (name gin_trgm_ops);
vacuum analyze names;
"""

# Each question in turn, timed inside the server, so that no client's time counts.
ASK = """
set plan_cache_mode = force_custom_plan;
create temporary table asked (place bigint generated always as identity, question text, meant text);
\\copy asked (question, meant) from stdin
{rows}
\\.
create temporary table answered (milliseconds float8, rank bigint);
do $$
declare
    one record; started timestamptz; found text[];
begin
    for one in select * from asked order by place loop
        started := clock_timestamp();
        select array_agg(name) into found from ({query}) as t;
        insert into answered values (
            extract(epoch from clock_timestamp() - started) * 1000,
            coalesce((select min(i) from generate_subscripts(found, 1) as i
                      where lower(found[i]) = lower(one.meant)), {missing}));
    end loop;
end $$;
select milliseconds, rank from answered;
"""

FULL_TEXT = """
    select name from names, {asked} as asked
    where words @@ asked order by ts_rank(words, asked) desc, length(name), id limit {count}"""
WORDS = "plainto_tsquery('simple', one.question)"
BEGINNING = "to_tsquery('simple', quote_literal(one.question) || ':*')"

SIMILAR = """
    select name from names
    where name % one.question order by similarity(name, one.question) desc, id limit {count}"""
WITHIN = """
    select name from names where one.question <% name
    order by word_similarity(one.question, name) desc, length(name), id limit {count}"""
BEGINS = """
    select name from names
    where name ilike regexp_replace(one.question, '([\\\\%_])', '\\\\\\1', 'g') || '%'
    order by length(name), id limit {count}"""


def index(uri):
    for statement in INDEX.split(";\n"):
        if statement.strip():
            run_sql(uri, statement)


def full_text(begins, count):
    return FULL_TEXT.format(asked=BEGINNING if begins else WORDS, count=count)


def trigrams(kind, count):
    """What suits the kind: whole names, words of them, or their beginnings."""
    return {"whole": SIMILAR, "words": WITHIN, "beginning": BEGINS}[kind].format(count=count)


def ask(uri, query, asked, missing):
    """Milliseconds and rank of each question."""
    rows = "\n".join(f"{question}\t{meant}".replace("\\", "\\\\") for question, meant in asked)
    done = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                           "--field-separator", " ", "--set=ON_ERROR_STOP=1", uri],
                          input=ASK.format(rows=rows, query=query, missing=missing),
                          text=True, capture_output=True, check=True)
    lines = [line.split() for line in done.stdout.split("\n") if line]
    return [(float(milliseconds), int(rank)) for milliseconds, rank in lines]
