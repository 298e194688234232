#include "http/usual_status.h"

namespace cartulary::http {

int usual_status(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid: return 400;
        case ErrorKind::unauthenticated: return 401;
        case ErrorKind::forbidden: return 403;
        case ErrorKind::not_found: return 404;
        case ErrorKind::conflict: return 409;
        case ErrorKind::gone: return 410;
        case ErrorKind::too_large: return 413;
        case ErrorKind::key_reused: return 422;
        case ErrorKind::limited: return 429;
    }
    __builtin_unreachable();
}

}  // namespace cartulary::http
