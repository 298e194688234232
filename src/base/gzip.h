#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cartulary {

// Packs a text by gzip (RFC 1952) while it is made.
class Gzip {
public:
    // Quick rather than small: a step more halves the speed and saves a tenth.
    static constexpr int level = 1;

    Gzip();
    ~Gzip();
    Gzip(Gzip&&) noexcept;
    Gzip& operator=(Gzip&&) noexcept;

    // What is packed so far of all that was given; often nothing for a short piece.
    std::string pack(std::string_view piece);
    // The rest, after which there is no more to pack.
    std::string end();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cartulary
