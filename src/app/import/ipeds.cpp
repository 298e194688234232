#include "app/import/ipeds.h"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <stdexcept>
#include <utility>

#include "app/import/ipeds_file.h"
#include "app/import/progress.h"
#include "app/import/register_client.h"
#include "app/import/tally.h"
#include "base/random.h"
#include "base/uuid.h"

namespace cartulary::import {
namespace {

constexpr int all_registered = 0;
constexpr int some_refused = 1;
constexpr int could_not_run = 2;

int fail(std::ostream& err, const std::string& line) {
    err << "import ipeds: " << line << '\n';
    return could_not_run;
}

bool is_terminal(const std::ostream& stream) {
    return &stream == &std::cerr && isatty(STDERR_FILENO) == 1;
}

// One key per row and run: a request that is repeated after a lost connection registers nothing
// twice, while the next run is told what was registered before.
std::string key_of(const Uuid& run, const College& college) {
    return Uuid::named(run, std::to_string(college.line)).text();
}

}  // namespace

int import_ipeds(const IpedsOptions& options, std::ostream& out, std::ostream& err) {
    auto file = IpedsFile::open(options.file);
    if (!file) return fail(err, options.file.string() + " " + file.error());

    const auto run = Uuid::random(system_randomness);
    Tally tally;
    Progress progress(!options.json && is_terminal(err) ? &err : nullptr, file->rows());
    const auto next = [&]() -> std::optional<Registration> {
        while (auto read = file->next()) {
            if (!*read) {
                tally.refuse(read->error().reason, read->error().unitid);
                continue;
            }
            const College& college = **read;
            tally.repair(college.repairs);
            return Registration{college.unitid, key_of(run, college), registration_of(college)};
        }
        return std::nullopt;
    };
    const auto answered = [&](const Answer& answer) {
        if (answer.accepted) {
            tally.accept();
        } else {
            tally.refuse(answer.reason, answer.name);
        }
        progress.show(tally.read(), tally.refused());
    };

    const auto begin = std::chrono::steady_clock::now();
    const auto outcome = register_all(
        {options.url, options.api_key, options.connections, Patience{}}, next, answered);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    progress.wipe();
    if (!outcome) return fail(err, outcome.error());

    if (options.json) {
        tally.print_json(out, taken.count());
    } else {
        tally.print_table(out, taken.count());
    }
    return tally.refused_only_for(already_registered) ? all_registered : some_refused;
}

}  // namespace cartulary::import
