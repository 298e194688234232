#include "imaging/picture_maker.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <semaphore>
#include <stdexcept>
#include <system_error>

#include "imaging/decoding.h"

namespace cartulary::imaging {

namespace {

using std::chrono::steady_clock;
using namespace std::string_view_literals;

constexpr int pictures_at_once_max = 2;
constexpr std::size_t answer_bytes_max = 4 << 20;

void require(int error, const char* what) {
    if (error != 0) throw std::system_error(error, std::generic_category(), what);
}

std::counting_semaphore<pictures_at_once_max> free_turns{pictures_at_once_max};

class Turn {
public:
    Turn() { free_turns.acquire(); }
    ~Turn() { free_turns.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

// How the process of its own is started: two descriptors, no environment (there may be passwords in
// ours), no signal blocked or ignored.
class Start {
public:
    explicit Start(int connection) {
        require(posix_spawn_file_actions_init(&actions_), "posix_spawn");
        require(posix_spawnattr_init(&attributes_), "posix_spawn");
        require(posix_spawn_file_actions_adddup2(&actions_, connection, STDIN_FILENO),
                "posix_spawn");
        require(posix_spawn_file_actions_adddup2(&actions_, connection, STDOUT_FILENO),
                "posix_spawn");
        require(posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1),
                "posix_spawn");
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&attributes_, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Start() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    pid_t run(const std::filesystem::path& program) const {
        std::string path = program.string();
        std::string argument(worker_argument);
        std::array<char*, 3> words = {path.data(), argument.data(), nullptr};
        std::array<char*, 1> environment = {nullptr};
        pid_t process = 0;
        require(posix_spawn(&process, path.c_str(), &actions_, &attributes_, words.data(),
                            environment.data()),
                "the program that decodes pictures cannot be started");
        return process;
    }

private:
    posix_spawn_file_actions_t actions_;
    posix_spawnattr_t attributes_;
};

// A process of its own, and the socket that is its standard input and output. A socket, since
// writing to one whose other end is gone can be told not to raise SIGPIPE.
class Worker {
public:
    explicit Worker(const std::filesystem::path& program) {
        std::array<int, 2> ends{};
        require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0 ? 0 : errno,
                "socketpair");
        socket_ = ends[0];
        try {
            process_ = Start(ends[1]).run(program);
        } catch (...) {
            ::close(ends[0]);
            ::close(ends[1]);
            throw;
        }
        ::close(ends[1]);
    }
    ~Worker() {
        if (process_ != 0) end();
        ::close(socket_);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // Sends the source and reads until the process ends its side, has said too much, or `end`. Then
    // the answer is empty.
    std::string answer_to(std::string_view source, steady_clock::time_point end);

    // How the process ended, which does not change when it is killed on its way out.
    int end() {
        ::kill(process_, SIGKILL);
        int status = 0;
        while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
        return status;
    }

private:
    void send_more(std::string_view& source) const;

    int socket_ = -1;
    pid_t process_ = 0;
};

std::string Worker::answer_to(std::string_view source, steady_clock::time_point end) {
    std::string answer;
    std::array<char, 64 << 10> buffer{};
    while (answer.size() <= answer_bytes_max) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - steady_clock::now());
        if (left.count() <= 0) return {};
        pollfd news{socket_, POLLIN, 0};
        if (!source.empty()) news.events |= POLLOUT;
        if (::poll(&news, 1, static_cast<int>(left.count())) <= 0) continue;
        if (!source.empty() && (news.revents & POLLOUT) != 0) send_more(source);
        if ((news.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
        const auto count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count <= 0) return answer;
        answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return {};
}

void Worker::send_more(std::string_view& source) const {
    const auto count = ::send(socket_, source.data(), source.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    // Nobody reads it: what there is of an answer says why.
    source.remove_prefix(count < 0 ? source.size() : static_cast<std::size_t>(count));
    if (source.empty()) ::shutdown(socket_, SHUT_WR);
}

// As far as can be seen without decoding it: what a process says that a hostile picture may have
// taken over is not believed.
bool looks_like_our_png(std::string_view png) {
    // The signature and the head of IHDR: 600 × 600 (0x258), 8 bits, RGBA, not interlaced.
    static_assert(picture_side == 0x258);
    return png.starts_with(
        "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x58\0\0\x02\x58\x08\x06\0\0\0"sv);
}

tl::unexpected<Error> refused(std::string problem) {
    return fail({{"picture", std::move(problem)}});
}

Result<std::string> result_of(std::string answer) {
    switch (answer.empty() ? Outcome::too_costly : Outcome{answer.front()}) {
        case Outcome::made:
            answer.erase(0, 1);
            if (looks_like_our_png(answer)) return answer;
            break;
        case Outcome::unknown_format: return refused("is no JPEG, PNG or WebP picture");
        case Outcome::damaged: return refused("is a damaged picture");
        case Outcome::animated: return refused("is animated");
        case Outcome::side_too_large:
            return refused("has a side of more than " + std::to_string(picture_source_side_max) +
                           " pixels");
        case Outcome::too_many_pixels:
            return refused("has more than " + std::to_string(picture_source_pixels_max) +
                           " pixels");
        case Outcome::too_costly: break;
    }
    return refused("takes too much time or memory to decode");
}

}  // namespace

Result<std::string> PictureMaker::png_of(std::string_view source) const {
    if (source.empty()) return refused("is empty");
    if (source.size() > picture_bytes_max) {
        return refused("has more than " + std::to_string(picture_bytes_max) + " bytes");
    }
    const Turn turn;
    Worker worker(program_);
    auto answer = worker.answer_to(source, steady_clock::now() + time_max_);
    const int status = worker.end();
    if (!WIFEXITED(status)) {
        answer.clear();
    } else if (WEXITSTATUS(status) != 0) {
        throw std::runtime_error("the program that decodes pictures failed");
    }
    return result_of(std::move(answer));
}

}  // namespace cartulary::imaging
