#include "outbound/posts.h"

#include <curl/curl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <new>
#include <span>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <unordered_map>

#include "outbound/transfer.h"

namespace cartulary::outbound {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t answer_bytes_max = 64 << 10;
constexpr std::chrono::seconds retry_after_max = std::chrono::hours(24 * 366);
constexpr int first_final_status = 200;

struct FreeStrings {
    void operator()(curl_slist* strings) const { curl_slist_free_all(strings); }
};
using Strings = std::unique_ptr<curl_slist, FreeStrings>;

void append(Strings& strings, const std::string& text) {
    auto* longer = curl_slist_append(strings.get(), text.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)strings.release();
    strings.reset(longer);
}

void require(CURLMcode outcome) {
    if (outcome != CURLM_OK) throw std::runtime_error(curl_multi_strerror(outcome));
}

// One post on its way, and the handle for the next.
struct Exchange {
    explicit Exchange(const NetworkRule& rule) : transfer(rule) {}

    std::uint64_t id = 0;
    Post post;
    Strings headers;
    bool head_is_complete = false;
    std::size_t body_bytes = 0;  // of the answer
    Transfer transfer;           // the first to go: it knows all above

    void begin(std::uint64_t new_id, Post new_post);
    Posted outcome(CURLcode code) const;
};

std::size_t read_head(char* line, std::size_t size, std::size_t count, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    const std::string_view text(line, size * count);
    const bool is_last = text == "\r\n" || text == "\n";
    exchange.head_is_complete |= is_last && exchange.transfer.status() >= first_final_status;
    return size * count;
}

std::size_t forget_body(char* /*bytes*/, std::size_t size, std::size_t count, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    exchange.body_bytes += size * count;
    return exchange.body_bytes > answer_bytes_max ? CURL_WRITEFUNC_ERROR : size * count;
}

void Exchange::begin(std::uint64_t new_id, Post new_post) {
    id = new_id;
    post = std::move(new_post);
    head_is_complete = false;
    body_bytes = 0;
    transfer.prepare(post.url, post.timeout);
    headers.reset();
    append(headers, "Expect:");  // never waits for leave to send the body
    for (const auto& [name, value] : post.headers) {
        std::string line = name;
        line += value.empty() ? ";" : ": ";  // without a value a colon would remove the header
        append(headers, line += value);
    }
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.set(CURLOPT_POST, 1L);
    transfer.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<long>(post.body.size()));
    transfer.set(CURLOPT_POSTFIELDS, post.body.data());
    transfer.set(CURLOPT_PRIVATE, this);
    transfer.read_head_with(read_head, this);
    transfer.read_body_with(forget_body, this);
}

Posted Exchange::outcome(CURLcode code) const {
    Posted posted;
    curl_off_t microseconds = 0;
    curl_easy_getinfo(transfer.handle(), CURLINFO_TOTAL_TIME_T, &microseconds);
    posted.duration =
        std::chrono::round<std::chrono::milliseconds>(std::chrono::microseconds(microseconds));
    // What the receiver said in its head counts, whatever becomes of the body that nobody reads.
    if (code != CURLE_OK && !head_is_complete) {
        posted.kind =
            transfer.was_forbidden(code) ? Posted::Kind::forbidden : Posted::Kind::unreachable;
        posted.problem = transfer.problem(code);
        return posted;
    }
    posted.kind = Posted::Kind::answered;
    posted.status = transfer.status();
    curl_off_t seconds = 0;
    curl_easy_getinfo(transfer.handle(), CURLINFO_RETRY_AFTER, &seconds);
    if (seconds > 0) {
        posted.retry_after = std::min(std::chrono::seconds(seconds), retry_after_max);
    }
    return posted;
}

void require_system(bool succeeded, const char* what) {
    if (!succeeded) throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {
        require_system(number >= 0, "a file descriptor cannot be had");
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    const int number_;
};

}  // namespace

// libcurl tells which sockets it waits for; the kernel tells which of them have news. So what one
// answer costs does not grow with the number of receivers that keep silent.
struct Posts::Implementation {
    Implementation(NetworkRule the_rule, std::size_t the_connections_kept_max);
    ~Implementation();

    static int watch(CURL* handle, curl_socket_t socket, int what, void* context, void* unused);
    static int set_timer(CURLM* multi, long milliseconds, void* context);

    void begin(std::uint64_t id, Post post);
    void set_connection_limit() const;
    std::unique_ptr<Exchange> idle_exchange();
    void wait_for_news(steady_clock::time_point end);
    void drive(curl_socket_t socket, int news) const;
    std::vector<std::pair<std::uint64_t, Posted>> take_ended();

    const NetworkRule rule;
    const std::size_t connections_kept_max;
    const Descriptor epoll{::epoll_create1(EPOLL_CLOEXEC)};
    const Descriptor wakeup{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::optional<steady_clock::time_point> timer;  // when libcurl wants to be called
    bool was_woken = false;
    CURLM* multi;
    std::unordered_map<CURL*, std::unique_ptr<Exchange>> under_way;
    std::vector<std::unique_ptr<Exchange>> idle;
};

Posts::Implementation::Implementation(NetworkRule the_rule, std::size_t the_connections_kept_max)
    : rule(std::move(the_rule)), connections_kept_max(the_connections_kept_max) {
    epoll_event event{.events = EPOLLIN, .data = {.fd = wakeup.number()}};
    require_system(::epoll_ctl(epoll.number(), EPOLL_CTL_ADD, wakeup.number(), &event) == 0,
                   "epoll_ctl");
    initialize_once();
    multi = curl_multi_init();
    if (multi == nullptr) throw std::bad_alloc();
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, watch);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, set_timer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, this);
}

Posts::Implementation::~Implementation() {
    for (const auto& [handle, exchange] : under_way) curl_multi_remove_handle(multi, handle);
    under_way.clear();
    idle.clear();
    curl_multi_cleanup(multi);
}

int Posts::Implementation::watch(CURL* /*handle*/, curl_socket_t socket, int what, void* context,
                                 void* /*unused*/) {
    const int epoll = static_cast<Implementation*>(context)->epoll.number();
    epoll_event event{.events = 0, .data = {.fd = socket}};
    if (what == CURL_POLL_REMOVE) {
        ::epoll_ctl(epoll, EPOLL_CTL_DEL, socket, &event);  // a closed one has gone already
        return 0;
    }
    if ((what & CURL_POLL_IN) != 0) event.events |= EPOLLIN;
    if ((what & CURL_POLL_OUT) != 0) event.events |= EPOLLOUT;
    const bool is_watched = ::epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) == 0 ||
                            ::epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) == 0;
    return is_watched ? 0 : -1;
}

int Posts::Implementation::set_timer(CURLM* /*multi*/, long milliseconds, void* context) {
    auto& timer = static_cast<Implementation*>(context)->timer;
    timer.reset();
    if (milliseconds >= 0) timer = steady_clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

void Posts::Implementation::begin(std::uint64_t id, Post post) {
    auto exchange = idle_exchange();
    exchange->begin(id, std::move(post));
    auto* handle = exchange->transfer.handle();
    under_way.emplace(handle, std::move(exchange));
    set_connection_limit();
    require(curl_multi_add_handle(multi, handle));
}

// libcurl counts the connections in use, too; without them in its limit, receivers that hang would
// cost all others their kept connections. 0 would leave the limit to libcurl.
void Posts::Implementation::set_connection_limit() const {
    const auto limit = std::max<std::size_t>(1, connections_kept_max + under_way.size());
    require(curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(limit)));
}

std::unique_ptr<Exchange> Posts::Implementation::idle_exchange() {
    if (idle.empty()) return std::make_unique<Exchange>(rule);
    auto exchange = std::move(idle.back());
    idle.pop_back();
    return exchange;
}

void Posts::Implementation::wait_for_news(steady_clock::time_point end) {
    const auto until = timer ? std::min(end, *timer) : end;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
    const auto longest = std::chrono::milliseconds(std::numeric_limits<int>::max());
    std::array<epoll_event, 256> events{};
    const int count = ::epoll_wait(
        epoll.number(), events.data(), static_cast<int>(events.size()),
        static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), longest).count()));
    require_system(count >= 0 || errno == EINTR, "epoll_wait");
    for (const auto& event :
         std::span(events).first(static_cast<std::size_t>(std::max(0, count)))) {
        if (event.data.fd == wakeup.number()) {
            eventfd_t times = 0;
            was_woken |= ::eventfd_read(wakeup.number(), &times) == 0;
            continue;
        }
        int news = 0;
        if ((event.events & EPOLLIN) != 0) news |= CURL_CSELECT_IN;
        if ((event.events & EPOLLOUT) != 0) news |= CURL_CSELECT_OUT;
        if ((event.events & (EPOLLERR | EPOLLHUP)) != 0) news |= CURL_CSELECT_ERR;
        drive(event.data.fd, news);
    }
    if (timer && *timer <= steady_clock::now()) {
        timer.reset();
        drive(CURL_SOCKET_TIMEOUT, 0);
    }
}

void Posts::Implementation::drive(curl_socket_t socket, int news) const {
    int running = 0;
    require(curl_multi_socket_action(multi, socket, news, &running));
}

std::vector<std::pair<std::uint64_t, Posted>> Posts::Implementation::take_ended() {
    std::vector<std::pair<std::uint64_t, Posted>> ended;
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi, &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        const auto code = message->data.result;
        auto node = under_way.extract(message->easy_handle);
        auto& exchange = node.mapped();
        ended.emplace_back(exchange->id, exchange->outcome(code));
        require(curl_multi_remove_handle(multi, node.key()));
        exchange->post = {};
        if (idle.size() < connections_kept_max) idle.push_back(std::move(exchange));
    }
    if (!ended.empty()) set_connection_limit();
    return ended;
}

Posts::Posts(NetworkRule rule, std::size_t connections_kept_max)
    : implementation_(std::make_unique<Implementation>(std::move(rule), connections_kept_max)) {}

Posts::~Posts() = default;

void Posts::begin(std::uint64_t id, Post post) {
    implementation_->begin(id, std::move(post));
}

std::vector<std::pair<std::uint64_t, Posted>> Posts::wait(std::chrono::milliseconds longest) {
    const auto end = steady_clock::now() + longest;
    for (;;) {
        implementation_->wait_for_news(end);
        auto ended = implementation_->take_ended();
        const bool was_woken = std::exchange(implementation_->was_woken, false);
        if (!ended.empty() || was_woken || end <= steady_clock::now()) return ended;
    }
}

void Posts::wake() {
    ::eventfd_write(implementation_->wakeup.number(), 1);
}

std::size_t Posts::under_way() const {
    return implementation_->under_way.size();
}

}  // namespace cartulary::outbound
