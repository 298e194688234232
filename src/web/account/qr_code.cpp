#include "web/account/qr_code.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace cartulary::web {

namespace {

constexpr int margin = 4;  // modules, as the standard asks

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

// One path of squares: runs of dark modules, row by row.
std::string path_of(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y) {
        int run = 0;
        for (int x = 0; x <= code.width; ++x) {
            const bool dark = x < code.width && (code.data[y * code.width + x] & 1U) != 0;
            if (dark) {
                ++run;
            } else if (run > 0) {
                const auto length = std::to_string(run);
                path += "M" + std::to_string(x - run + margin) + " " + std::to_string(y + margin) +
                        "h" + length + "v1h-" + length + "z";
                run = 0;
            }
        }
    }
    return path;
}

}  // namespace

Markup qr_code(const std::string& text, std::string_view label) {
    const Code code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("the text is too long for a QR code");
    const auto side = std::to_string(code->width + 2 * margin);
    const auto box = "0 0 " + side + " " + side;
    const auto path = path_of(*code);
    return element("svg",
                   {{"class", "qr"},
                    {"role", "img"},
                    {"aria-label", label},
                    {"viewBox", box},
                    {"width", "240"},
                    {"height", "240"},
                    {"shape-rendering", "crispEdges"}},
                   element("rect", {{"width", side}, {"height", side}, {"fill", "#fff"}}),
                   element("path", {{"d", path}, {"fill", "#000"}}));
}

}  // namespace cartulary::web
