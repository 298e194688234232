#include "dialects/litmos/wire.h"

#include <algorithm>

#include "base/text.h"
#include "dialects/litmos/organization_texts.h"
#include "dialects/litmos/properties.h"
#include "domain/country.h"
#include "domain/text_field.h"

namespace cartulary::litmos {

namespace {

using Problems = std::vector<FieldProblem>;

// What a body says of an organization: of each of organization_texts() the text, or nothing where
// it is to stay as it was.
struct Said {
    std::vector<std::optional<std::string>> texts;
    std::optional<bool> is_tax_exempt;
    std::optional<bool> notifies_super_user;

    const std::optional<std::string>& text(std::string_view name) const {
        const auto all = organization_texts();
        return texts[static_cast<std::size_t>(
            std::ranges::find(all, name, &OrganizationText::name) - all.begin())];
    }
    std::optional<std::string>& text(std::string_view name) {
        return const_cast<std::optional<std::string>&>(std::as_const(*this).text(name));
    }
};

bool has_problem(const Problems& problems, std::string_view field) {
    return std::ranges::find(problems, field, &FieldProblem::field) != problems.end();
}

void check_text(const OrganizationText& text, const std::optional<std::string>& said, bool is_new,
                Problems& problems) {
    const std::string field(text.ours);
    if (has_problem(problems, field)) return;
    if (text.required && (said ? text::is_blank(*said) : is_new)) {
        problems.push_back({field, "is required"});
    } else if (said) {
        text.has_lines ? check_lines(*said, field, text.characters_max, problems)
                       : check_line(*said, field, text.characters_max, problems);
    }
}

std::string upper(std::string text) {
    for (auto& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

// Codes are kept in upper case.
void read_country(Said& said, Problems& problems) {
    auto& code = said.text("Country");
    constexpr auto field = "address.country";
    if (!code || code->empty() || has_problem(problems, field)) return;
    *code = upper(*std::move(code));
    const auto* country = find_country(*code);
    if (!country || country->alpha_2 != *code) {
        problems.push_back({field, "must be a country of ISO 3166-1, in two letters"});
    }
}

bool has_part(std::string_view country_code, std::string_view code) {
    const auto* country = find_country(country_code);
    const auto* part = country ? find_subdivision(*country, code) : nullptr;
    return part && part->part() == code;
}

// A part of the country that is said; without one, of the United States or of Canada, as in the
// document's own list. Where no country is said because it stays, any code that may be one.
void read_state(Said& said, Problems& problems) {
    auto& code = said.text("StateProvince");
    constexpr auto field = "address.region";
    if (!code || code->empty() || has_problem(problems, field)) return;
    *code = upper(*std::move(code));
    const auto& country = said.text("Country");
    if (has_problem(problems, "address.country")) return;
    if (country && country->empty()) {
        if (has_part("US", *code) || has_part("CA", *code)) return;
        problems.push_back({field,
                            "must be a state of the US or a province of Canada, in two "
                            "letters, where no Country is given"});
    } else if (country ? !has_part(*country, *code) : text::length(*code) != 2) {
        problems.push_back({field, "must be a part of the Country by ISO 3166-2, in two letters"});
    }
}

void apply(const Said& said, OrganizationDraft& draft) {
    auto particulars = particulars_of(draft);
    const auto texts = organization_texts();
    std::vector<std::string> before;
    for (const auto& text : texts) before.push_back(text_of(text, draft, particulars));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& value = said.texts[i];
        // What is the same here may be more elsewhere: a phone's extension, a state's whole name.
        if (value && *value != before[i]) set_text(texts[i], draft, particulars, *value);
    }
    particulars.is_tax_exempt = said.is_tax_exempt.value_or(particulars.is_tax_exempt);
    particulars.notifies_super_user =
        said.notifies_super_user.value_or(particulars.notifies_super_user);
    put_particulars(draft, particulars);
}

// One object, or a list of them.
Result<std::vector<json::Object>> objects_in(std::string_view body, bool& is_list) {
    auto parsed = json::parse(body);
    if (!parsed) {
        return fail(ErrorKind::invalid, "the body is not JSON: " + parsed.error().message);
    }
    std::vector<json::Object> objects;
    if (const auto* object = parsed->object()) {
        is_list = false;
        objects.push_back(*object);
        return objects;
    }
    const auto* array = parsed->array();
    if (!is_list || !array) {
        return fail(ErrorKind::invalid, is_list ? "the body must be a list of JSON objects"
                                                : "the body must be a JSON object");
    }
    if (array->empty() || array->size() > list_length_max) {
        return fail(ErrorKind::invalid,
                    "the list must have 1 to " + std::to_string(list_length_max) + " elements");
    }
    for (const auto& element : *array) {
        if (!element.object()) {
            return fail(ErrorKind::invalid, "every element of the list must be a JSON object");
        }
        objects.push_back(*element.object());
    }
    return objects;
}

AttendeeGroupDraft draft_of(const json::Object& object, const std::string& prefix, bool is_new,
                            Problems& problems, AttendeeGroupDraft group) {
    Properties properties(object, problems);
    group.name = properties.text("GroupName", prefix + "name").value_or("");
    group.active = properties.boolean("Active", prefix + "active").value_or(is_new);
    group.starts_at = properties.date("StartDate", prefix + "starts_at");
    group.ends_at = properties.date("EndDate", prefix + "ends_at");
    group.unique_id = properties.text("UniqueID", prefix + "unique_id").value_or("");
    group.applies_expiry =
        properties.boolean("ApplyExpirationDate", prefix + "applies_expiry").value_or(false);
    group.applies_expiry_to_replay =
        properties.boolean("ApplyExpirationDateReplay", prefix + "applies_expiry_to_replay")
            .value_or(false);
    return group;
}

EmailDomainDraft draft_of(const json::Object& object, const std::string& prefix, bool is_new,
                          Problems& problems, EmailDomainDraft domain) {
    Properties properties(object, problems);
    domain.domain = properties.text("EmailDomain", prefix + "domain").value_or("");
    domain.active = properties.boolean("Active", prefix + "active").value_or(is_new);
    return domain;
}

template <class Draft>
Result<Several<Draft>> parse_several(std::string_view body, bool may_be_list, bool is_new) {
    Several<Draft> several;
    several.is_list = may_be_list;
    const auto objects = TRY(objects_in(body, several.is_list));
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto prefix = several.is_list ? "[" + std::to_string(i) + "]." : std::string();
        several.drafts.push_back(draft_of(objects[i], prefix, is_new, several.noticed, Draft{}));
    }
    return several;
}

}  // namespace

CompanyOrganizationStatement statement_of(const json::Object& organization, Absent absent) {
    CompanyOrganizationStatement statement;
    auto& problems = statement.noticed;
    Properties properties(organization, problems);
    const bool stays = absent == Absent::stays_as_it_was;
    Said said;
    for (const auto& text : organization_texts()) {
        auto& value = said.texts.emplace_back(properties.text(text.name, std::string(text.ours)));
        if (!value && !stays) value = "";
        check_text(text, value, !stays, problems);
    }
    read_country(said, problems);
    read_state(said, problems);
    const auto boolean = [&](std::string_view name, const std::string& field, bool otherwise) {
        const auto value = properties.boolean(name, field);
        return value || stays ? value : std::optional(otherwise);
    };
    statement.active = boolean("Active", "status", absent == Absent::becomes_default);
    said.is_tax_exempt = boolean("IsTaxExempt", "IsTaxExempt", false);
    said.notifies_super_user = boolean("NotificationToSuperUser", "NotificationToSuperUser", false);
    statement.tells_administrators = said.notifies_super_user.value_or(false);
    statement.apply = [said = std::move(said)](OrganizationDraft& draft) { apply(said, draft); };
    return statement;
}

Result<CompanyOrganizationStatement> parse_organization(std::string_view body, Absent absent) {
    bool is_list = false;
    const auto objects = TRY(objects_in(body, is_list));
    return statement_of(objects.at(0), absent);
}

Result<Several<AttendeeGroupDraft>> parse_attendee_groups(std::string_view body) {
    return parse_several<AttendeeGroupDraft>(body, true, true);
}

Result<Several<EmailDomainDraft>> parse_email_domains(std::string_view body) {
    return parse_several<EmailDomainDraft>(body, true, true);
}

Result<Several<AttendeeGroupDraft>> parse_attendee_group(std::string_view body) {
    return parse_several<AttendeeGroupDraft>(body, false, false);
}

Result<Several<EmailDomainDraft>> parse_email_domain(std::string_view body) {
    return parse_several<EmailDomainDraft>(body, false, false);
}

}  // namespace cartulary::litmos
