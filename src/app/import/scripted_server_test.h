#pragma once

#include <memory>
#include <string>
#include <vector>

namespace cartulary::import {

// In place of an answer: the server closes the connection without one.
inline const std::string drop_connection;

std::string http_answer(int status, const std::string& body, const std::string& headers = {});

// An HTTP server on the loopback that gives the answers of its script in their order, whatever
// the requests are, and closes the connection where the script is at its end.
class ScriptedServer {
public:
    explicit ScriptedServer(std::vector<std::string> script);
    ~ScriptedServer();

    std::string url() const;
    std::vector<std::string> requests() const;  // whole, in the order of their arrival
    std::vector<std::string> idempotency_keys() const;
    int connections() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cartulary::import
