#include "app/assembly.h"

#include "operations/verification.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"

namespace cartulary {

Assembly::Assembly(const Settings& settings, DataFolder folder, std::optional<DataLock> lock)
    : folder_(std::move(folder)),
      lock_(std::move(lock)),
      vault_(Vault::open(folder_.vault_key())),
      store_(open_store(settings, folder_, metrics_)),
      registry_{.store = *store_,
                .vault = vault_,
                .now = system_now,
                .randomness = system_randomness,
                .name = settings.registry_name,
                .public_url = public_url_of(settings),
                .token_life = std::chrono::days(settings.token_life_days)} {
    if (const auto own = require_own_key(registry_); !own) {
        throw std::runtime_error(own.error().message);
    }
}

std::unique_ptr<Store> open_store(const Settings& settings, const DataFolder& folder,
                                  Metrics& metrics) {
    if (!settings.database.empty()) {
        return open_postgres_store(
            {.address = settings.database,
             .connections_max = static_cast<std::size_t>(settings.database_connections)},
            metrics);
    }
    return open_sqlite_store(
        {.file = folder.database(),
         .commit_group_max = static_cast<std::size_t>(settings.commit_group_max)},
        metrics);
}

std::string listen_url_of(const Settings& settings) {
    return (settings.tls_certificate.empty() ? "http://" : "https://") + settings.listen;
}

std::string public_url_of(const Settings& settings) {
    auto url = settings.public_url;
    if (url.empty()) url = listen_url_of(settings);
    while (url.ends_with('/')) url.pop_back();
    return url;
}

}  // namespace cartulary
