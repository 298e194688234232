#include "web/texts/refusals.h"

namespace cartulary::web {

std::string refusal_text(const Texts&, std::string_view english) {
    return std::string(english);
}

}  // namespace cartulary::web
