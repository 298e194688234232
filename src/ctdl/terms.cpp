#include "ctdl/terms.h"

#include <array>
#include <stdexcept>
#include <string>

namespace cartulary::embedded {
extern const std::string_view ctdl_terms;
extern const std::string_view ctdl_single_values;
}  // namespace cartulary::embedded

namespace cartulary::ctdl {

namespace {

constexpr std::size_t fields_max = 10;
using Fields = std::array<std::string_view, fields_max>;

// Calls `take` with each part of the text between separators.
template <class Take>
void split(std::string_view text, char separator, const Take& take) {
    while (!text.empty()) {
        const auto end = text.find(separator);
        take(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

std::vector<std::string_view> list(std::string_view text) {
    std::vector<std::string_view> names;
    split(text, ' ', [&](std::string_view name) { names.push_back(name); });
    return names;
}

template <class Take>
void for_each_line(std::string_view table, const Take& take) {
    split(table, '\n', [&](std::string_view line) {
        if (!line.empty() && !line.starts_with('#')) take(line);
    });
}

// The columns of each kind of line are told in list_terms.py.
void add(Terms& terms, const Fields& fields) {
    const auto kind = fields[0];
    const auto in_ctdl = fields[1].starts_with("ctdl");
    const auto in_ctdl_asn = fields[1].ends_with("asn");
    if (kind == "prefix") {
        terms.prefixes.push_back({fields[2], fields[3], in_ctdl, in_ctdl_asn});
        return;
    }
    Term term{.in_ctdl = in_ctdl,
              .in_ctdl_asn = in_ctdl_asn,
              .name = fields[2],
              .label = fields[3],
              .status = fields[4]};
    if (kind == "class") {
        term.kind = Term::Kind::class_;
        term.parents = list(fields[5]);
    } else if (kind == "property") {
        term.kind = Term::Kind::property;
        term.datatype = fields[5];
        term.domains = list(fields[6]);
        term.ranges = list(fields[7]);
        term.schemes = list(fields[8]);
        term.inverses = list(fields[9]);
    } else if (kind == "scheme") {
        term.kind = Term::Kind::scheme;
    } else if (kind == "concept") {
        term.kind = Term::Kind::concept_;
        term.schemes = list(fields[5]);
        term.parents = list(fields[6]);
    } else {
        throw std::logic_error("terms.txt has a line of kind " + std::string(kind));
    }
    terms.terms.push_back(std::move(term));
}

}  // namespace

const Terms& published_terms() {
    static const Terms terms = [] {
        Terms read;
        for_each_line(embedded::ctdl_terms, [&](std::string_view line) {
            Fields fields;
            std::size_t count = 0;
            split(line, '\t', [&](std::string_view field) { fields.at(count++) = field; });
            add(read, fields);
        });
        return read;
    }();
    return terms;
}

const std::vector<std::string_view>& single_values() {
    static const auto names = [] {
        std::vector<std::string_view> read;
        for_each_line(embedded::ctdl_single_values,
                      [&](std::string_view line) { read.push_back(line); });
        return read;
    }();
    return names;
}

}  // namespace cartulary::ctdl
