#include "app/import/register_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "app/import/reason.h"
#include "base/json.h"

namespace cartulary::import {
namespace {

using Clock = std::chrono::steady_clock;
using Outcome = tl::expected<void, std::string>;

constexpr std::string_view endpoint = "/accountsapi/organization/register";
constexpr std::chrono::milliseconds poll_max{1'000};

struct EasyCloser {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiCloser {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct UrlCloser {
    void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
};
struct ListCloser {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

tl::unexpected<std::string> stop(std::string line) {
    return tl::unexpected(std::move(line));
}

std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, curl_free);
    return text;
}

struct Address {
    std::string url;
    bool is_this_machine = false;  // then no proxy is asked
};

tl::expected<Address, std::string> address_of(const std::string& base) {
    const std::unique_ptr<CURLU, UrlCloser> url(curl_url());
    const auto malformed = "\"" + base + "\" is no address of a server: http://host:port";
    if (!url || curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK) {
        return stop(malformed);
    }
    const auto scheme = part_of(url.get(), CURLUPART_SCHEME);
    const auto host = part_of(url.get(), CURLUPART_HOST);
    if ((scheme != "http" && scheme != "https") || host.empty()) return stop(malformed);
    auto path = part_of(url.get(), CURLUPART_PATH);
    while (path.ends_with('/')) path.pop_back();
    path += endpoint;
    curl_url_set(url.get(), CURLUPART_PATH, path.c_str(), 0);
    curl_url_set(url.get(), CURLUPART_QUERY, nullptr, 0);
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    const bool loopback = host == "localhost" || host.starts_with("127.") || host == "[::1]";
    return Address{part_of(url.get(), CURLUPART_URL), loopback};
}

// What the accounts interface answered.
struct Reply {
    bool is_reply = false;
    bool successful = false;
    std::vector<std::string> messages;
};

Reply reply_in(const std::string& body) {
    Reply reply;
    const auto parsed = json::parse(body);
    if (!parsed) return reply;
    const auto* successful = parsed->find("Successful");
    if (successful == nullptr || successful->boolean() == nullptr) return reply;
    reply.is_reply = true;
    reply.successful = *successful->boolean();
    const auto* messages = parsed->find("Messages");
    if (messages == nullptr || messages->array() == nullptr) return reply;
    for (const auto& message : *messages->array()) {
        if (message.string() != nullptr) reply.messages.push_back(*message.string());
    }
    return reply;
}

bool is_worth_another_try(long status) {
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

bool is_worth_another_try(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_GOT_NOTHING:
        case CURLE_PARTIAL_FILE:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR: return true;
        default: return false;  // the enum is curl's, and grows
    }
}

bool never_reached(CURLcode code) {
    return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT;
}

// One connection's worth of work. It stays at its place, since curl points into it.
struct Slot {
    std::unique_ptr<CURL, EasyCloser> easy;
    std::unique_ptr<curl_slist, ListCloser> headers;
    std::array<char, CURL_ERROR_SIZE> problem{};
    std::string answer;
    std::optional<Registration> work;
    bool is_sent = false;
    int retries = 0;
    Clock::time_point due;
};

extern "C" std::size_t cartulary_import_receive(char* bytes, std::size_t, std::size_t count,
                                                void* slot) {
    auto& answer = static_cast<Slot*>(slot)->answer;
    if (answer.size() + count > answer_bytes_max) return 0;  // curl then gives up
    answer.append(bytes, count);
    return count;
}

class Posting {
public:
    Posting(const RegisterServer& server, Address address, const NextRegistration& next,
            const Answered& answered)
        : server_(server),
          address_(std::move(address)),
          next_(next),
          answered_(answered),
          multi_(curl_multi_init()) {
        if (!multi_) throw std::runtime_error("libcurl cannot start");
        const auto count = std::clamp<std::size_t>(server.connections, 1, connections_max);
        curl_multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(count));
        curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(count));
        slots_.reserve(count);
        for (std::size_t i = 0; i < count; ++i) prepare(*slots_.emplace_back(new Slot));
    }

    ~Posting() {
        for (const auto& slot : slots_) {
            if (slot->is_sent) curl_multi_remove_handle(multi_.get(), slot->easy.get());
        }
    }
    Posting(const Posting&) = delete;
    Posting& operator=(const Posting&) = delete;

    Outcome run() {
        for (;;) {
            fill();
            if (std::none_of(slots_.begin(), slots_.end(), [](auto& s) { return s->work; })) {
                return {};
            }
            int running = 0;
            if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) {
                throw std::runtime_error("libcurl cannot go on");
            }
            const auto some_ended = collect();
            if (!some_ended) return stop(some_ended.error());
            if (*some_ended) continue;
            curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(until_due().count()),
                            nullptr);
        }
    }

private:
    void prepare(Slot& slot) {
        slot.easy.reset(curl_easy_init());
        if (!slot.easy) throw std::runtime_error("libcurl cannot start");
        auto* easy = slot.easy.get();
        const auto& patience = server_.patience;
        curl_easy_setopt(easy, CURLOPT_URL, address_.url.c_str());
        curl_easy_setopt(easy, CURLOPT_PRIVATE, &slot);
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, slot.problem.data());
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, cartulary_import_receive);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &slot);
        curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "cartulary-import");
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                         static_cast<long>(patience.connect_timeout.count()));
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS,
                         static_cast<long>(patience.request_timeout.count()));
        if (address_.is_this_machine) curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    }

    // Gives free slots something to do, and sends what is due.
    void fill() {
        for (const auto& slot : slots_) {
            if (!slot->work && !at_end_) {
                slot->work = next_();
                slot->retries = 0;
                slot->due = Clock::now();
                at_end_ = !slot->work;
                if (slot->work) write_headers(*slot);
            }
            if (slot->work && !slot->is_sent && slot->due <= Clock::now()) send(*slot);
        }
    }

    void write_headers(Slot& slot) {
        slot.headers.reset();
        const std::array<std::string, 4> lines{
            "Content-Type: application/json", "Authorization: ApiToken " + server_.api_key,
            "Idempotency-Key: " + slot.work->idempotency_key, "Expect:"};
        for (const auto& line : lines) {
            auto* longer = curl_slist_append(slot.headers.get(), line.c_str());
            if (longer == nullptr) throw std::bad_alloc();
            static_cast<void>(slot.headers.release());
            slot.headers.reset(longer);
        }
    }

    void send(Slot& slot) {
        auto* easy = slot.easy.get();
        slot.answer.clear();
        slot.problem.front() = '\0';
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, slot.headers.get());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(slot.work->body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, slot.work->body.data());
        if (curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) {
            throw std::runtime_error("libcurl cannot go on");
        }
        slot.is_sent = true;
    }

    // Whether any request ended.
    tl::expected<bool, std::string> collect() {
        bool some_ended = false;
        int left = 0;
        while (auto* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            some_ended = true;
            const auto code = message->data.result;
            void* owner = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
            auto& slot = *static_cast<Slot*>(owner);
            curl_multi_remove_handle(multi_.get(), slot.easy.get());
            slot.is_sent = false;
            const auto outcome = code == CURLE_OK ? judge(slot) : judge_failure(slot, code);
            if (!outcome) return stop(outcome.error());
        }
        return some_ended;
    }

    Outcome judge(Slot& slot) {
        long status = 0;
        curl_easy_getinfo(slot.easy.get(), CURLINFO_RESPONSE_CODE, &status);
        reached_ = true;
        if (is_worth_another_try(status)) {
            if (try_again(slot)) return {};
            finish(slot, false, "the server could not answer (" + std::to_string(status) + ")");
            return {};
        }
        const auto reply = reply_in(slot.answer);
        const auto said = reason_among(reply.messages, "");
        switch (status) {
            case 200:
                if (!reply.is_reply) break;
                finish(slot, reply.successful, said.empty() ? "refused without a reason" : said);
                return {};
            case 400:
            case 413:
            case 422:
                finish(slot, false,
                       said.empty() ? "refused with status " + std::to_string(status) : said);
                return {};
            case 409: finish(slot, false, conflict(said)); return {};
            case 401:
            case 403:
                return stop("the server does not let this API key register (" +
                            std::to_string(status) + ")" + (said.empty() ? "" : ": " + said));
            default: break;
        }
        return stop(address_.url + " answers " + std::to_string(status) +
                    " and no registration's answer: is this the server's address?");
    }

    // Of the values that may be taken, this client sends only the CTID.
    static std::string conflict(const std::string& said) {
        const bool is_ctid = said.empty() || said.find("CTID") != std::string::npos ||
                             said.find("Ctid") != std::string::npos;
        return is_ctid ? already_registered : said;
    }

    Outcome judge_failure(Slot& slot, CURLcode code) {
        const std::string why =
            slot.problem.front() != '\0' ? slot.problem.data() : curl_easy_strerror(code);
        if (!reached_ && never_reached(code)) {
            return stop("cannot reach " + server_.url + ": " + why);
        }
        if (!is_worth_another_try(code)) return stop("cannot post to " + server_.url + ": " + why);
        if (try_again(slot)) return {};
        return stop(server_.url + " answers no more: " + why + "; run this again to go on");
    }

    // False when it was tried often enough.
    bool try_again(Slot& slot) {
        const auto& patience = server_.patience;
        if (slot.retries == patience.retries_max) return false;
        auto wait = patience.first_wait * (1 << std::min(slot.retries, 20));
        curl_off_t named_s = 0;
        curl_easy_getinfo(slot.easy.get(), CURLINFO_RETRY_AFTER, &named_s);
        if (named_s > 0) {
            const auto bounded = std::min<curl_off_t>(named_s, patience.wait_max.count());
            wait = std::chrono::seconds(bounded);
        }
        slot.due = Clock::now() + std::min<std::chrono::milliseconds>(wait, patience.wait_max);
        ++slot.retries;
        return true;
    }

    void finish(Slot& slot, bool accepted, std::string reason) {
        answered_({std::move(slot.work->name), accepted, accepted ? "" : std::move(reason)});
        slot.work.reset();
    }

    std::chrono::milliseconds until_due() const {
        auto wait = poll_max;
        for (const auto& slot : slots_) {
            if (!slot->work || slot->is_sent) continue;
            wait = std::min(wait,
                            std::chrono::ceil<std::chrono::milliseconds>(slot->due - Clock::now()));
        }
        return std::max(wait, std::chrono::milliseconds(0));
    }

    const RegisterServer& server_;
    Address address_;
    const NextRegistration& next_;
    const Answered& answered_;
    std::unique_ptr<CURLM, MultiCloser> multi_;
    std::vector<std::unique_ptr<Slot>> slots_;
    bool at_end_ = false;
    bool reached_ = false;  // the server answered once
};

}  // namespace

tl::expected<void, std::string> register_all(const RegisterServer& server,
                                             const NextRegistration& next,
                                             const Answered& answered) {
    static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!started) throw std::runtime_error("libcurl cannot start");
    const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
    if (server.api_key.empty() ||
        !std::all_of(server.api_key.begin(), server.api_key.end(), is_plain)) {
        return stop("the API key is no key: it is blank or has spaces in it");
    }
    auto address = address_of(server.url);
    if (!address) return stop(address.error());
    return Posting(server, *std::move(address), next, answered).run();
}

}  // namespace cartulary::import
