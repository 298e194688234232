#pragma once

#include <span>
#include <string_view>

#include "base/json.h"

// Which term of CTDL is which of schema.org: by its definitions there, and where CTDL itself says
// that two are the same (owl:equivalentProperty), by that.
namespace cartulary::ctdl::schema_org {

// What the values of a property become.
enum class Form {
    text,          // in each of its languages
    plain,         // as written: codes, dates, names of languages
    address,       // of a page or a picture
    label,         // of a concept or an alignment, as a text
    term,          // the same as a DefinedTerm
    category,      // the same as a CategoryCode
    organization,  // who it is
    credential,    // what it is called
    competency,    // the same as a DefinedTerm
    duration,      // of a duration profile, where it is exact
    credits,       // of a value profile
    offer,         // of a cost profile
    postal,        // of a place: its address
    position,      // of a place: where it lies
    identifier,    // a number that somebody gave it
    profile,       // of such a number: the page about it, where its giver has one
};

// Rows with the same `to` add to each other; of texts the first that says something is taken.
struct Row {
    std::string_view from;  // "ceterms:name"; of a node within, the way to it by a dot
    std::string_view to;
    Form form;
};

// A type of schema.org, with what things of it tell beside what all do.
struct Type {
    std::string_view name;  // "Course"
    std::span<const Row> rows;
};

// What everything tells, in any case.
std::span<const Row> rows_of_all();

Type type_of(const json::Value& node);

}  // namespace cartulary::ctdl::schema_org
