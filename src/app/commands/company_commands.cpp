#include "app/commands/company_commands.h"

#include <algorithm>
#include <array>

#include "app/import/litmos.h"
#include "operations/company_users.h"

namespace cartulary::commands {

namespace {

using import::RowOutcome;
using import::RowReport;
using json::Writer;

constexpr std::array outcomes = {RowOutcome::inserted, RowOutcome::updated, RowOutcome::unchanged,
                                 RowOutcome::refused, RowOutcome::left_out};

std::size_t count_of(RowOutcome outcome, const std::vector<RowReport>& reports) {
    return static_cast<std::size_t>(std::ranges::count(reports, outcome, &RowReport::outcome));
}

std::string as_json(const std::vector<RowReport>& reports) {
    Writer writer;
    writer.begin_object().member("read", reports.size());
    for (const auto outcome : outcomes) writer.member(name_of(outcome), count_of(outcome, reports));
    writer.key("rows").begin_array();
    for (const auto& [line, key, outcome, problems] : reports) {
        writer.begin_object()
            .member("line", line)
            .member("key", key)
            .member("outcome", name_of(outcome))
            .key("problems")
            .begin_array();
        for (const auto& problem : problems) writer.value(problem);
        writer.end_array().end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

std::string as_text(const std::vector<RowReport>& reports) {
    std::string text;
    for (const auto& [line, key, outcome, problems] : reports) {
        text += "line " + std::to_string(line) + "  " + key + "  " + std::string(name_of(outcome));
        for (const auto& problem : problems) {
            text += (&problem == &problems.front() ? ": " : "; ") + problem;
        }
        text += '\n';
    }
    text += std::to_string(reports.size()) + " rows";
    for (const auto outcome : outcomes) {
        const auto count = count_of(outcome, reports);
        if (count > 0) text += ", " + std::to_string(count) + " " + std::string(name_of(outcome));
    }
    return text;
}

}  // namespace

Outcome add_company(const Target& target, const Company& company) {
    const auto made = cartulary::add_company(target.registry, command_line(),
                                             {.name = company.name,
                                              .login_id = company.login_id,
                                              .username = company.username,
                                              .password = password_in(target),
                                              .email = company.email});
    if (!made) return refused(made.error());
    Writer writer;
    writer.begin_object()
        .member("company_login_id", made->login_id)
        .member("ctid", made->id.ctid())
        .end_object();
    return answer(target, writer,
                  company.name + " is a company\nLogin id  " + made->login_id + "\nCTID      " +
                      made->id.ctid());
}

Outcome set_company_user(const Target& target, const CompanyUser& user) {
    const auto put =
        put_company_user(target.registry, user.login_id, user.username, password_in(target));
    if (!put) return refused(put.error());
    Writer writer;
    writer.begin_object()
        .member("company_login_id", user.login_id)
        .member("username", user.username)
        .member("added", *put)
        .end_object();
    return answer(target, writer,
                  user.username + (*put ? " may sign in for " : " has another password for ") +
                      user.login_id);
}

Outcome remove_company_user(const Target& target, const CompanyUser& user) {
    const auto removed =
        cartulary::remove_company_user(target.registry, user.login_id, user.username);
    if (!removed) return refused(removed.error());
    Writer writer;
    writer.begin_object()
        .member("company_login_id", user.login_id)
        .member("username", user.username)
        .member("removed", true)
        .end_object();
    return answer(target, writer, user.username + " may no longer sign in for " + user.login_id);
}

Outcome import_litmos(const Target& target, const LitmosTable& table) {
    const auto reports = import::import_litmos(
        target.registry, {table.file, table.company, table.keep_good}, target.terminal);
    if (!reports) return refused(reports.error());
    Outcome outcome{.out = (target.json ? as_json(*reports) : as_text(*reports)) + "\n"};
    if (const auto count = count_of(RowOutcome::refused, *reports); count > 0) {
        outcome.status = 1;
        outcome.err = std::to_string(count) + " of " + std::to_string(reports->size()) +
                      " rows were refused" + (table.keep_good ? "" : "; nothing was stored");
    }
    return outcome;
}

}  // namespace cartulary::commands
