#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "web/html.h"
#include "web/texts/texts.h"

// Forms that say beside each field what is wrong with it, and all of it once more at the top.
namespace cartulary::web {

// What is wrong with the fields of a form, in their order, as whole sentences.
class Problems {
public:
    // The field is there once; nothing is added for an empty sentence.
    void add(std::string field, std::string sentence);

    bool any() const { return !entries_.empty(); }
    std::string_view of(std::string_view field) const;  // empty: nothing
    bool is_first(std::string_view field) const;
    const auto& entries() const { return entries_; }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

// One field. Its name is its id too.
struct FormField {
    std::string_view name;
    std::string_view label;
    std::string_view type = "text";
    std::string_view autocomplete = {};
    std::string_view value = {};
    std::string_view hint = {};
    std::string_view input_mode = {};
    bool required = true;
};

Markup field_markup(const FormField& field, const Problems& problems);
Markup text_area(const FormField& field, const Problems& problems);

struct Option {
    std::string_view value;
    std::string_view label;
};
// `id` where several of one name stand on a page; `label_class` hides a label that only those need
// who do not see what stands around it.
struct Choices {
    std::string_view name;
    std::string_view label;
    std::span<const Option> options;
    std::string_view chosen;
    std::string_view id = {};
    std::string_view label_class = {};
    std::string_view problem = {};
};
Markup choices_markup(const Choices& choices);

// A box to tick; its name is its id too.
Markup tick_markup(std::string_view name, std::string_view label, bool is_ticked,
                   std::string_view value = "yes");

Markup hidden_field(std::string_view name, std::string_view value);
Markup button(std::string_view label, std::string_view looks = {});

// A button among several of its kind: `whole` says what it is about to those who do not see what
// stands around it.
Markup button_about(std::string_view label, std::string_view whole,
                    std::string_view looks = "second");

// All problems, each leading to its field; nothing where there are none.
Markup summary_markup(std::string_view title, const Problems& problems);

// What an operation says of fields, as sentences with the labels that the fields have in the form.
using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;
Problems problems_of(const Texts& texts, const Error& error, Labels labels);

}  // namespace cartulary::web
