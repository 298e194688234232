#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ctdl/document.h"
#include "ctdl/templates/template.h"

namespace cartulary::ctdl::templates {

// What somebody wrote of one thing, by the names of its template's fields, as written. A field that
// says nothing is not there.
struct Entry {
    using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

    Fields fields;
    // Of each group, its rows in their order; the names of their fields are whole ones.
    std::map<std::string, std::vector<Fields>, std::less<>> groups;

    bool operator==(const Entry&) const = default;
};

// The first value of a field outside of groups; empty when it says nothing.
std::string_view value_of(const Entry& entry, std::string_view field);

// As JSON, for the store: {"fields": {"Name": ["…"]}, "groups": {…}}.
std::string text_of(const Entry& entry);
// Throws where text_of did not make it.
Entry entry_of_text(std::string_view text);

inline constexpr std::size_t values_max = 100;           // of one field
inline constexpr std::size_t group_rows_max = 50;        // of one group
inline constexpr std::size_t value_bytes_max = 20'000;   // of one value
inline constexpr std::size_t entry_bytes_max = 200'000;  // of all values together

// As entries are kept and compared: without white space around values, with LF between lines and
// a space in its place where a field has only one; without what says nothing and without rows that
// stand twice. Forms make theirs so before anything else; rows of tables are read so.
Entry tidied(const Template& of, Entry entry);

// What keeps an entry from being stored at all, whatever it means: names that are no field's, more
// or longer values than the limits above, what no text has in it. Nothing that document_of tells.
Problems problems_in(const Template& of, const Entry& entry);

// What in a cell of a table empties a field, and so cannot be a value, without regard to case.
inline constexpr std::string_view delete_mark = "#DELETE";
// What stands for the owning organization in a reference, without regard to case.
inline constexpr std::string_view same_as_owner = "same as owner";

// Where the path of a problem leads to. The group is a part of the path's text.
struct Spot {
    const Field* field = nullptr;           // null: a row, or the whole entry
    std::string_view group = {};            // empty: none
    std::optional<std::size_t> row = {};    // of the group
    std::optional<std::size_t> value = {};  // of a field with several; none: the field
};
Spot spot_of(const Template& of, std::string_view path);

// Whose the thing is, and what it may refer to.
struct Surroundings {
    Ctid ctid;   // the thing's own
    Ctid owner;  // the organization's
    std::string owner_name;
    Addresses addresses;
    // Another thing of the same organization by its own identifier or CTID; nothing where there is
    // none.
    std::function<std::optional<Ctid>(Kind kind, std::string_view identifier)> find_thing;
    // A location of the organization, by own identifier or CTID.
    std::function<std::optional<Entry>(std::string_view identifier)> find_location;
};

// The document of it, by the Assistant's rules: every problem, with the path that the entry has
// ("SubjectWebpage", "Keyword[2]", "ConditionProfile[1].Description"; empty: the whole). No
// document when one of them is an error. Of an organization what is public of it; its contacts and
// how it publishes are nobody's but the registry's, and in no document. Of a location the problems
// alone: it is part of other documents.
//
// What is offered by nobody is offered by its owner. Of the two parts of a value that `~` parts
// ("Tuition~1200", "Board of Waters~https://waters.example") see values.h.
Reading document_of(const Template& of, const Entry& entry, const Surroundings& surroundings);

}  // namespace cartulary::ctdl::templates
