#include "store/store.h"

namespace cartulary {

constexpr auto check_sql = "select count(*) from migration";

void Store::check() {
    run_read([](Transaction& transaction) { transaction.query(check_sql); });
}

}  // namespace cartulary
