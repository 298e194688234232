#include <gtest/gtest.h>

#include <random>

#include "base/csv.h"
#include "ctdl/templates/table.h"
#include "ctdl/templates/templates_for_test.h"

// Whatever an entry says is read again from its table as it was.
namespace cartulary::ctdl::templates {

namespace {

constexpr Kind kinds[] = {Kind::credentials, Kind::assessments, Kind::learning_opportunities,
                          Kind::organizations, Kind::locations};

// Entries of all that can stand in one, with a liking for what has a meaning in tables.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_);
    }

    std::string value(const Field& field) {
        static constexpr std::string_view pieces[] = {"|",
                                                      "||",
                                                      "~",
                                                      "\"",
                                                      ",",
                                                      "=",
                                                      "+",
                                                      "-",
                                                      "@",
                                                      "'",
                                                      "'=",
                                                      " ",
                                                      "\n",
                                                      ";",
                                                      "#DELETE",
                                                      "Instructions",
                                                      "Sample Data",
                                                      "same as owner",
                                                      "a",
                                                      "word",
                                                      "\u00e9",
                                                      "\u65e5\u672c",
                                                      "\xEF\xBB\xBF",
                                                      "https://harbor.example/~x?a=1|2",
                                                      "\u00a0"};
        std::string text;
        for (auto count = 1 + below(5); count > 0; --count)
            text += pieces[below(std::size(pieces))];
        if (field.shape != Shape::text) std::erase(text, '\n');
        return text;
    }

    Entry::Fields fields(const Template& of, std::string_view group) {
        Entry::Fields said;
        for (const auto& field : of.fields) {
            if (group_of(field) != group || below(4) != 0) continue;
            auto& values = said[std::string(field.name)];
            for (auto count = field.many ? below(4) : 1; count > 0; --count) {
                values.push_back(value(field));
            }
        }
        return said;
    }

    Entry entry(const Template& of) {
        Entry made{fields(of, ""), {}};
        for (const auto& field : of.fields) {
            const std::string group(group_of(field));
            if (group.empty() || made.groups.contains(group)) continue;
            auto& rows = made.groups[group];
            for (auto count = below(4); count > 0; --count) rows.push_back(fields(of, group));
        }
        return made;
    }

private:
    std::mt19937 engine_;
};

// The rows as they come back from a file that was downloaded.
std::vector<std::vector<std::string>> sent_and_read(
    const std::vector<std::vector<std::string>>& rows) {
    csv::Writer writer(csv::Formulas::harmless);
    for (const auto& row : rows) {
        for (const auto& cell : row) writer.cell(cell);
        writer.end_row();
    }
    const auto file = writer.take();
    csv::Reader reader(csv::source_of(file));
    std::vector<std::vector<std::string>> read;
    csv::Row row;
    while (*reader.read(row)) read.push_back(row.cells);
    return read;
}

Entry read_over(Entry before, const Template& of, const Entry& entry) {
    auto rows = rows_of(of, entry, {test_ctid.text(), "'=H|1", "same as owner"});
    rows.insert(rows.begin(), heading_of(of));
    const auto table = sent_and_read(rows);
    const auto heading = Heading::read(of, table.front());
    if (!heading) throw std::runtime_error("the heading is not understood");
    for (std::size_t i = 1; i < table.size(); ++i) {
        EXPECT_FALSE(is_passed_over(table[i]));
        std::vector<CellProblem> problems;
        const auto said = read_row(*heading, table[i], problems);
        for (const auto& problem : problems) ADD_FAILURE() << problem.text;
        EXPECT_EQ(said.ctid, test_ctid.text());
        EXPECT_EQ(said.external_identifier, "'=H|1");
        EXPECT_TRUE(said.emptied.empty());
        before = with_row(std::move(before), said);
    }
    return before;
}

}  // namespace

TEST(TableRoundTrip, gives_every_entry_again) {
    constexpr unsigned entries_of_each_kind = 300;
    std::size_t tried = 0;
    for (const auto kind : kinds) {
        const auto& of = template_of(kind);
        for (unsigned seed = 0; seed < entries_of_each_kind; ++seed) {
            Chance chance(seed * 10 + static_cast<unsigned>(kind));
            const auto entry = tidied(of, chance.entry(of));
            if (!problems_in(of, entry).empty()) continue;
            ++tried;
            EXPECT_EQ(text_of(read_over({}, of, entry)), text_of(entry)) << seed;
            EXPECT_EQ(text_of(read_over(entry, of, entry)), text_of(entry)) << seed;
        }
    }
    // Most are good ones: else nothing was tried.
    EXPECT_GT(tried, entries_of_each_kind * std::size(kinds) / 2);
}

}  // namespace cartulary::ctdl::templates
