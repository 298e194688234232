#include "app/demo/colleges.h"

#include <charconv>
#include <stdexcept>

#include "app/demo/table.h"
#include "domain/identifier.h"

namespace cartulary::embedded {
extern const std::string_view demo_colleges;
}  // namespace cartulary::embedded

namespace cartulary::demo {

namespace {

double number_of(const std::string& text) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end) throw std::logic_error(text + " is no number");
    return value;
}

// "haw=Ke Kulanui o Hawaiʻi ma Hilo|ja=ハワイ大学ヒロ校"
std::vector<std::pair<std::string, std::string>> names_of(const std::string& cell) {
    std::vector<std::pair<std::string, std::string>> names;
    for (const auto& part : parts_of(cell)) {
        const auto equals = part.find('=');
        names.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    }
    return names;
}

// As people write them: "(808) 956-8111".
std::string with_marks(const std::string& phone) {
    constexpr std::size_t digits = 10;
    if (phone.size() != digits) return phone;
    return "(" + phone.substr(0, 3) + ") " + phone.substr(3, 3) + "-" + phone.substr(6);
}

}  // namespace

std::vector<College> all_colleges() {
    const Table table(embedded::demo_colleges);
    const auto columns = import::Columns::of(table.heading());
    if (!columns) throw std::logic_error("the demonstration's colleges: " + columns.error());
    std::vector<College> colleges;
    for (const auto& row : table.rows()) {
        auto told = import::college_of(*columns, row);
        if (!told) throw std::logic_error(told.error().unitid + " " + told.error().reason);
        told->phone.number = with_marks(told->phone.number);
        told->fein = parse_fein(told->fein).value_or(told->fein);
        colleges.push_back({.told = *std::move(told),
                            .uei = table.cell(row, "UEIS"),
                            .system = table.cell(row, "F1SYSNAM"),
                            .position = {number_of(table.cell(row, "LATITUDE")),
                                         number_of(table.cell(row, "LONGITUD"))},
                            .other_names = names_of(table.cell(row, "OTHER_NAMES"))});
    }
    return colleges;
}

}  // namespace cartulary::demo
