#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ctdl/templates/entry.h"
#include "ctdl/templates/plain_input.h"

namespace cartulary::ctdl::templates {

// The entry as plain input of the Assistant. Tells what is wrong with what people write otherwise
// than programs do (days, spans of time, references …); the rest is the Assistant's to judge.
class EntryReader {
public:
    EntryReader(const Template& of, const Surroundings& surroundings)
        : of_(of), surroundings_(surroundings) {}

    PlainInput read(const Entry& entry);

    // Those of one location, which is no input of its own.
    PlainInput read_place(const Entry& location, std::string_view from = {});

    Problems take_problems() { return std::move(problems_); }

private:
    // A field that says something, with what it says and where.
    struct Stated {
        const Field& field;
        const std::vector<std::string>& values;
        std::string path;

        std::string path_of(std::size_t value) const;
    };
    using Put = void (EntryReader::*)(PlainInput&, const Stated&);
    struct Special {
        std::string_view name;
        Put put;
    };
    static std::span<const Special> specials();

    void read_fields(PlainInput& input, const Entry::Fields& fields, const std::string& before);
    void read_group(PlainInput& input, std::string_view group,
                    const std::vector<Entry::Fields>& rows);
    void put(PlainInput& input, const Stated& stated);
    void put_value(PlainInput& input, const Stated& stated, std::size_t index);
    void put_text(PlainInput& input, const Stated& stated, std::size_t index, std::string text);
    void check_unpublished(const Stated& stated);
    void tell(std::string path, std::string text);

    // special_fields.cpp
    void put_class(PlainInput& input, const Stated& stated);
    void put_identifiers(PlainInput& input, const Stated& stated);
    void put_identifier(PlainInput& input, std::string type, std::string value,
                        const std::string& path);
    void put_coded_notation(PlainInput& input, const Stated& stated);
    void put_uei(PlainInput& input, const Stated& stated);
    void put_known_identifier(PlainInput& input, const Stated& stated);
    void put_submissions(PlainInput& input, const Stated& stated);
    void put_cost_items(PlainInput& input, const Stated& stated);
    void put_nothing(PlainInput& input, const Stated& stated);
    void put_duration(PlainInput& input, const Stated& stated, std::size_t index);
    void put_code(PlainInput& input, const Stated& stated, std::size_t index);
    void put_credit(PlainInput& input, const Entry::Fields& fields, const std::string& before);
    void put_address(PlainInput& input, const Entry& entry);

    // entry_references.cpp
    void put_reference(PlainInput& input, const Stated& stated, std::size_t index);
    void put_competency(PlainInput& input, const Stated& stated, std::size_t index);
    void put_location(PlainInput& input, const Stated& stated, std::size_t index);
    void put_described(PlainInput& input, const Stated& stated, std::size_t index);

    const Template& of_;
    const Surroundings& surroundings_;
    Problems problems_;
};

}  // namespace cartulary::ctdl::templates
