#include "web/paths.h"

#include "http/form.h"
#include "web/assets.h"

namespace cartulary::web {

std::string organization_path(std::string_view profile_name) {
    return "/org/" + http::percent_encode(profile_name);
}

std::string badge_template_path(const IssuedTemplate& issued) {
    return organization_path(issued.issuer.profile_name) + "/badge/" +
           http::percent_encode(issued.badge_template.stated.slug);
}

std::string badge_path(const Uuid& id) {
    return "/badges/" + id.text();
}

std::string earner_path(const Uuid& badge) {
    return badge_path(badge) + "/yours";
}

std::string picture_path(std::string_view id) {
    return "/pictures/" + http::percent_encode(id) + ".png";
}

std::string badge_picture_path(const BadgeTemplateDraft& badge) {
    return badge.picture ? picture_path(badge.picture->text()) : std::string(default_badge_path);
}

}  // namespace cartulary::web
