#include "web/dashboard/organization_form.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "domain/country.h"
#include "domain/web_address.h"
#include "web/dashboard/organization_words.h"
#include "web/texts/country_names.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

// The fields of the form, by what problems of the record call them.
struct Named {
    std::string_view field;  // of the form
    std::string_view of_record;
    std::string_view Texts::*label;
};
constexpr Named names[] = {
    {"name", "name", &Texts::name_label},
    {"description", "description", &Texts::description_label},
    {"types", "types", &Texts::types_label},
    {"sector", "sector", &Texts::sector_label},
    {"website", "website", &Texts::website_label},
    {"email", "email", &Texts::organization_email_label},
    {"phone", "phones[0]", &Texts::phone_label},
    {"phone_extension", "phones[0]_extension", &Texts::phone_extension_label},
    {"street", "address.street", &Texts::street_label},
    {"street_2", "address.street_2", &Texts::street_2_label},
    {"city", "address.city", &Texts::city_label},
    {"region", "address.region", &Texts::region_label},
    {"postal_code", "address.postal_code", &Texts::postal_code_label},
    {"country", "address.country", &Texts::country_label},
    {"fein", "identifiers.fein", &Texts::fein_label},
    {"duns", "identifiers.duns", &Texts::duns_label},
    {"opeid", "identifiers.opeid", &Texts::opeid_label},
};

constexpr auto form_schemes =
    std::to_array({identifier_scheme::fein, identifier_scheme::duns, identifier_scheme::opeid});

std::string estimate_field(std::size_t index) {
    return "estimate_" + std::to_string(index);
}

std::string trimmed(const Visit& visit, std::string_view field) {
    return std::string(text::trimmed(visit.field(field)));
}

// Browsers send lines that end as on typewriters.
std::string lines(const Visit& visit, std::string_view field) {
    auto text = trimmed(visit, field);
    std::erase(text, '\r');
    return text;
}

template <class Vocabulary, class Term>
void read_terms(const Visit& visit, std::string_view field, const Vocabulary& vocabulary,
                std::vector<Term>& terms) {
    terms.clear();
    for (const auto& name : visit.fields(field)) {
        const auto term = vocabulary.find(name);
        if (term && std::ranges::find(terms, *term) == terms.end()) terms.push_back(*term);
    }
}

// In the way that the scheme writes it, where it is one.
void read_identifier(const Visit& visit, const IdentifierScheme& scheme, OrganizationDraft& draft) {
    auto value = trimmed(visit, scheme.name);
    if (const auto parsed = parse_identifier(scheme, value); parsed) value = *parsed;
    const auto known = std::ranges::find(draft.identifiers, scheme.name, &Identifier::scheme);
    if (known != draft.identifiers.end()) {
        if (value.empty()) {
            draft.identifiers.erase(known);
        } else {
            known->value = value;
        }
    } else if (!value.empty()) {
        draft.identifiers.push_back({std::string(scheme.name), value});
    }
}

void read_phone(const Visit& visit, std::vector<Phone>& phones) {
    const Phone phone{trimmed(visit, "phone"), trimmed(visit, "phone_extension")};
    const bool is_none = phone.number.empty() && phone.extension.empty();
    if (phones.empty()) {
        if (!is_none) phones.push_back(phone);
    } else if (is_none) {
        phones.erase(phones.begin());
    } else {
        phones.front() = phone;
    }
}

// Nothing where it is no number; an empty text is none at all.
std::optional<std::int64_t> count_in(std::string_view text) {
    std::int64_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return count;
}

auto estimate_of(std::vector<PublishingEstimate>& estimates, std::string_view entity_type) {
    return std::ranges::find(estimates, entity_type, &PublishingEstimate::entity_type);
}

void read_estimates(const Visit& visit, std::vector<PublishingEstimate>& estimates) {
    const auto& classes = visit.texts().estimated_classes;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto text = trimmed(visit, estimate_field(i));
        const auto known = estimate_of(estimates, classes[i].name);
        const auto count = count_in(text);
        if (text.empty() || count == 0) {
            if (known != estimates.end()) estimates.erase(known);
        } else if (count && known != estimates.end()) {
            known->count = *count;
        } else if (count) {
            estimates.push_back({std::string(classes[i].name), *count, {}});
        }
    }
}

std::string website_in(const Visit& visit) {
    auto written = trimmed(visit, "website");
    const auto address = parse_web_address(written);
    return address ? address->text : written;
}

template <class Vocabulary>
std::vector<Option> options_of(const Vocabulary& vocabulary,
                               std::span<const std::string_view> labels) {
    std::vector<Option> options;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        options.push_back({vocabulary.names.at(i), labels[i]});
    }
    return options;
}

template <class Vocabulary, class Term>
std::vector<std::string_view> chosen_of(const Vocabulary& vocabulary,
                                        const std::vector<Term>& terms) {
    std::vector<std::string_view> chosen;
    for (const auto term : terms) chosen.push_back(vocabulary.name_of(term));
    return chosen;
}

Markup about_fields(const Texts& texts, const OrganizationDraft& draft, const Problems& problems) {
    auto sector_options = options_of(sectors, texts.organization_sectors);
    sector_options.insert(sector_options.begin(), {"", texts.choose_none});
    const auto types = options_of(organization_types, texts.organization_types);
    return together(field_markup({.name = "name",
                                  .label = texts.name_label,
                                  .autocomplete = "organization",
                                  .value = draft.name},
                                 problems),
                    text_area({.name = "description",
                               .label = texts.description_label,
                               .value = draft.description,
                               .hint = texts.description_hint,
                               .required = false},
                              problems),
                    check_group({.name = "types",
                                 .label = texts.types_label,
                                 .options = types,
                                 .chosen = chosen_of(organization_types, draft.types)},
                                problems),
                    choices_markup({.name = "sector",
                                    .label = texts.sector_label,
                                    .options = sector_options,
                                    .chosen = draft.sector ? sectors.name_of(*draft.sector) : "",
                                    .problem = problems.of("sector")}),
                    field_markup({.name = "website",
                                  .label = texts.website_label,
                                  .autocomplete = "url",
                                  .value = draft.website,
                                  .hint = texts.website_hint,
                                  .input_mode = "url",
                                  .required = false},
                                 problems));
}

// A field that may be empty.
Markup line(std::string_view name, std::string_view label, std::string_view autocomplete,
            std::string_view value, const Problems& problems, std::string_view type = "text") {
    return field_markup({.name = name,
                         .label = label,
                         .type = type,
                         .autocomplete = autocomplete,
                         .value = value,
                         .required = false},
                        problems);
}

Markup country_field(const Texts& texts, const std::string& chosen, const Problems& problems) {
    std::vector<std::pair<std::string, std::string_view>> named;
    for (const auto& country : countries()) {
        named.emplace_back(country_name(texts, country), country.alpha_2);
    }
    std::ranges::sort(named);
    std::vector<Option> options = {{"", texts.choose_none}};
    for (const auto& [name, code] : named) options.push_back({code, name});
    return choices_markup({.name = "country",
                           .label = texts.country_label,
                           .options = options,
                           .chosen = chosen,
                           .problem = problems.of("country")});
}

Markup contact_fields(const Texts& texts, const OrganizationDraft& draft,
                      const Problems& problems) {
    const auto phone = draft.phones.empty() ? Phone{} : draft.phones.front();
    const auto& address = draft.address;
    return together(
        field_markup({.name = "email",
                      .label = texts.organization_email_label,
                      .type = "email",
                      .autocomplete = "email",
                      .value = draft.email,
                      .hint = texts.organization_email_hint,
                      .required = false},
                     problems),
        line("phone", texts.phone_label, "tel", phone.number, problems, "tel"),
        line("phone_extension", texts.phone_extension_label, "tel-extension", phone.extension,
             problems),
        line("street", texts.street_label, "address-line1", address.street, problems),
        line("street_2", texts.street_2_label, "address-line2", address.street_2, problems),
        line("city", texts.city_label, "address-level2", address.city, problems),
        line("region", texts.region_label, "address-level1", address.region, problems),
        line("postal_code", texts.postal_code_label, "postal-code", address.postal_code, problems),
        country_field(texts, address.country, problems));
}

Markup identifier_fields(const Texts& texts, const OrganizationDraft& draft,
                         const Problems& problems) {
    const auto field = [&](std::string_view name, std::string_view label, std::string_view hint) {
        return field_markup({.name = name,
                             .label = label,
                             .autocomplete = "off",
                             .value = identifier_of(draft, name),
                             .hint = hint,
                             .required = false},
                            problems);
    };
    return together(field("fein", texts.fein_label, texts.fein_hint),
                    field("duns", texts.duns_label, texts.duns_hint),
                    field("opeid", texts.opeid_label, texts.opeid_hint));
}

Markup estimate_fields(const Visit& visit, std::vector<PublishingEstimate> estimates,
                       const Problems& problems) {
    const auto& texts = visit.texts();
    Markup fields;
    for (std::size_t i = 0; i < texts.estimated_classes.size(); ++i) {
        const auto& [name, label] = texts.estimated_classes[i];
        const auto field = estimate_field(i);
        const auto known = estimate_of(estimates, name);
        auto value = known == estimates.end() ? std::string() : std::to_string(known->count);
        if (!problems.of(field).empty()) value = visit.field(field);
        fields.add(field_markup({.name = field,
                                 .label = label,
                                 .autocomplete = "off",
                                 .value = value,
                                 .input_mode = "numeric",
                                 .required = false},
                                problems));
    }
    return element("fieldset", {}, element("legend", {}, texts.estimates_label),
                   element("p", {{"class", "hint"}}, texts.estimates_hint), fields);
}

Markup publishing_fields(const Visit& visit, const PublishingProfile& publishing,
                         const Problems& problems) {
    const auto& texts = visit.texts();
    const auto roles = options_of(publishing_roles, texts.publishing_role_texts);
    const auto methods = options_of(publishing_methods, texts.publishing_method_texts);
    const auto consuming = options_of(consuming_methods, texts.consuming_method_texts);
    return together(
        check_group({.name = "roles",
                     .label = texts.roles_label,
                     .options = roles,
                     .chosen = chosen_of(publishing_roles, publishing.roles)},
                    problems),
        check_group({.name = "methods",
                     .label = texts.methods_label,
                     .options = methods,
                     .chosen = chosen_of(publishing_methods, publishing.methods)},
                    problems),
        check_group({.name = "consuming_methods",
                     .label = texts.consuming_label,
                     .options = consuming,
                     .chosen = chosen_of(consuming_methods, publishing.consuming_methods)},
                    problems),
        estimate_fields(visit, publishing.estimates, problems));
}

}  // namespace

void read_organization(const Visit& visit, OrganizationDraft& draft) {
    draft.name = trimmed(visit, "name");
    draft.description = lines(visit, "description");
    draft.website = website_in(visit);
    draft.email = trimmed(visit, "email");
    draft.sector = sectors.find(visit.field("sector"));
    read_terms(visit, "types", organization_types, draft.types);
    read_phone(visit, draft.phones);
    draft.address = {trimmed(visit, "street"),      trimmed(visit, "street_2"),
                     trimmed(visit, "city"),        trimmed(visit, "region"),
                     trimmed(visit, "postal_code"), trimmed(visit, "country")};
    for (const auto& scheme : form_schemes) read_identifier(visit, scheme, draft);
    read_terms(visit, "roles", publishing_roles, draft.publishing.roles);
    read_terms(visit, "methods", publishing_methods, draft.publishing.methods);
    read_terms(visit, "consuming_methods", consuming_methods, draft.publishing.consuming_methods);
    read_estimates(visit, draft.publishing.estimates);
}

Problems problems_in_organization_form(const Visit& visit) {
    const auto& texts = visit.texts();
    Problems problems;
    for (std::size_t i = 0; i < texts.estimated_classes.size(); ++i) {
        const auto field = estimate_field(i);
        const auto written = trimmed(visit, field);
        const auto count = count_in(written);
        if (written.empty() || (count && *count >= 0 && *count <= estimate_count_max)) continue;
        problems.add(field, filled_plain(texts.estimate_no_number,
                                         {{"field", texts.estimated_classes[i].label}}));
    }
    return problems;
}

void add_problems(const Texts& texts, const Error& error, Problems& problems) {
    for (const auto& [field, of_record, label] : names) {
        for (const auto& [named, problem] : error.fields) {
            if (named != of_record) continue;
            problems.add(
                std::string(field),
                filled_plain(texts.field_problem,
                             {{"field", texts.*label}, {"problem", refusal_text(texts, problem)}}));
        }
    }
}

std::vector<std::string> sentences_of(const Texts& texts, const std::vector<FieldProblem>& fields) {
    Problems problems;
    add_problems(texts, {ErrorKind::invalid, {}, fields}, problems);
    std::vector<std::string> sentences;
    for (const auto& [field, sentence] : problems.entries()) sentences.push_back(sentence);
    return sentences;
}

Markup organization_fields(const Visit& visit, const OrganizationDraft& draft,
                           const Problems& problems) {
    const auto& texts = visit.texts();
    return together(
        element("h2", {}, texts.form_about_title), about_fields(texts, draft, problems),
        element("h2", {}, texts.form_contact_title), contact_fields(texts, draft, problems),
        element("h2", {}, texts.form_identifiers_title), identifier_fields(texts, draft, problems),
        element("h2", {}, texts.form_publishing_title),
        publishing_fields(visit, draft.publishing, problems));
}

}  // namespace cartulary::web
