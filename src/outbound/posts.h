#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outbound/network_rule.h"

namespace cartulary::outbound {

struct Post {
    std::string url;  // http or https
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::chrono::milliseconds timeout;  // from the start to the end of the answer's head and body
};

// How a post ended.
struct Posted {
    enum class Kind {
        answered,     // its head was complete, whatever became of the body
        unreachable,  // no name, no connection, no answer in time, a broken TLS handshake
        forbidden,    // the rule does not allow the address, or it is no http(s) URL
    };
    Kind kind = Kind::unreachable;
    int status = 0;            // of the answer; redirects are answers and never followed
    std::string problem = {};  // for people, without the body of any answer; empty when answered
    std::optional<std::chrono::seconds> retry_after = {};  // as the answer asks, seconds or date
    std::chrono::milliseconds duration{0};
};

// Many posts at once, driven by one thread. At most 64 KiB of an answer's body are read and
// forgotten; connections are kept and used again for the same receiver.
class Posts {
public:
    Posts(NetworkRule rule, std::size_t connections_kept_max);
    ~Posts();  // gives up what is under way
    Posts(const Posts&) = delete;
    Posts& operator=(const Posts&) = delete;

    // `id` is the caller's name for it.
    void begin(std::uint64_t id, Post post);

    // What ended, as soon as anything did; nothing when `longest` has passed or wake() was called
    // before.
    std::vector<std::pair<std::uint64_t, Posted>> wait(std::chrono::milliseconds longest);

    // Ends a wait() now, or the next one at once. From any thread; all else from one only.
    void wake();

    std::size_t under_way() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace cartulary::outbound
