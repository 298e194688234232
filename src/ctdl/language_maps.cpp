#include "ctdl/language_maps.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "ctdl/plain_values.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl {

namespace {

// The texts of one language, as one or as a list.
std::optional<json::Value> read_texts(const json::Value& value, const Way& way,
                                      ProblemCollector& problems) {
    if (const auto* text = value.string()) {
        auto read = read_text(*text, way, problems);
        if (!read) return std::nullopt;
        return json::Value(*std::move(read));
    }
    if (value.is_null()) return std::nullopt;
    const auto* array = value.array();
    if (!array) {
        problems.fault(way, "must be a text or a list of texts");
        return std::nullopt;
    }
    json::Array texts;
    for (std::size_t i = 0; i < array->size(); ++i) {
        const auto* text = (*array)[i].string();
        if (!text) {
            problems.fault(way.element(i), "must be a text");
        } else if (auto read = read_text(*text, way.element(i), problems)) {
            texts.push_back(json::Value(*std::move(read)));
        }
    }
    if (texts.empty()) return std::nullopt;
    return json::Value(std::move(texts));
}

std::string read_tag(const std::string& tag, const Way& way, ProblemCollector& problems) {
    if (is_language_tag(tag)) return tag;
    problems.fault(way, "must be a language tag, for example en-US");
    auto mended = mended_language_tag(tag);
    return is_language_tag(mended) ? mended : std::string(unknown_language);
}

void collect(const json::Value& value, const std::string& language,
             std::vector<LanguageText>& texts) {
    if (const auto* text = value.string()) {
        texts.push_back({language, *text});
    } else if (const auto* array = value.array()) {
        for (const auto& element : *array) collect(element, language, texts);
    } else if (const auto* object = value.object()) {
        if (const auto* inner = value.find("@value")) {
            const auto* tag = value.find("@language");
            collect(*inner, tag && tag->string() ? *tag->string() : language, texts);
            return;
        }
        for (const auto& [tag, content] : *object) {
            if (!tag.starts_with('@')) collect(content, tag, texts);
        }
    }
}

// A map of what was no map: each language's texts in their order. Of texts that say no language
// only, the texts.
std::optional<json::Value> gathered(const std::vector<LanguageText>& texts) {
    const bool none_says_its_language = std::all_of(
        texts.begin(), texts.end(), [](const auto& one) { return one.language.empty(); });
    std::vector<std::pair<std::string, json::Array>> languages;
    std::unordered_map<std::string, std::size_t> places;
    for (const auto& [language, text] : texts) {
        const auto name = language.empty() ? std::string(unknown_language) : language;
        const auto place = places.emplace(name, languages.size()).first->second;
        if (place == languages.size()) languages.push_back({name, {}});
        languages[place].second.push_back(json::Value(text));
    }
    if (languages.empty()) return std::nullopt;
    json::Object map;
    for (auto& [language, list] : languages) {
        auto value = list.size() == 1 ? std::move(list.front()) : json::Value(std::move(list));
        if (none_says_its_language) return value;
        map.push_back({language, std::move(value)});
    }
    return json::Value(std::move(map));
}

// What is mended, read again.
std::optional<json::Value> read_gathered(const json::Value& value, const Way& way,
                                         ProblemCollector& problems) {
    const auto gathered_texts = gathered(texts_of(value));
    if (!gathered_texts) return std::nullopt;
    return gathered_texts->object() ? read_language_map(*gathered_texts, way, problems)
                                    : read_texts(*gathered_texts, way, problems);
}

bool is_value_object(const json::Value& value) {
    if (const auto* array = value.array()) {
        return !array->empty() && std::all_of(array->begin(), array->end(), is_value_object);
    }
    return value.find("@value") && value.find("@language");
}

}  // namespace

std::string mended_language_tag(std::string_view text) {
    std::string tag(text::trimmed(text));
    std::replace(tag.begin(), tag.end(), '_', '-');
    return tag;
}

std::vector<LanguageText> texts_of(const json::Value& value) {
    std::vector<LanguageText> texts;
    collect(value, "", texts);
    return texts;
}

std::optional<std::string> any_text_of(const json::Value& value) {
    auto texts = texts_of(value);
    if (texts.empty()) return std::nullopt;
    return std::move(texts.front().text);
}

std::optional<json::Value> read_language_map(const json::Value& value, const Way& way,
                                             ProblemCollector& problems) {
    if (value.is_null()) return std::nullopt;
    if (is_value_object(value)) {  // JSON-LD's other way to write the same
        return read_gathered(value, way, problems);
    }
    const auto* object = value.object();
    if (!object || value.find("@value")) {
        problems.fault(way, "must be texts by language, for example {\"en-US\": \"…\"}");
        return read_gathered(value, way, problems);
    }
    if (object->size() > languages_max) {
        problems.error(way, "must have at most " + std::to_string(languages_max) + " languages");
        return std::nullopt;
    }
    json::Object map;
    for (const auto& [tag, texts] : *object) {
        const auto inner = way.member(tag);
        auto language = read_tag(tag, inner, problems);
        auto read = read_texts(texts, inner, problems);
        if (!read) continue;
        if (std::any_of(map.begin(), map.end(),
                        [&](const auto& member) { return member.name == language; })) {
            problems.fault(inner, "stands twice");
            continue;
        }
        map.push_back({std::move(language), *std::move(read)});
    }
    if (map.empty()) return std::nullopt;
    return json::Value(std::move(map));
}

}  // namespace cartulary::ctdl
