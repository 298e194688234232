#pragma once

#include <string>

namespace cartulary::http {

// An address and port that are this process's from now on, and at which nobody is answered yet: so
// that the port is known before there is anything to answer.
class TakenAddress {
public:
    // `port` 0: any free one. Throws when the address is none, or cannot be had.
    TakenAddress(const std::string& address, unsigned short port);
    ~TakenAddress();
    TakenAddress(TakenAddress&& other) noexcept;

    unsigned short port() const { return port_; }
    bool is_v6() const { return is_v6_; }

    // The socket, which is the caller's then.
    int release();

private:
    int socket_ = -1;
    unsigned short port_ = 0;
    bool is_v6_ = false;
};

}  // namespace cartulary::http
