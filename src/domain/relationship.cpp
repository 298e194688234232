#include "domain/relationship.h"

namespace cartulary {

std::string_view name_of(RelationshipStatus status) {
    switch (status) {
        case RelationshipStatus::asked: return "asked";
        case RelationshipStatus::approved: return "approved";
        case RelationshipStatus::revoked: return "revoked";
    }
    __builtin_unreachable();
}

}  // namespace cartulary
