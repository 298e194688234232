#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "http/router.h"

namespace cartulary::testkit {

// A dialect's OpenAPI description, as the tests use it to hold the code to what it promises.
class ApiDescription {
public:
    using Operation = std::tuple<std::string, std::string, std::string>;  // method, path, name

    explicit ApiDescription(std::string_view text);
    ~ApiDescription();

    std::set<Operation> operations() const;
    static std::set<Operation> operations(const http::Area& area);

    // Empty when the answer is one that the description promises for this operation; otherwise
    // what is wrong with it.
    std::string complaint_about(const http::Response& response, const std::string& operation) const;

private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace cartulary::testkit
