#include "imaging/sandbox.h"

#include <gtest/gtest.h>

#include "imaging/picture_maker.h"

// A sanitized process cannot be shut in, as sandbox.cpp says.
#ifndef CARTULARY_SANITIZED
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <new>
#include <vector>

namespace cartulary::imaging {

namespace {

using testing::ExitedWithCode;
using testing::KilledBySignal;

TEST(Sandbox, lets_a_process_compute_and_end) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            std::vector<char> memory(100 << 20, 'x');
            ::_exit(memory.back() == 'x' ? 0 : 1);
        },
        ExitedWithCode(0), "");
}

TEST(Sandbox, lets_a_process_open_no_file) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            ::_exit(::open("/etc/passwd", O_RDONLY) == -1 ? 0 : 1);
        },
        ExitedWithCode(0), "");
}

TEST(Sandbox, ends_a_process_that_speaks_to_the_network) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            ::_exit(::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : 1);
        },
        KilledBySignal(SIGSYS), "");
}

TEST(Sandbox, ends_a_process_that_makes_another) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            ::_exit(::fork() >= 0 ? 0 : 1);
        },
        KilledBySignal(SIGSYS), "");
    EXPECT_EXIT(
        {
            enter_sandbox();
            ::execl("/bin/true", "true", nullptr);
            ::_exit(1);
        },
        KilledBySignal(SIGSYS), "");
}

TEST(Sandbox, ends_a_process_that_writes_anywhere_but_to_standard_output) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            ::_exit(::write(STDERR_FILENO, "x", 1) == 1 ? 0 : 1);
        },
        KilledBySignal(SIGSYS), "");
}

TEST(Sandbox, ends_a_process_that_asks_for_memory_to_execute) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            const auto* code =
                ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            ::_exit(code != MAP_FAILED ? 0 : 1);
        },
        KilledBySignal(SIGSYS), "");
}

TEST(Sandbox, gives_a_process_no_more_memory_than_it_may_have) {
    EXPECT_EXIT(
        {
            enter_sandbox();
            int code = 1;
            try {
                std::vector<char> memory(std::size_t{600} << 20);
            } catch (const std::bad_alloc&) {
                code = 0;
            }
            ::_exit(code);
        },
        ExitedWithCode(0), "");
}

}  // namespace

}  // namespace cartulary::imaging
#endif
