#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "dialects/sunbird/refusals.h"
#include "dialects/sunbird/sunbird.h"

// What every route of this dialect has in common: the envelope around what it asks and answers.
namespace cartulary::sunbird {

// The two kinds of envelopes, with timestamps of their own.
enum class Envelope { organisation, channel };

// One thing that can be asked, at both of its paths.
struct Endpoint {
    http::Method method;
    std::string_view family;   // "org", "channel", "user"
    std::string_view version;  // "v1"
    std::string_view rest;     // "status/update", "read/{channel_id}"
    std::string_view operation;
    std::string_view code;  // Sunbird's name of it in modern errors: "ORGCRT"
    http::Cost cost = http::Cost::write;
    bool takes_json = true;
};

// What was asked, as a handler sees it.
struct Exchange {
    const http::Request& request;
    const Operations& operations;
    Profile profile;
    json::Object said = {};  // the members of "request" in the body

    // Null when it is absent or null.
    const json::Value* find(std::string_view name) const;
};

// The text of what stands in "result"; or what gives it piece by piece, until it gives nothing.
struct Outcome {
    Outcome() = default;
    Outcome(std::string whole) : text(std::move(whole)) {}
    explicit Outcome(std::function<std::optional<std::string>()> pieces)
        : next_piece(std::move(pieces)) {}

    std::string text;
    std::function<std::optional<std::string>()> next_piece;
};
using Handle = std::function<Result<Outcome>(const Exchange&)>;

// The routes of an endpoint, one for each of its paths.
std::vector<http::Route> routes(const Operations& operations, const Endpoint& endpoint,
                                Handle handle);

// What an envelope says of the request that it answers.
struct Head {
    Envelope envelope;
    Profile profile;
    std::string id;  // "api.org.create"
    std::string_view version;
    std::string message_id;
    Timestamp at;
    std::string answer_id;  // of a channel's envelope
};
Head head_of(const Operations& operations, const http::Request& request);

http::Response answered(int status, std::string body);
http::Response refused(const Head& head, const Told& told);

// An area's own refusals, of paths that are not known and the like.
std::function<http::Response(const http::Refusal&, const http::Request&)> refuse_in(
    const Operations& operations);

}  // namespace cartulary::sunbird
