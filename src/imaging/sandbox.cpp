#include "imaging/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>

#include "imaging/picture_maker.h"

namespace cartulary::imaging {

namespace {

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit value{most, most};
    if (::setrlimit(resource, &value) != 0) {
        throw std::system_error(errno, std::generic_category(), "setrlimit");
    }
}

#ifndef CARTULARY_SANITIZED
constexpr rlim_t memory_bytes_max = rlim_t{512} << 20;

void require(int outcome, const char* what) {
    if (outcome != 0) throw std::system_error(-outcome, std::generic_category(), what);
}

void filter_calls() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(
        seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (!filter) throw std::bad_alloc();
    const auto allow = [&](int call) {
        require(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0), "seccomp_rule_add");
    };
    const auto allow_when = [&](int call, scmp_arg_cmp condition) {
        require(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, condition),
                "seccomp_rule_add");
    };
    allow_when(SCMP_SYS(read), SCMP_A0_64(SCMP_CMP_EQ, STDIN_FILENO));
    allow_when(SCMP_SYS(write), SCMP_A0_64(SCMP_CMP_EQ, STDOUT_FILENO));
    // What malloc does; memory that can be executed is none of it.
    allow_when(SCMP_SYS(mmap), SCMP_A2_64(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    allow_when(SCMP_SYS(mprotect), SCMP_A2_64(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
                           SCMP_SYS(futex), SCMP_SYS(getrandom)}) {
        allow(call);
    }
    for (const int call : {SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn)}) {
        allow(call);
    }
    // On arm64 libjpeg-turbo looks for the processor's name in /proc, and goes on without it.
    require(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 0),
            "seccomp_rule_add");
    require(seccomp_load(filter.get()), "seccomp_load");
}
#endif

}  // namespace

void enter_sandbox() {
    limit(RLIMIT_CPU, static_cast<rlim_t>(picture_time_max.count()));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        throw std::system_error(errno, std::generic_category(), "prctl");
    }
#ifndef CARTULARY_SANITIZED
    // A sanitizer reserves more address space than any limit, and reads files to tell of an error.
    limit(RLIMIT_AS, memory_bytes_max);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, 0);
    filter_calls();
#endif
}

}  // namespace cartulary::imaging
