#include "store/invariants.h"

namespace cartulary::invariants {

namespace {

struct Invariant {
    const char* broken;  // goes on after the number of rows
    const char* count_sql;
};

constexpr Invariant all[] = {
    {"organizations have another number of events than they count", R"(
        select count(*) from organization
        where event_count <> (select count(*) from event where event.organization =
            organization.number))"},
    {"organizations have gaps in the numbers of their events", R"(
        select count(*) from organization
        where event_count <> (select coalesce(max(event.sequence), 0) from event
            where event.organization = organization.number))"},
    {"organizations have no event of their registration", R"(
        select count(*) from organization
        where not exists (select 1 from event where event.organization = organization.number
            and event.sequence = 1 and event.type = 'organization.registered'))"},
    {"approved organizations have no administrator", R"(
        select count(*) from organization
        where status = 'approved' and not exists (select 1 from membership
            where membership.organization = organization.number and role = 'administrator'))"},
    {"approved organizations never had an API key", R"(
        select count(*) from organization
        where status = 'approved' and not exists (select 1 from api_key
            where api_key.organization = organization.number))"},
    {"approved organizations are neither trusted partners nor in a relationship with one", R"(
        select count(*) from organization
        where status = 'approved' and trusted_partner = 0 and tenant is null
            and not exists (select 1 from relationship
                where relationship.organization = organization.number))"},
    {"people who never set a password have no link to do so and are in no organization", R"(
        select count(*) from person
        where password_hash = '' and staff = 0
            and not exists (select 1 from membership where membership.person = person.id))"},
    {"mails are in a state that does not exist", R"(
        select count(*) from mail where state not in ('waiting', 'sent', 'given_up'))"},
    {"mails were ended and still hold their secret link", R"(
        select count(*) from mail where state <> 'waiting' and length(sealed_link) > 0)"},
    {"stored answers are empty", R"(
        select count(*) from idempotency where length(sealed) = 0)"},
};

}  // namespace

std::vector<std::string> broken(Transaction& transaction) {
    std::vector<std::string> sentences;
    for (const auto& [sentence, count_sql] : all) {
        auto rows = transaction.query(count_sql);
        rows.next();
        if (const auto count = rows.integer(0); count > 0) {
            sentences.push_back(std::to_string(count) + " " + sentence);
        }
    }
    return sentences;
}

}  // namespace cartulary::invariants
