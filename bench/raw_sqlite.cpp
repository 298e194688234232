// Inserts the rows of registrations into SQLite with a given number of them in each commit, as
// fast as one connection can: the ceiling that grouped registration is measured against.
//
//     raw_sqlite FILE REGISTRATIONS REGISTRATIONS_PER_COMMIT     prints registrations per second
#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

// What one registration stores: an organization and its document-sized text, a person, a
// membership, a key, a relationship, three mails and an event, each under the index it needs.
constexpr auto schema_sql = R"(
    pragma journal_mode = wal;
    pragma synchronous = full;
    create table organization (id text primary key, name text not null, profile text not null,
                               body text not null) strict;
    create unique index organization_profile on organization (profile);
    create table person (id text primary key, email text not null, name text not null) strict;
    create unique index person_email on person (email);
    create table membership (organization_id text, person_id text, role text,
                             primary key (organization_id, person_id)) strict;
    create table api_key (id text primary key, hash text not null, owner text not null) strict;
    create unique index api_key_hash on api_key (hash);
    create table relationship (organization_id text, partner_id text,
                               primary key (organization_id, partner_id)) strict;
    create table mail (id integer primary key, recipient text not null, body text not null) strict;
    create table event (organization_id text, number integer, body text not null,
                        primary key (organization_id, number)) strict;
)";

constexpr const char* insert_sql[] = {
    "insert into organization values ('o' || $1, 'College of ' || $1, 'profile_' || $1, $2)",
    "insert into person values ('p' || $1, 'someone' || $1 || '@college.example', 'Someone')",
    "insert into membership values ('o' || $1, 'p' || $1, 'administrator')",
    "insert into api_key values ('k' || $1, 'hash of ' || $1, 'o' || $1)",
    "insert into relationship values ('o' || $1, 'partner')",
    "insert into mail (recipient, body) values ('someone' || $1 || '@college.example', $2)",
    "insert into mail (recipient, body) values ('partner@partner.example', $2)",
    "insert into mail (recipient, body) values ('staff@registry.example', $2)",
    "insert into event values ('o' || $1, 1, $2)",
};

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(database));
}

void run(sqlite3* database, const char* sql) {
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

double registrations_per_second(const char* file, long total, long per_commit) {
    sqlite3* database = nullptr;
    check(sqlite3_open(file, &database), database);
    run(database, schema_sql);
    sqlite3_stmt* inserts[std::size(insert_sql)];
    for (std::size_t i = 0; i < std::size(insert_sql); ++i) {
        check(sqlite3_prepare_v2(database, insert_sql[i], -1, &inserts[i], nullptr), database);
    }
    const std::string body(900, 'x');

    const auto start = std::chrono::steady_clock::now();
    for (long done = 0; done < total;) {
        run(database, "begin immediate");
        for (long i = 0; i < per_commit && done < total; ++i, ++done) {
            run(database, "savepoint registration");
            for (auto* insert : inserts) {
                sqlite3_bind_int64(insert, 1, done);
                if (sqlite3_bind_parameter_count(insert) > 1) {
                    sqlite3_bind_text(insert, 2, body.c_str(), static_cast<int>(body.size()),
                                      SQLITE_STATIC);
                }
                check(sqlite3_step(insert), database);
                sqlite3_reset(insert);
            }
            run(database, "release registration");
        }
        run(database, "commit");
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

    for (auto* insert : inserts) sqlite3_finalize(insert);
    sqlite3_close(database);
    return static_cast<double>(total) / seconds.count();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: raw_sqlite FILE REGISTRATIONS REGISTRATIONS_PER_COMMIT\n";
        return 2;
    }
    try {
        std::cout << registrations_per_second(arguments[1], std::atol(arguments[2]),
                                              std::atol(arguments[3]))
                  << '\n';
    } catch (const std::exception& problem) {
        std::cerr << "raw_sqlite: " << problem.what() << '\n';
        return 1;
    }
}
