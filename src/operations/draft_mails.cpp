#include "operations/draft_mails.h"

#include <string_view>

#include "operations/account_mails.h"
#include "operations/actor.h"
#include "operations/own_organization.h"
#include "store/persons.h"

namespace cartulary {

namespace {

std::vector<Person> publishers_of(Transaction& transaction, const Organization& organization) {
    std::vector<Person> publishers;
    for (auto& [person, role, since] : persons::members(transaction, organization.number)) {
        if (is_enough(role, Need::publish)) publishers.push_back(std::move(person));
    }
    return publishers;
}

// Nobody where an organization's own program approved it.
std::optional<Person> person_of(Transaction& transaction, const std::string& actor) {
    const auto before = Actor::actor_name(Uuid()).find(':') + 1;
    const auto id = Uuid::parse(std::string_view(actor).substr(std::min(before, actor.size())));
    if (!id || actor != Actor::actor_name(*id)) return std::nullopt;
    return persons::find(transaction, *id);
}

}  // namespace

void mail_published(const Registry& registry, Transaction& transaction, const Organization& owner,
                    std::int64_t count, const std::string& name) {
    if (count == 0) return;
    std::map<std::string, std::string> facts{{"organization", owner.stated.name}};
    if (count == 1) facts["draft"] = name;
    if (count > 1) facts["count"] = std::to_string(count);
    for (const auto& person : publishers_of(transaction, owner)) {
        queue_account_mail(registry, transaction, MailKind::draft_published, person,
                           dashboard_page_of(owner.id), facts);
    }
}

void mail_sent_back(const Registry& registry, Transaction& transaction, const Organization& owner,
                    const Draft& draft) {
    std::vector<Person> told;
    if (auto approver = person_of(transaction, draft.approver)) {
        told.push_back(*std::move(approver));
    } else {
        told = publishers_of(transaction, owner);
    }
    for (const auto& person : told) {
        queue_account_mail(
            registry, transaction, MailKind::draft_sent_back, person, dashboard_page_of(owner.id),
            {{"organization", owner.stated.name}, {"draft", draft.name}, {"reason", draft.reason}});
    }
}

}  // namespace cartulary
