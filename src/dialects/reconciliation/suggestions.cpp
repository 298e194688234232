#include "dialects/reconciliation/suggestions.h"

#include <string_view>

#include "base/json.h"
#include "base/text.h"
#include "dialects/reconciliation/entity.h"
#include "dialects/reconciliation/property.h"

namespace cartulary::reconciliation {

namespace {

void write(json::Writer& writer, const ResourceEntry& entry) {
    const auto description = description_of(entry);
    writer.begin_object().member("id", entry.ctid.text()).member("name", name_of(entry));
    if (!description.empty()) writer.member("description", description);
    writer.key("notable").begin_array();
    write_type(writer, entry.type);
    writer.end_array().end_object();
}

// Whether a word of the label begins so, or the id itself or what follows its prefix.
bool begins(std::string_view id, std::string_view label, const std::string& prefix) {
    const auto wanted = text::folded(prefix);
    if (wanted.empty() || text::folded(id).starts_with(wanted)) return true;
    const auto folded = text::folded(label);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const bool begins_word = at == 0 || folded[at - 1] == ' ';
        if (begins_word && folded.compare(at, wanted.size(), wanted) == 0) return true;
    }
    const auto colon = id.find(':');
    return colon != std::string_view::npos &&
           text::folded(id.substr(colon + 1)).starts_with(wanted);
}

// Those among `all` that answer, but for the skipped ones.
template <class All, class Answers, class Write>
std::string chosen_of(const All& all, int skipped, Answers answers, Write write_one) {
    json::Writer writer;
    writer.begin_object().key("result").begin_array();
    int place = 0;
    for (const auto& one : all) {
        if (!answers(one)) continue;
        ++place;
        if (place > skipped && place <= skipped + suggestions_max) write_one(writer, one);
    }
    writer.end_array().end_object();
    return writer.take();
}

}  // namespace

Result<std::string> suggested_entities(const Operations& operations, const std::string& prefix,
                                       int skipped) {
    json::Writer writer;
    writer.begin_object().key("result").begin_array();
    const auto ctid = ctid_of(prefix, operations.public_url);
    if (const auto known = ctid ? operations.finding.entry(*ctid) : std::nullopt) {
        if (skipped == 0) write(writer, *known);
    } else if (!text::is_blank(prefix)) {
        const auto answer =
            TRY(operations.finding.search({.text = prefix, .slice = {skipped, suggestions_max}}));
        for (const auto& found : answer.items) write(writer, found.entry);
    }
    writer.end_array().end_object();
    return writer.take();
}

std::string suggested_types(const std::string& prefix, int skipped) {
    return chosen_of(
        types(), skipped,
        [&](const ctdl::Class* type) { return begins(type->name, type->label, prefix); },
        [](json::Writer& writer, const ctdl::Class* type) {
            write_type_with_broader(writer, *type);
        });
}

std::string suggested_properties(const std::string& prefix, int skipped) {
    return chosen_of(
        properties(), skipped,
        [&](const Property& property) { return begins(property.id, property.name, prefix); },
        [](json::Writer& writer, const Property& property) {
            writer.begin_object()
                .member("id", property.id)
                .member("name", property.name)
                .member("description", property.description)
                .end_object();
        });
}

}  // namespace cartulary::reconciliation
