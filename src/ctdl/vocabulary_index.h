#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ctdl/terms.h"
#include "ctdl/vocabulary.h"

// What the functions of vocabulary.h look up: the table, mended and indexed.
namespace cartulary::ctdl {

// Entries by every spelling of their names.
template <class Entry>
class Spellings {
public:
    void add(const Entry& entry) {
        auto name = text::lower_ascii(entry.name);
        add_short(name.substr(name.find(':') + 1), entry);
        full_.emplace(std::move(name), &entry);
    }
    void add_short(std::string name, const Entry& entry) {
        const auto [at, added] = short_.emplace(std::move(name), &entry);
        if (!added) at->second = nullptr;  // of several, so nobody's
    }

    const Entry* find(std::string_view written) const {
        const auto name = text::lower_ascii(compact(text::trimmed(written)));
        const auto& names = name.find(':') == std::string::npos ? short_ : full_;
        const auto found = names.find(name);
        return found == names.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string, const Entry*> full_;
    std::unordered_map<std::string, const Entry*> short_;
};

class Vocabulary {
    using Names = std::vector<std::string_view>;

public:
    Vocabulary() {
        read_classes();
        read_schemes();
        read_properties();
        relate();
    }

    std::vector<Class> classes;
    std::vector<Property> properties;
    std::vector<Scheme> schemes;
    Spellings<Class> class_names;
    Spellings<Property> property_names;
    Spellings<Scheme> scheme_names;
    Spellings<Concept> concept_names;
    std::unordered_map<std::string, const Concept*> concept_labels;  // scheme, line break, label

    bool is_a(std::string_view class_name, std::string_view ancestor) const {
        const auto below = class_numbers_.find(class_name);
        const auto above = class_numbers_.find(ancestor);
        return below != class_numbers_.end() && above != class_numbers_.end() &&
               is_a_[below->second][above->second];
    }

    struct Relation {
        std::vector<bool> has;    // by number of the class: it may have the property
        std::vector<bool> takes;  // it may be its value
    };
    // Null for a property that is not of this vocabulary.
    const Relation* relation(const Property& property) const {
        const auto found = relations_.find(property.name);
        return found == relations_.end() ? nullptr : &found->second;
    }
    std::optional<std::size_t> class_number(std::string_view name) const {
        const auto found = class_numbers_.find(name);
        if (found == class_numbers_.end()) return std::nullopt;
        return found->second;
    }

private:
    void read_classes();
    void read_schemes();
    void read_properties();
    void relate();

    std::string_view inverse_of(const Term& term) const;
    std::vector<bool> below_any(std::span<const std::string_view> names) const;
    std::vector<bool> taken_by(const Property& property) const;

    std::span<const std::string_view> kept(Names names) {
        return lists_.emplace_back(std::move(names));
    }
    std::string_view kept_label(const Term& term);

    std::deque<Names> lists_;         // what the spans lie in
    std::deque<std::string> labels_;  // of terms that the table has none for
    std::vector<Concept> concepts_;   // by scheme
    std::unordered_map<std::string_view, std::size_t> class_numbers_;
    std::vector<std::vector<bool>> is_a_;
    std::unordered_map<std::string_view, Relation> relations_;
};

// Made at the first call.
const Vocabulary& vocabulary();

}  // namespace cartulary::ctdl
