#pragma once

#include <string>
#include <vector>

#include "domain/person.h"
#include "operations/actor.h"

namespace cartulary {

// All people, for the registry's staff. Every refusal is forbidden for anybody else, and not_found
// where there is no such person.
class StaffPeople {
public:
    explicit StaffPeople(const Registry& registry) : registry_(registry) {}

    struct Query {
        std::string text = {};           // a part of the name or the address; blank: all
        bool staff = false;              // they alone
        std::optional<Uuid> after = {};  // the last one of the page before
    };
    struct Listed {
        struct Entry {
            Person person;
            std::vector<Part> parts;  // by the names of the organizations
        };
        std::vector<Entry> people;  // by address
        bool more = false;
    };
    // invalid, with the field "text": it is too long.
    Result<Listed> list(const Actor& actor, const Query& query);

    struct Shown {
        Person person;
        std::vector<Part> parts;
        std::vector<PersonSession> sessions;  // newest first
        bool has_second_factor = false;
    };
    Result<Shown> show(const Actor& actor, const Uuid& person);

    // conflict: it is the actor, or the last of the staff.
    Result<void> set_staff(const Actor& actor, const Uuid& person, bool staff);

    // Logs them out everywhere.
    Result<void> end_sessions(const Actor& actor, const Uuid& person);

    // For who lost it: the password alone is enough from then on. Logs them out everywhere and
    // tells them by mail. conflict: it is the actor, or there is none.
    Result<void> reset_second_factor(const Actor& actor, const Uuid& person);

    // Another link to set the first password, in the place of those before. conflict: it is set.
    Result<void> mail_confirmation(const Actor& actor, const Uuid& person);

private:
    const Registry& registry_;
};

}  // namespace cartulary
