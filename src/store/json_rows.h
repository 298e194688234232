#pragma once

#include <string>
#include <utility>

#include "base/json.h"

namespace cartulary {

// Rows for one statement of PostgreSQL, which reads them with json_to_recordset: many rows cost one
// answer of the server then. What was added is sent by `send` in pieces of bounded size.
template <class Send>
class JsonRows {
public:
    explicit JsonRows(Send send) : send_(std::move(send)) { writer_.begin_array(); }

    // `write` writes one object, of about `bytes`.
    template <class Write>
    void add(std::size_t bytes, Write&& write) {
        write(writer_.begin_object());
        writer_.end_object();
        ++rows_;
        bytes_ += bytes;
        if (rows_ == rows_max || bytes_ >= bytes_max) flush();
    }

    // To be called at the end.
    void flush() {
        if (rows_ == 0) return;
        writer_.end_array();
        send_(writer_.take());
        writer_ = json::Writer();
        writer_.begin_array();
        rows_ = bytes_ = 0;
    }

private:
    static constexpr std::size_t rows_max = 2'000;
    static constexpr std::size_t bytes_max = std::size_t{1} << 20;

    Send send_;
    json::Writer writer_;
    std::size_t rows_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace cartulary
