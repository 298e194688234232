#include "domain/tenant_search.h"

namespace cartulary {

bool is_text(TenantField field) {
    switch (field) {
        case TenantField::channel:
        case TenantField::name:
        case TenantField::slug:
        case TenantField::external_id:
        case TenantField::website:
        case TenantField::description:
        case TenantField::language: return true;
        case TenantField::serial:
        case TenantField::root_serial:
        case TenantField::kind:
        case TenantField::sub_kind:
        case TenantField::state:
        case TenantField::is_root:
        case TenantField::created_at:
        case TenantField::updated_at: return false;
    }
    __builtin_unreachable();
}

}  // namespace cartulary
