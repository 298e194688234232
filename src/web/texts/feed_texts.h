#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the feed of changes.
namespace cartulary::web {

struct Texts;

struct FeedTexts {
    std::string_view title = "What changed in {registry}";
    std::string_view title_of = "What changed of {organization} in {registry}";
    std::string_view created = "New: {name}";
    std::string_view updated = "Changed: {name}";
    std::string_view deleted = "Removed: {name}";
    std::string_view transferred = "Now of {owner}: {name}";
    std::string_view about = "{kind} of {owner}, version {number}.";
    std::string_view owner_wrong = "owner must be the CTID of an organization";
    std::string_view owner_unknown = "no organization here has this CTID";
    std::string_view before_wrong = "before must be the number of a change";
};

const FeedTexts& feed_texts(const Texts& page);

}  // namespace cartulary::web
