#include "web/widget/widget_choice.h"

#include <algorithm>
#include <array>

#include "http/form.h"
#include "operations/search_conditions.h"

namespace cartulary::web {

namespace {

constexpr auto all_kinds = std::to_array<WidgetKind>(
    {{"", "", &WidgetTexts::kind_any},
     {"organization", "ceterms:Organization", &WidgetTexts::kind_organization},
     {"credential", "ceterms:Credential", &WidgetTexts::kind_credential},
     {"learning", "ceterms:LearningOpportunityProfile", &WidgetTexts::kind_learning},
     {"assessment", "ceterms:AssessmentProfile", &WidgetTexts::kind_assessment},
     {"framework", "ceasn:CompetencyFramework", &WidgetTexts::kind_framework}});

constexpr auto all_themes =
    std::to_array<WidgetTheme>({{"", Theme::device, &WidgetTexts::theme_device},
                                {"light", Theme::light, &WidgetTexts::theme_light},
                                {"dark", Theme::dark, &WidgetTexts::theme_dark}});

constexpr auto all_languages =
    std::to_array<WidgetLanguage>({{"", &WidgetTexts::language_visitor},
                                   {"en", &WidgetTexts::language_english},
                                   {"es", &WidgetTexts::language_spanish}});

// The one of this name; the first, which is the usual one, where there is none.
template <class Choices>
auto chosen(const Choices& choices, std::string_view name) {
    const auto found =
        std::ranges::find_if(choices, [&](const auto& choice) { return choice.name == name; });
    return found == choices.end() ? choices.data() : &*found;
}

}  // namespace

std::span<const WidgetKind> widget_kinds() {
    return all_kinds;
}

std::span<const WidgetTheme> widget_themes() {
    return all_themes;
}

std::span<const WidgetLanguage> widget_languages() {
    return all_languages;
}

std::vector<std::pair<std::string_view, std::string>> WidgetChoice::parameters() const {
    std::vector<std::pair<std::string_view, std::string>> parameters;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) parameters.emplace_back(name, value);
    };
    add("owner", owner ? owner->text() : std::string());
    add("type", kind->name);
    add("lang", language->name);
    add("theme", theme->name);
    return parameters;
}

std::string WidgetChoice::path() const {
    std::string path = widget_path;
    char before = '?';
    for (const auto& [name, value] : parameters()) {
        path.append(1, std::exchange(before, '&')).append(name).append("=");
        path += http::percent_encode(value);
    }
    return path;
}

std::vector<search::Names::Condition> WidgetChoice::conditions() const {
    std::vector<search::Names::Condition> conditions;
    if (owner) conditions.push_back({search::Facet::owner, {owner->text()}});
    if (kind->class_name.empty()) return conditions;
    const auto classes = values_meant(search::Facet::type, std::string(kind->class_name));
    conditions.push_back({search::Facet::type, classes.value()});
    return conditions;
}

WidgetChoice widget_choice(const Visit& visit) {
    return {.owner = Ctid::parse(visit.parameter("owner")),
            .kind = chosen(all_kinds, visit.parameter("type")),
            .theme = chosen(all_themes, visit.parameter("theme")),
            .language = chosen(all_languages, visit.parameter("lang"))};
}

}  // namespace cartulary::web
