#include "dialects/acclaim/token_text.h"

namespace cartulary::acclaim {

void write_token(json::Writer& writer, const TokenTold& told, const Caller& owner,
                 const std::string& public_url) {
    const auto& token = told.token;
    const auto owner_id = owner.id.text();
    writer.begin_object().member("id", token.id.text()).member("token", told.text);
    writer.member("owner_id", owner_id).key("description").text_or_null(token.description);
    writer.member("write_enabled", token.write_enabled);
    writer.member("read_enabled", token.read_enabled);
    writer.member("delete_enabled", token.delete_enabled);
    writer.member("created_at", iso_8601(token.created_at));
    writer.key("owner").begin_object().member("type", "Organization").member("id", owner_id);
    writer.member("name", owner.name);
    writer.member("url", public_url + "/v1/organizations/" + owner_id).end_object();
    writer.member("expires_at", iso_8601(token.expires_at));
    const auto& used_at = token.last_used_at;
    writer.key("last_used_at").text_or_null(used_at ? iso_8601(*used_at) : "");
    writer.end_object();
}

}  // namespace cartulary::acclaim
