#include "operations/search_text.h"

#include "base/text.h"
#include "search/words.h"
#include "store/organizations.h"

namespace cartulary {

Result<void> require_searchable(std::string_view text) {
    using search::query_length_max;
    using search::query_words_max;
    if (text::length(text) > query_length_max) {
        return fail(
            {{"text", "must have at most " + std::to_string(query_length_max) + " characters"}});
    }
    if (search::words_of(text).size() > query_words_max) {
        return fail({{"text", "must have at most " + std::to_string(query_words_max) + " words"}});
    }
    return {};
}

std::vector<search::Names::Condition> with_organization_numbers(
    Transaction& transaction, std::vector<search::Names::Condition> conditions) {
    for (auto& [facet, values] : conditions) {
        if (facet != search::Facet::owner && facet != search::Facet::publisher) continue;
        std::vector<std::string> numbers;
        for (const auto& value : values) {
            const auto id = OrganizationId::from_ctid(value);
            const auto number = id ? organizations::number_of(transaction, *id) : std::nullopt;
            if (number) numbers.push_back(std::to_string(*number));
        }
        values = std::move(numbers);
    }
    return conditions;
}

std::vector<resources::Word> words_for_store(Transaction& transaction, std::string_view text) {
    constexpr std::size_t telling_length = 3;
    std::vector<resources::Word> words;
    for (auto& word : search::words_of(text)) words.push_back({std::move(word)});
    if (words.empty()) return words;
    auto& [last, begins] = words.back();
    begins = text::length(last) >= telling_length && !resources::is_word_of_any(transaction, last);
    return words;
}

}  // namespace cartulary
