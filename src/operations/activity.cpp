#include "operations/activity.h"

#include <charconv>

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/event.h"
#include "domain/staff_act.h"
#include "domain/text_field.h"
#include "operations/account_mails.h"
#include "operations/event_subject.h"
#include "operations/staff_organizations.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

constexpr int scanned_max = 20'000;  // of the log, for a page
constexpr int export_count = 500;    // in one part of an export

// "1700000000000.17.3", as a page's address names a place.
std::string text_of(const activity::Place& place) {
    return std::to_string(milliseconds(place.occurred_at)) + '.' +
           std::to_string(place.organization) + '.' + std::to_string(place.sequence);
}

template <class Number>
bool read_number(std::string_view& text, Number& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || number < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with('.')) text.remove_prefix(1);
    return true;
}

Result<activity::Place> parse_place(std::string_view text) {
    if (text.empty()) return activity::Place{};
    std::int64_t moment = 0;
    activity::Place place;
    const bool read = read_number(text, moment) && read_number(text, place.organization) &&
                      read_number(text, place.sequence) && text.empty();
    if (!read) return fail({FieldProblem{"before", "is no place in the log"}});
    place.occurred_at = timestamp(moment);
    return place;
}

// Who is named by actors and subjects, each looked up once.
class KnownNames {
public:
    explicit KnownNames(Transaction& transaction) : transaction_(transaction) {}

    std::string of(const std::string& actor) {
        const auto [known, is_new] = names_.try_emplace(actor);
        if (is_new) known->second = look_up(actor);
        return known->second;
    }

private:
    std::string look_up(std::string_view actor) {
        constexpr std::string_view person = "person:";
        constexpr std::string_view organization = "organization:";
        if (actor.starts_with(person)) {
            const auto id = Uuid::parse(actor.substr(person.size()));
            const auto found = id ? persons::find(transaction_, *id) : std::optional<Person>();
            if (!found) return {};
            const auto name = full_name(*found);
            return name.empty() ? found->email : name;
        }
        if (actor.starts_with(organization)) {
            const auto id = OrganizationId::from_ctid(actor.substr(organization.size()));
            const auto found =
                id ? organizations::find(transaction_, *id) : std::optional<Organization>();
            return found ? found->stated.name : std::string();
        }
        return {};
    }

    Transaction& transaction_;
    std::map<std::string, std::string> names_;
};

struct NameOfSubject {
    std::string operator()(const Organization& organization) const {
        return organization.stated.name;
    }
    std::string operator()(const IssuedTemplate& issued) const {
        return issued.badge_template.stated.name;
    }
    std::string operator()(const IssuedBadge& issued) const {
        return issued.badge_template.stated.name;
    }
    std::string operator()(const ToldResource& resource) const { return resource.name; }
};

std::string subject_name(const activity::Entry& entry, KnownNames& names) {
    if (!entry.organization) return names.of(entry.about);
    return std::visit(NameOfSubject(), subject_of({.id = {},
                                                   .organization = entry.place.organization,
                                                   .sequence = entry.place.sequence,
                                                   .type = entry.type,
                                                   .actor = entry.actor,
                                                   .snapshot = entry.snapshot,
                                                   .occurred_at = entry.place.occurred_at}));
}

std::vector<Activity::Told> told(Transaction& transaction, std::vector<activity::Entry> entries) {
    KnownNames names(transaction);
    std::vector<Activity::Told> told;
    for (auto& entry : entries) {
        auto actor = names.of(entry.actor);
        auto subject = subject_name(entry, names);
        entry.snapshot.clear();  // may say what is nobody else's business
        told.push_back({std::move(entry), std::move(actor), std::move(subject)});
    }
    return told;
}

}  // namespace

std::span<const std::string_view> Activity::types() {
    static const auto types = [] {
        std::vector<std::string_view> all(event_type::all.begin(), event_type::all.end());
        all.insert(all.end(), staff_act::all.begin(), staff_act::all.end());
        return all;
    }();
    return types;
}

Result<activity::Filter> Activity::filter_of(Transaction& transaction, const Query& query) {
    std::vector<FieldProblem> problems;
    check_line(query.actor, "actor", activity_actor_length_max, problems);
    check_line(query.type, "type", activity_type_length_max, problems);
    if (!problems.empty()) return fail(std::move(problems));
    activity::Filter filter{
        .actor = query.actor, .type = query.type, .from = query.from, .until = query.until};
    if (query.organization) {
        filter.organization = organizations::number_of(transaction, *query.organization);
        if (!filter.organization) return fail(ErrorKind::not_found, "no organization has this id");
    }
    if (const auto address = EmailAddress::parse(query.actor)) {
        const auto person = persons::find_by_email(transaction, address->folded());
        if (person) filter.actor = Actor::actor_name(person->id);
    }
    return filter;
}

Result<Activity::Listed> Activity::list(const Actor& actor, const Query& query,
                                        const std::string& before) {
    TRY(acting_as_staff(actor));
    const auto place = TRY(parse_place(before));
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        const auto filter = TRY(filter_of(transaction, query));
        auto found = activity::list(transaction, filter, place, staff_page_count, scanned_max);
        return Listed{.entries = told(transaction, std::move(found.entries)),
                      .next = found.next ? text_of(*found.next) : ""};
    });
}

Result<Activity::Export> Activity::exported(const Actor& actor, const Query& query) {
    TRY(acting_as_staff(actor));
    auto filter = TRY(registry_.store.read(
        [&](Transaction& transaction) { return filter_of(transaction, query); }));
    return Export(registry_, std::move(filter));
}

std::optional<std::vector<Activity::Told>> Activity::Export::next() {
    if (!before_) return std::nullopt;
    return registry_->store.read([&](Transaction& transaction) {
        auto found = activity::list(transaction, filter_, *before_, export_count, scanned_max);
        before_ = found.next;
        return told(transaction, std::move(found.entries));
    });
}

}  // namespace cartulary
