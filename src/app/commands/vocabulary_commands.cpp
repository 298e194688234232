#include "app/commands/vocabulary_commands.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/json.h"
#include "ctdl/vocabulary_difference.h"

namespace cartulary::commands {

namespace {

using ctdl::TermDifference;

constexpr std::array kinds = {TermDifference::Kind::added, TermDifference::Kind::removed,
                              TermDifference::Kind::changed};

std::string_view name_of(TermDifference::Kind kind) {
    switch (kind) {
        case TermDifference::Kind::added: return "added";
        case TermDifference::Kind::removed: return "removed";
        case TermDifference::Kind::changed: return "changed";
    }
    __builtin_unreachable();
}

Result<json::Value> read_schema(const std::filesystem::path& file) {
    const auto refuse = [&](const std::string& why) {
        return fail(ErrorKind::invalid, file.string() + " " + why);
    };
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    if (error) return refuse("cannot be read: " + error.message());
    if (bytes > schema_bytes_max) return refuse("has more than 64 MiB");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refuse("cannot be opened: " + std::generic_category().message(errno));
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto value = json::parse(text);
    if (!value) return refuse("is not JSON: " + value.error().message);
    return *std::move(value);
}

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string line_of(const TermDifference& difference) {
    auto line = std::string(name_of(difference.kind)) + "  " + std::string(difference.noun) + " " +
                difference.name;
    for (const auto& [name, added, removed] : difference.aspects) {
        line += "; " + std::string(name) + ":";
        if (!added.empty()) line += " now " + list_of(added);
        if (!removed.empty())
            line += (added.empty() ? " no longer " : ", no longer ") + list_of(removed);
    }
    return line + "\n";
}

std::ptrdiff_t count_of(TermDifference::Kind kind, const std::vector<TermDifference>& found) {
    return std::ranges::count(found, kind, &TermDifference::kind);
}

std::string as_text(const std::vector<TermDifference>& found) {
    std::string text;
    for (const auto& difference : found) text += line_of(difference);
    if (found.empty()) return "nothing differs\n";
    std::string counts;
    for (const auto kind : kinds) {
        counts += (counts.empty() ? "" : ", ") + std::to_string(count_of(kind, found)) + " " +
                  std::string(name_of(kind));
    }
    return text + counts + "\n";
}

void write_names(json::Writer& writer, const char* key, const std::vector<std::string>& names) {
    writer.key(key).begin_array();
    for (const auto& name : names) writer.value(name);
    writer.end_array();
}

std::string as_json(const std::vector<TermDifference>& found) {
    json::Writer writer;
    writer.begin_object();
    for (const auto kind : kinds) writer.member(name_of(kind), count_of(kind, found));
    writer.key("terms").begin_array();
    for (const auto& difference : found) {
        writer.begin_object()
            .member("change", name_of(difference.kind))
            .member("kind", difference.noun)
            .member("name", difference.name)
            .key("aspects")
            .begin_object();
        for (const auto& [name, added, removed] : difference.aspects) {
            writer.key(name).begin_object();
            write_names(writer, "added", added);
            write_names(writer, "removed", removed);
            writer.end_object();
        }
        writer.end_object().end_object();
    }
    writer.end_array().end_object();
    return writer.take() + "\n";
}

}  // namespace

Outcome check_vocabulary(const std::vector<std::filesystem::path>& files, bool json) {
    std::vector<json::Value> schemas;
    for (const auto& file : files) {
        auto schema = read_schema(file);
        if (!schema) return {.status = 1, .err = schema.error().message};
        // Each by itself first, so that the refusal names the file.
        if (const auto alone = ctdl::vocabulary_difference(std::span(&*schema, 1)); !alone) {
            return {.status = 1, .err = file.string() + ": " + alone.error().message};
        }
        schemas.push_back(*std::move(schema));
    }
    const auto found = ctdl::vocabulary_difference(schemas);
    return {.out = json ? as_json(*found) : as_text(*found)};
}

}  // namespace cartulary::commands
