#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ctid.h"
#include "search/names.h"
#include "web/texts/widget_texts.h"
#include "web/visit.h"

// What a widget finds, and how it looks: the parameters of its address.
namespace cartulary::web {

inline constexpr auto widget_path = "/widget";

// What it may find. `name` is a parameter's value: never change one, as it stands in pages of
// others.
struct WidgetKind {
    std::string_view name;
    std::string_view class_name;  // of CTDL, with those below it; empty: all
    std::string_view WidgetTexts::*label;
};
std::span<const WidgetKind> widget_kinds();

struct WidgetTheme {
    std::string_view name;
    Theme theme;
    std::string_view WidgetTexts::*label;
};
std::span<const WidgetTheme> widget_themes();

struct WidgetLanguage {
    std::string_view name;  // BCP 47; empty: the browser's
    std::string_view WidgetTexts::*label;
};
std::span<const WidgetLanguage> widget_languages();

struct WidgetChoice {
    std::optional<Ctid> owner = {};
    const WidgetKind* kind = widget_kinds().data();
    const WidgetTheme* theme = widget_themes().data();
    const WidgetLanguage* language = widget_languages().data();

    // The parameters but for what is as usual: {"type", "credential"}.
    std::vector<std::pair<std::string_view, std::string>> parameters() const;
    std::string path() const;  // "/widget?type=credential"

    // What is searched.
    std::vector<search::Names::Condition> conditions() const;
};

// Of a query ("owner", "type", "theme", "lang"). What is none of the values that it may have is as
// if it were not there: a page of somebody else must not break.
WidgetChoice widget_choice(const Visit& visit);

}  // namespace cartulary::web
