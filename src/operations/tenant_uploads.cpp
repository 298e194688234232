#include "operations/tenant_uploads.h"

#include "store/tenant_uploads.h"

namespace cartulary {

Uuid TenantUploads::keep(const TenantCaller& caller, const std::string& report) {
    const auto id = Uuid::random(registry_.randomness);
    const auto kept = registry_.store.write([&](Transaction& transaction) -> Result<Uuid> {
        tenant_uploads::insert(transaction,
                               {id, caller.caller.organization, report, registry_.now()});
        return id;
    });
    return kept.value();
}

Result<TenantUploads::Report> TenantUploads::report(const TenantCaller& caller, const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Report> {
        auto upload = tenant_uploads::find(transaction, id);
        if (!upload || upload->tenant != caller.caller.organization) {
            return refused(ErrorKind::not_found, "upload", "is not known");
        }
        return Report{std::move(upload->report), upload->created_at};
    });
}

void TenantUploads::forget_old() {
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        tenant_uploads::forget(transaction, registry_.now() - uploads_kept);
        return {};
    });
}

}  // namespace cartulary
