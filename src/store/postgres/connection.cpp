#include "store/postgres/connection.h"

#include <libpq-fe.h>

#include <charconv>
#include <vector>

#include "base/error.h"

namespace cartulary::postgres {

namespace {

constexpr auto connect_timeout_s = "3";

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

// SQLSTATE: connection exception, operator intervention (shutdown), resources, lock timeout.
bool is_away(std::string_view state) {
    return state.empty() || state.starts_with("08") || state.starts_with("57P") ||
           state.starts_with("53") || state == "55P03";
}

[[noreturn]] void fail_with(PGconn* handle, const PGresult* answer) {
    const char* field = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    const std::string state = field ? field : "";
    // Not the detail: it quotes the values.
    const char* primary = answer ? PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const std::string message =
        "PostgreSQL: " + std::string(primary ? primary : PQerrorMessage(handle));
    // 23505 too: where no `on conflict` can stand, the next try sees the rival's row and refuses.
    if (state == "40001" || state == "40P01" || state == "23505") throw Rivalry(message);
    if (PQstatus(handle) != CONNECTION_OK || is_away(state)) throw Unavailable(message);
    throw DatabaseError(message);
}

Answer checked(PGconn* handle, PGresult* raw) {
    Answer answer(raw);
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail_with(handle, answer.get());
    return answer;
}

class AnswerRows final : public Rows::Source {
public:
    explicit AnswerRows(Answer answer) : answer_(std::move(answer)) {}

    bool next() override { return ++row_ < PQntuples(answer_.get()); }
    std::string_view text(int column) const override {
        return {PQgetvalue(answer_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
    }
    std::int64_t integer(int column) const override {
        std::int64_t number = 0;
        const auto digits = text(column);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    bool is_null(int column) const override {
        return PQgetisnull(answer_.get(), row_, column) == 1;
    }
    std::string blob(int column) const override {
        std::size_t size = 0;
        const auto* escaped = PQgetvalue(answer_.get(), row_, column);
        const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
            PQunescapeBytea(reinterpret_cast<const unsigned char*>(escaped), &size), PQfreemem);
        return {reinterpret_cast<const char*>(bytes.get()), size};
    }
    std::int64_t changed() override {
        std::int64_t count = 0;
        const std::string_view digits = PQcmdTuples(answer_.get());
        std::from_chars(digits.data(), digits.data() + digits.size(), count);
        return count;
    }

private:
    Answer answer_;
    int row_ = -1;
};

// Parameters as libpq takes them: text with a NUL at its end, bytes with their length.
class Arguments {
public:
    explicit Arguments(std::span<const Parameter> parameters) {
        texts_.reserve(parameters.size());
        for (const auto& parameter : parameters) add(parameter);
    }
    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Parameter& parameter) {
        const bool is_blob = parameter.type() == Parameter::Type::blob;
        switch (parameter.type()) {
            case Parameter::Type::null: texts_.emplace_back(); break;
            case Parameter::Type::integer:
                texts_.push_back(std::to_string(parameter.integer()));
                break;
            case Parameter::Type::text:
                // libpq would cut it there without a word.
                if (parameter.text().find('\0') != std::string_view::npos) {
                    throw DatabaseError("a text for the database holds NUL");
                }
                [[fallthrough]];
            case Parameter::Type::blob: texts_.emplace_back(parameter.text()); break;
        }
        const bool is_null = parameter.type() == Parameter::Type::null;
        values_.push_back(is_null ? nullptr : texts_.back().c_str());
        lengths_.push_back(static_cast<int>(texts_.back().size()));
        formats_.push_back(is_blob ? 1 : 0);
    }

    std::vector<std::string> texts_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

PGconn* connect(const std::string& address) {
    const char* const names[] = {"dbname", "connect_timeout", "application_name", "client_encoding",
                                 nullptr};
    const char* const values[] = {address.c_str(), connect_timeout_s, "cartulary", "UTF8", nullptr};
    return PQconnectdbParams(names, values, 1);
}

// An answered write is on disk, whatever the server's own default is; who waits longer than this
// for a rival's lock had better give up; and a search that stops early stops at the same rows each
// time.
constexpr auto session_settings =
    "set synchronous_commit = on; set lock_timeout = '20s'; set synchronize_seqscans = off; "
    "set client_min_messages = warning";

}  // namespace

Connection::Connection(const std::string& address) : handle_(connect(address), PQfinish) {
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        throw Unavailable("PostgreSQL does not answer");
    }
    run_script(session_settings);
}

const std::string& Connection::prepared(const char* sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    const auto name = "s" + std::to_string(statements_.size());
    checked(handle_.get(), PQprepare(handle_.get(), name.c_str(), sql, 0, nullptr));
    return statements_.emplace(sql, name).first->second;
}

Rows Connection::execute(const char* sql, std::span<const Parameter> parameters) {
    const auto& name = prepared(sql);
    const Arguments arguments(parameters);
    auto answer =
        checked(handle_.get(),
                PQexecPrepared(handle_.get(), name.c_str(), arguments.count(), arguments.values(),
                               arguments.lengths(), arguments.formats(), 0));
    return Rows(std::make_unique<AnswerRows>(std::move(answer)));
}

Rows Connection::execute_once(const std::string& sql, std::span<const Parameter> parameters) {
    const Arguments arguments(parameters);
    auto answer = checked(handle_.get(), PQexecParams(handle_.get(), sql.c_str(), arguments.count(),
                                                      nullptr, arguments.values(),
                                                      arguments.lengths(), arguments.formats(), 0));
    return Rows(std::make_unique<AnswerRows>(std::move(answer)));
}

void Connection::run_script(const std::string& sql) {
    checked(handle_.get(), PQexec(handle_.get(), sql.c_str()));
}

bool Connection::is_broken() const {
    return PQstatus(handle_.get()) != CONNECTION_OK;
}

}  // namespace cartulary::postgres
