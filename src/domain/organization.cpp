#include "domain/organization.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/phone_number.h"
#include "domain/text_field.h"
#include "domain/web_address.h"

namespace cartulary {

namespace {

constexpr std::array<std::string_view, 7> status_names = {
    "draft", "submitted", "approved", "declined", "inactive", "blocked", "retired"};

using Problems = std::vector<FieldProblem>;

std::string between(std::size_t least, std::size_t most) {
    return "must be " + std::to_string(least) + " to " + std::to_string(most) + " characters";
}

void check_name(const std::string& name, std::size_t length_max, Problems& problems) {
    if (text::is_blank(name)) {
        problems.push_back({"name", "is required"});
    } else if (const auto length = text::length(name);
               length < organization_name_length_min || length > length_max) {
        problems.push_back({"name", between(organization_name_length_min, length_max)});
    } else if (text::has_control_character(name)) {
        problems.push_back({"name", "must not hold control characters"});
    }
}

void check_profile_name(const std::string& name, Problems& problems) {
    const auto length = text::length(name);
    if (length < profile_name_length_min || length > profile_name_length_max) {
        problems.push_back(
            {"profile_name", between(profile_name_length_min, profile_name_length_max)});
    } else if (text::has_control_character(name)) {
        problems.push_back({"profile_name", "must not hold control characters"});
    } else if (text::trimmed(name) != name) {
        problems.push_back({"profile_name", "must not begin or end with a space"});
    }
}

void check_website(const std::string& website, bool required, Problems& problems) {
    if (website.empty()) {
        if (required) problems.push_back({"website", "is required"});
    } else if (const auto address = parse_web_address(website); !address) {
        problems.push_back({"website", address.error()});
    }
}

void check_email(const std::string& email, bool required, Problems& problems) {
    if (email.empty()) {
        if (required) problems.push_back({"email", "is required"});
    } else if (const auto address = EmailAddress::parse(email); !address) {
        problems.push_back({"email", address.error()});
    }
}

void check_phones(const std::vector<Phone>& phones, bool required, Problems& problems) {
    if (required && (phones.empty() || text::is_blank(phones.front().number))) {
        problems.push_back({"phones[0]", "is required"});
    }
    for (std::size_t i = 0; i < phones.size(); ++i) {
        append_problems_in(phones[i], "phones[" + std::to_string(i) + "]", problems);
    }
}

void check_address(const Address& address, bool required, Problems& problems) {
    constexpr auto line_max = address_line_length_max;
    check_required_line(address.street, "address.street", line_max, required, problems);
    check_line(address.street_2, "address.street_2", line_max, problems);
    check_required_line(address.city, "address.city", line_max, required, problems);
    check_required_line(address.region, "address.region", line_max, required, problems);
    check_required_line(address.postal_code, "address.postal_code", postal_code_length_max,
                        required, problems);
    check_country(address.country, "address.country", required, problems);
}

void check_identifiers(const std::vector<Identifier>& identifiers, Problems& problems) {
    for (const auto& [scheme_name, value] : identifiers) {
        const auto* scheme = find_identifier_scheme(scheme_name);
        if (!scheme) {
            problems.push_back({"identifiers." + scheme_name, "is no known scheme"});
        } else if (const auto parsed = parse_identifier(*scheme, value); !parsed) {
            problems.push_back({"identifiers." + scheme_name, parsed.error()});
        }
    }
}

void check_estimates(const std::vector<PublishingEstimate>& estimates, Problems& problems) {
    check_count(estimates.size(), "publishing.estimates", estimates_max, problems);
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        const auto field = "publishing.estimates[" + std::to_string(i) + "].";
        const auto& [entity_type, count, comment] = estimates[i];
        if (count < 0 || count > estimate_count_max) {
            problems.push_back({field + "count", "must be 0 to 1,000,000,000"});
        }
        check_line(comment, field + "comment", estimate_comment_length_max, problems);
    }
}

void check_webhook(const Webhook& webhook, Problems& problems) {
    check_url(webhook.url, "webhook.url", problems);
    constexpr auto field = "webhook.event_types";
    check_count(webhook.event_types.size(), field, webhook_event_types_max, problems);
    for (const auto& type : webhook.event_types) {
        if (text::is_blank(type)) {
            problems.push_back({field, "must not have a blank one"});
        } else {
            check_line(type, field, webhook_event_type_length_max, problems);
        }
    }
}

}  // namespace

std::string_view name_of(OrganizationStatus status) {
    return status_names.at(static_cast<std::size_t>(status));
}

std::optional<OrganizationStatus> parse_organization_status(std::string_view name) {
    const auto found = std::ranges::find(status_names, name);
    if (found == status_names.end()) return std::nullopt;
    return static_cast<OrganizationStatus>(found - status_names.begin());
}

std::string_view identifier_of(const OrganizationDraft& draft, std::string_view scheme) {
    for (const auto& identifier : draft.identifiers) {
        if (identifier.scheme == scheme) return identifier.value;
    }
    return {};
}

std::string generated_profile_name(const Uuid& random) {
    return "profile_" + random.text();
}

void append_problems_in(const Phone& phone, const std::string& field,
                        std::vector<FieldProblem>& problems) {
    if (!phone.number.empty()) {
        if (const auto number = parse_phone_number(phone.number); !number) {
            problems.push_back({field, number.error()});
        }
    }
    if (!phone.extension.empty()) {
        if (const auto extension = parse_phone_extension(phone.extension); !extension) {
            problems.push_back({field + "_extension", extension.error()});
        }
    }
}

std::vector<FieldProblem> problems_in(const OrganizationDraft& draft,
                                      const Requirements& requirements) {
    Problems problems;
    const bool complete = requirements.complete;
    check_name(draft.name, requirements.name_length_max, problems);
    check_profile_name(draft.profile_name, problems);
    check_lines(draft.description, "description", description_length_max, problems);
    check_website(draft.website, complete, problems);
    check_email(draft.email, complete, problems);
    check_phones(draft.phones, complete, problems);
    check_address(draft.address, complete, problems);
    if (complete && draft.types.empty()) {
        problems.push_back({"types", "must be one or more of " + organization_types.list()});
    }
    check_identifiers(draft.identifiers, problems);
    check_estimates(draft.publishing.estimates, problems);
    check_webhook(draft.webhook, problems);
    return problems;
}

}  // namespace cartulary
