#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "web/html.h"

// Tables for people.
namespace cartulary::web {

// One row, cell by cell; one of them says what the row is about.
class TableRow {
public:
    explicit TableRow(std::string_view looks = {}) : looks_(looks) {}

    template <class Content>
    TableRow& heading(const Content& content) {
        cells_.add(element("th", {{"scope", "row"}}, content));
        return *this;
    }

    template <class Content>
    TableRow& cell(const Content& content, std::string_view looks = {}) {
        const auto of_class = looks.empty() ? Attribute{} : Attribute{"class", looks};
        cells_.add(element("td", {of_class}, content));
        return *this;
    }

    Markup markup() const;

private:
    std::string looks_;
    Markup cells_;
};

// A table with its caption, which most pages say in their headings already, so that it is there for
// those who do not see them.
class Table {
public:
    enum class Caption { unseen, seen };

    explicit Table(std::string_view caption, std::string_view looks = {},
                   Caption shown = Caption::unseen)
        : caption_(caption), looks_(looks), caption_shown_(shown) {}

    Table& columns(std::initializer_list<std::string_view> names);

    Table& add(const TableRow& row);

    // A row that begins with what it is about.
    template <class Heading, class... Cells>
    Table& row(const Heading& heading, const Cells&... cells) {
        TableRow row;
        row.heading(heading);
        (row.cell(cells), ...);
        return add(row);
    }

    bool empty() const { return rows_.empty(); }
    Markup markup() const;

private:
    std::string caption_;
    std::string looks_;
    Caption caption_shown_;
    Markup columns_;
    Markup rows_;
};

}  // namespace cartulary::web
