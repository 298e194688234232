#pragma once

#include <string>

#include "base/json.h"
#include "domain/badge.h"

namespace cartulary::acclaim {

// A template, and a badge with all around it, with the keys of the reference document's sample
// event, in its order.
void write_badge_template(json::Writer& writer, const IssuedTemplate& issued,
                          const std::string& public_url);
void write_badge(json::Writer& writer, const IssuedBadge& issued, const std::string& public_url);

// An organization as templates and badges refer to it: {"type","id","name",…}.
enum class Mention { owner, entity };  // the sample's "owner" and "entity" differ in their keys
void write_mention(json::Writer& writer, Mention mention, const Issuer& issuer,
                   const std::string& public_url);

// The address of its public page.
std::string badge_template_page(const IssuedTemplate& issued, const std::string& public_url);

}  // namespace cartulary::acclaim
