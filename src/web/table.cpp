#include "web/table.h"

namespace cartulary::web {

namespace {

Attribute of_class(std::string_view looks) {
    return looks.empty() ? Attribute{} : Attribute{"class", looks};
}

}  // namespace

Markup TableRow::markup() const {
    return element("tr", {of_class(looks_)}, cells_);
}

Table& Table::columns(std::initializer_list<std::string_view> names) {
    for (const auto name : names) columns_.add(element("th", {{"scope", "col"}}, name));
    return *this;
}

Table& Table::add(const TableRow& row) {
    rows_.add(row.markup());
    return *this;
}

Markup Table::markup() const {
    const auto caption_looks =
        caption_shown_ == Caption::unseen ? std::string_view("unseen") : std::string_view();
    return element("table", {of_class(looks_)},
                   element("caption", {of_class(caption_looks)}, caption_),
                   element("thead", {}, element("tr", {}, columns_)), element("tbody", {}, rows_));
}

}  // namespace cartulary::web
