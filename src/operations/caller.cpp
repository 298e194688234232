#include "operations/caller.h"

namespace cartulary {

namespace {

bool gives(const Rights& rights, Right right) {
    switch (right) {
        case Right::read: return rights.read;
        case Right::write: return rights.write;
        case Right::del: return rights.del;
    }
    __builtin_unreachable();
}

std::string name_of(Right right) {
    switch (right) {
        case Right::read: return "read";
        case Right::write: return "write";
        case Right::del: return "delete";
    }
    __builtin_unreachable();
}

}  // namespace

Result<void> require(const Caller& caller, Right right) {
    if (gives(caller.rights, right)) return {};
    return fail(ErrorKind::forbidden, "your token does not give the right to " + name_of(right));
}

}  // namespace cartulary
