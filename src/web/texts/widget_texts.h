#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the widget, with which other sites search
// this registry.
namespace cartulary::web {

struct Texts;

struct WidgetTexts {
    // Within the frame.
    std::string_view title = "Search {registry}";
    std::string_view title_of = "{organization} in {registry}";
    std::string_view field = "What are you looking for?";
    std::string_view button = "Search";
    std::string_view results = "Found";
    std::string_view none = "Nothing was found for “{text}”.";
    std::string_view nothing_of = "Nothing of {organization} is published yet.";
    std::string_view corrected = "Nothing has the words you wrote. This is for “{text}”.";
    std::string_view wrong = "This cannot be searched for. Use fewer or shorter words.";
    std::string_view kind_by = "{kind} · {owner}";
    std::string_view new_tab = "(opens in a new tab)";
    std::string_view all_results = "See all results in {registry}";
    std::string_view home = "Go to {registry}";
    std::string_view owner_unknown = "The organization of this widget is not known.";

    // Making one.
    std::string_view make_title = "Make a widget";
    std::string_view make_about =
        "A widget is a search of {registry} within a page of your own site. Choose what it finds, "
        "and copy what stands below into your page.";
    std::string_view make_owner = "Organization";
    std::string_view make_owner_hint = "Its name or CTID. Empty: of all organizations.";
    std::string_view make_owner_none = "No organization of this name or CTID was found.";
    std::string_view make_owner_which = "Several organizations are called so. Which one is it?";
    std::string_view make_owner_long = "This may have at most 200 characters.";
    std::string_view make_kind = "What is found";
    std::string_view make_heading = "Title of the frame";
    std::string_view make_heading_hint =
        "Screen readers say it when they come to the widget. Empty: “{title}”.";
    std::string_view make_heading_long = "The title may have at most 100 characters.";
    std::string_view make_language = "Language";
    std::string_view make_theme = "Colors";
    std::string_view make_button = "Show it";
    std::string_view snippet = "For your page";
    std::string_view snippet_about =
        "Copy this to where the widget should stand. It becomes as high as what it shows.";
    std::string_view snippet_label = "With a script";
    std::string_view frame_label = "Without a script, of a fixed height";
    std::string_view policy_about =
        "Where your site has a Content-Security-Policy, let it allow `script-src {address}` and "
        "`frame-src {address}`.";
    std::string_view preview = "How it looks";

    // What is found.
    std::string_view kind_any = "Everything";
    std::string_view kind_organization = "Organizations";
    std::string_view kind_credential = "Credentials";
    std::string_view kind_learning = "Courses and programs";
    std::string_view kind_assessment = "Assessments";
    std::string_view kind_framework = "Competency frameworks";

    std::string_view theme_device = "As the visitor’s device has them";
    std::string_view theme_light = "Light";
    std::string_view theme_dark = "Dark";
    std::string_view language_visitor = "As the visitor’s browser prefers";
    std::string_view language_english = "English";
    std::string_view language_spanish = "Español";
};

const WidgetTexts& widget_texts(const Texts& page);

}  // namespace cartulary::web
