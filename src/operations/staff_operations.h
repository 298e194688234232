#pragma once

#include "operations/activity.h"
#include "operations/delivery_queue.h"
#include "operations/mail_queue.h"
#include "operations/staff_organizations.h"
#include "operations/staff_people.h"
#include "operations/statistics.h"

namespace cartulary {

// All that the registry's staff look after, put together; what waits for their decision is in
// applications.h and drafts.h. `registry` outlives it.
class StaffOperations {
public:
    StaffOperations(const Registry& registry, Program program)
        : organizations(registry),
          people(registry),
          activity(registry),
          mails(registry),
          deliveries(registry),
          statistics(registry, std::move(program)) {}

    StaffOrganizations organizations;
    StaffPeople people;
    Activity activity;
    MailQueue mails;
    DeliveryQueue deliveries;
    Statistics statistics;
};

}  // namespace cartulary
