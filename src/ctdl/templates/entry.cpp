#include "ctdl/templates/entry.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace cartulary::ctdl::templates {

namespace {

using Fields = Entry::Fields;

void write(json::Writer& writer, const Fields& fields) {
    writer.begin_object();
    for (const auto& [name, values] : fields) {
        writer.key(name).begin_array();
        for (const auto& value : values) writer.value(value);
        writer.end_array();
    }
    writer.end_object();
}

// Of what text_of made.
template <class Wanted>
const Wanted& needed(const Wanted* content) {
    if (!content) throw std::runtime_error("a stored entry is not as it was written");
    return *content;
}

Fields fields_in(const json::Value& value) {
    Fields fields;
    for (const auto& [name, values] : needed(value.object())) {
        auto& texts = fields[name];
        for (const auto& text : needed(values.array())) texts.push_back(needed(text.string()));
    }
    return fields;
}

// --- tidying ---

bool breaks_lines(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

std::string with_plain_line_breaks(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_return = text[i] == '\r';
        if (is_return && i + 1 < text.size() && text[i + 1] == '\n') continue;
        plain += is_return ? '\n' : text[i];
    }
    return plain;
}

std::string tidied_value(const Field* field, const std::string& value) {
    // What is no text stays as it is: problems_in tells.
    if (!text::is_utf8(value)) return value;
    const auto trimmed = text::trimmed(value);
    if (trimmed.find_first_of("\r\n\t") == std::string_view::npos) return std::string(trimmed);
    if (field && field->shape == Shape::text) return with_plain_line_breaks(trimmed);
    auto line = with_plain_line_breaks(trimmed);
    std::replace_if(line.begin(), line.end(), breaks_lines, ' ');
    return line;
}

Fields tidied(const Template& of, const Fields& fields) {
    Fields tidy;
    for (const auto& [name, values] : fields) {
        const auto* field = find_field(of, name);
        std::vector<std::string> kept;
        for (const auto& value : values) {
            auto text = tidied_value(field, value);
            if (!text.empty()) kept.push_back(std::move(text));
        }
        if (!kept.empty()) tidy.emplace(name, std::move(kept));
    }
    return tidy;
}

// --- problems ---

constexpr std::size_t name_told_bytes_max = 100;

class Judge {
public:
    explicit Judge(const Template& of) : of_(of) {}

    Problems take(const Entry& entry) {
        check(entry.fields, "", "");
        for (const auto& [group, rows] : entry.groups) check_group(group, rows);
        if (bytes_ > entry_bytes_max) {
            tell("", "must be at most " + std::to_string(entry_bytes_max) + " bytes");
        }
        return std::move(problems_);
    }

private:
    void tell(std::string path, std::string text) {
        if (problems_.size() >= problems_max) return;
        problems_.push_back({Problem::Severity::error, std::move(path), std::move(text)});
    }

    // Of what comes from outside.
    static std::string told(std::string_view name) {
        const auto begin = name.substr(0, name_told_bytes_max);
        return text::is_utf8(begin) ? std::string(begin) : std::string("a field");
    }

    void check_group(const std::string& group, const std::vector<Fields>& rows) {
        if (!has_group(of_, group)) return tell(told(group), "is nothing that can be said of it");
        if (rows.size() > group_rows_max) {
            tell(group, "may be there at most " + std::to_string(group_rows_max) + " times");
        }
        std::set<std::string_view> identifiers;
        const auto name = group + '.' + std::string(external_identifier_field);
        for (std::size_t i = 0; i < rows.size() && i <= group_rows_max; ++i) {
            const auto before = group + '[' + std::to_string(i) + ']';
            check(rows[i], group, before);
            const auto found = rows[i].find(name);
            const bool is_identified = found != rows[i].end() && !found->second.empty();
            if (is_identified && !identifiers.insert(found->second.front()).second) {
                tell(before + '.' + std::string(external_identifier_field), "stands twice");
            }
        }
    }

    // `before`: the path to the row of a group.
    void check(const Fields& fields, std::string_view group, const std::string& before) {
        for (const auto& [name, values] : fields) {
            const auto* field = find_field(of_, name);
            if (!field || group_of(*field) != group) {
                tell(before.empty() ? told(name) : before + '.' + told(name),
                     "is nothing that can be said of it");
                continue;
            }
            const auto path =
                before.empty() ? name : before + '.' + std::string(name_in_group(*field));
            const auto count_max = field->many ? values_max : 1;
            if (values.size() > count_max) {
                tell(path, count_max == 1
                               ? "takes one value"
                               : "takes at most " + std::to_string(count_max) + " values");
            }
            for (std::size_t i = 0; i < values.size() && i <= values_max; ++i) {
                check(*field, values[i], field->many ? path + '[' + std::to_string(i) + ']' : path);
            }
        }
    }

    void check(const Field& field, const std::string& value, const std::string& path) {
        bytes_ += value.size();
        if (value.size() > value_bytes_max) {
            return tell(path, "must be at most " + std::to_string(value_bytes_max) + " bytes");
        }
        if (!text::is_utf8(value)) return tell(path, "must be UTF-8");
        auto line = value;
        if (field.shape == Shape::text) std::replace(line.begin(), line.end(), '\n', ' ');
        std::replace(line.begin(), line.end(), '\t', ' ');
        if (text::has_control_character(line)) tell(path, "must not hold control characters");
        if (text::equal_ignoring_ascii_case(text::trimmed(value), delete_mark)) {
            tell(path, "cannot be " + std::string(delete_mark) +
                           ", which empties a field where it stands in a table");
        }
    }

    const Template& of_;
    std::size_t bytes_ = 0;
    Problems problems_;
};

// "[12]" at the end of a step of a path, which is taken away.
std::optional<std::size_t> take_index(std::string_view& step) {
    const auto begin = step.rfind('[');
    if (begin == std::string_view::npos || !step.ends_with(']')) return std::nullopt;
    std::size_t index = 0;
    const auto* end = step.data() + step.size() - 1;
    const auto [stop, error] = std::from_chars(step.data() + begin + 1, end, index);
    if (error != std::errc() || stop != end) return std::nullopt;
    step = step.substr(0, begin);
    return index;
}

}  // namespace

std::string_view value_of(const Entry& entry, std::string_view field) {
    const auto found = entry.fields.find(field);
    const bool says_it = found != entry.fields.end() && !found->second.empty();
    return says_it ? std::string_view(found->second.front()) : std::string_view();
}

std::string text_of(const Entry& entry) {
    json::Writer writer;
    writer.begin_object().key("fields");
    write(writer, entry.fields);
    writer.key("groups").begin_object();
    for (const auto& [group, rows] : entry.groups) {
        writer.key(group).begin_array();
        for (const auto& row : rows) write(writer, row);
        writer.end_array();
    }
    writer.end_object().end_object();
    return writer.take();
}

Entry entry_of_text(std::string_view text) {
    const auto parsed = json::parse(text);
    if (!parsed) throw std::runtime_error("a stored entry is no JSON: " + parsed.error().message);
    Entry entry;
    entry.fields = fields_in(needed(parsed->find("fields")));
    for (const auto& [group, rows] : needed(needed(parsed->find("groups")).object())) {
        auto& all = entry.groups[group];
        for (const auto& row : needed(rows.array())) all.push_back(fields_in(row));
    }
    return entry;
}

Entry tidied(const Template& of, Entry entry) {
    Entry tidy{tidied(of, entry.fields), {}};
    for (const auto& [group, rows] : entry.groups) {
        std::vector<Fields> kept;
        std::set<Fields> known;
        for (const auto& row : rows) {
            auto said = tidied(of, row);
            if (!said.empty() && known.insert(said).second) kept.push_back(std::move(said));
        }
        if (!kept.empty()) tidy.groups.emplace(group, std::move(kept));
    }
    return tidy;
}

Problems problems_in(const Template& of, const Entry& entry) {
    return Judge(of).take(entry);
}

Spot spot_of(const Template& of, std::string_view path) {
    const auto dot = path.find('.');
    auto first = path.substr(0, dot);
    const auto index = take_index(first);
    if (!has_group(of, first)) {
        const auto* field = find_field(of, first);
        for (const auto& identifying : of.identifying) {
            if (identifying.name == first) field = &identifying;
        }
        return field ? Spot{.field = field, .value = index} : Spot{};
    }
    Spot spot{.group = path.substr(0, first.size()), .row = index};
    if (dot == std::string_view::npos) return spot;
    auto rest = path.substr(dot + 1);
    spot.value = take_index(rest);
    spot.field = find_field(of, std::string(first) + '.' + std::string(rest));
    if (!spot.field) spot.value.reset();
    return spot;
}

}  // namespace cartulary::ctdl::templates
