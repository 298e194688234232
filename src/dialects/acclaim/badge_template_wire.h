#pragma once

#include <string>
#include <variant>

#include "base/json.h"
#include "base/result.h"
#include "domain/badge_template.h"

namespace cartulary::acclaim {

// Writes into a template what a body says; absent is unchanged. A part keeps the id that is said,
// if one of the list has it. The picture is left to the caller, who has to fetch it. invalid, by
// the attributes' names.
Result<void> apply_badge_template(const json::Object& said, BadgeTemplateDraft& draft);

// What a body says of a picture: nothing, that there is none, where it is, its bytes, or the id of
// one that is stored already, as answers show it.
struct NoPicture {};
struct PictureAt {
    std::string url;
};
struct PictureBytes {
    std::string bytes;
};
using PictureSaid = std::variant<std::monostate, NoPicture, PictureAt, PictureBytes, Uuid>;

// "image", or "image_url" where that is absent. invalid, by the attribute's name.
Result<PictureSaid> read_picture(const json::Object& said, const std::string& public_url);

// A refusal with the attributes' names of templates.
Error in_template_words(Error error);

}  // namespace cartulary::acclaim
