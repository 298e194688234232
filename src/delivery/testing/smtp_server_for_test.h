#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "testkit/stores.h"

namespace cartulary::delivery {

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A real mail server on loopback: python3-aiosmtpd as a child process that ends with this object.
class SmtpServer {
public:
    // The options of smtp_server.py.
    explicit SmtpServer(std::vector<std::string> options = {}) {
        std::array<int, 2> output = pipe();
        std::array<int, 2> input = pipe();
        life_ = input[1];
        spawn(std::move(options), input[0], output[1]);
        ::close(input[0]);
        ::close(output[1]);
        std::string line;
        for (char c = 0; read(output[0], &c, 1) == 1 && c != '\n';) line += c;
        ::close(output[0]);
        if (line.empty()) throw std::runtime_error("the mail server did not start");
        port_ = std::stoi(line);
    }

    ~SmtpServer() { stop(); }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    void stop() {
        if (process_ == 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        ::close(life_);
        process_ = 0;
    }

    std::string url() const { return "smtp://localhost:" + std::to_string(port_); }
    std::filesystem::path certificate() const { return folder_.path() / "certificate.pem"; }

    // What it took, in that order, as files of this ending: ".eml", or ".json" for the envelopes.
    std::vector<std::string> taken(const std::string& ending = ".eml") const {
        std::vector<std::string> contents;
        for (int number = 1;; ++number) {
            std::array<char, 16> name{};
            std::snprintf(name.data(), name.size(), "%04d", number);
            const auto file = folder_.path() / (name.data() + ending);
            if (!std::filesystem::exists(file)) return contents;
            contents.push_back(content_of(file));
        }
    }

    // How often something happened: "connected", "AUTH", "MAIL over TLS".
    int count(const std::string& event) const {
        std::ifstream log(folder_.path() / "log");
        int times = 0;
        for (std::string line; std::getline(log, line);) times += line == event ? 1 : 0;
        return times;
    }

private:
    static std::array<int, 2> pipe() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        return ends;
    }

    void spawn(std::vector<std::string> options, int input, int output) {
        const std::string script = CARTULARY_SOURCES "/src/delivery/testing/smtp_server.py";
        std::vector<std::string> words = {"/usr/bin/python3", script, folder_.path().string()};
        words.insert(words.end(), std::make_move_iterator(options.begin()),
                     std::make_move_iterator(options.end()));
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        const int outcome =
            posix_spawn(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (outcome != 0) throw std::runtime_error("the mail server cannot be started");
    }

    testkit::TemporaryFolder folder_;
    int life_ = -1;  // the process ends when this is closed, also by the end of ours
    pid_t process_ = 0;
    int port_ = 0;
};

}  // namespace cartulary::delivery
