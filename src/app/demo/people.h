#pragma once

#include "app/demo/cast.h"
#include "app/demo/post.h"
#include "app/demo/script.h"

namespace cartulary::demo {

// The registry's staff, and the trusted partner with its officer.
void enter_staff(Stage& stage, Cast& cast);

// Somebody who signs up, follows the mailed link and belongs to no organization yet.
void sign_up(Stage& stage, Post& post, const std::string& first_name, const std::string& last_name,
             const std::string& email);

// A member with the demonstration's password.
void enter_member(Stage& stage, const OrganizationId& organization, Role role,
                  const std::string& email, const std::string& first_name,
                  const std::string& last_name);

}  // namespace cartulary::demo
