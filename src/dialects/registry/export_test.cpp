#include <zlib.h>

#include "dialects/registry/answer.h"
#include "dialects/registry/registry_for_test.h"

namespace cartulary::registry {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RegistryExport : public RegistryTest {
protected:
    static std::string unpacked(std::string packed) {
        z_stream stream = {};
        EXPECT_EQ(::inflateInit2(&stream, 15 + 16), Z_OK);
        std::string text(std::size_t{1} << 20, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(packed.data());
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef*>(text.data());
        stream.avail_out = static_cast<uInt>(text.size());
        EXPECT_EQ(::inflate(&stream, Z_FINISH), Z_STREAM_END);
        text.resize(stream.total_out);
        ::inflateEnd(&stream);
        return text;
    }

    // The CTIDs of the lines.
    static std::vector<std::string> ctids_in(const http::Response& response) {
        std::vector<std::string> ctids;
        auto text = unpacked(response.body);
        while (!text.empty()) {
            const auto end = text.find('\n');
            const auto line = json::parse(text.substr(0, end)).value();
            ctids.push_back(text_in(line, "envelope_ceterms_ctid"));
            text.erase(0, end + 1);
        }
        return ctids;
    }
};

CARTULARY_ON_EVERY_DATABASE(RegistryExport);

TEST_P(RegistryExport, is_a_packed_file_of_everything) {
    publish(certificate(welding, college.id.ctid()));
    const auto response = get("/export");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "application/gzip");
    const auto next = header_of(response, "X-Next-Since");
    EXPECT_EQ(header_of(response, "Content-Disposition"),
              "attachment; filename=\"registry-" + next + ".jsonl.gz\"");
    EXPECT_EQ(header_of(response, "Link"),
              "<https://registry.example/export?since=" + next + ">; rel=\"next\"");
    EXPECT_THAT(ctids_in(response),
                testing::UnorderedElementsAre(college.id.ctid(), school.id.ctid(), welding));
    EXPECT_EQ(get("/ce-registry/export").status, 200);
}

TEST_P(RegistryExport, goes_on_after_a_change_or_from_a_moment) {
    const auto begin = header_of(get("/export"), "X-Next-Since");
    under_test.pass(std::chrono::hours(1));
    const auto noon = iso_8601(under_test.now());
    publish(certificate(welding, college.id.ctid()));
    EXPECT_THAT(ctids_in(get("/export?since=" + begin)), ElementsAre(welding));
    EXPECT_THAT(ctids_in(get("/export?since=" + noon)), ElementsAre(welding));
    EXPECT_EQ(ctids_in(get("/export?since=2001-01-01")).size(), 3U);
    EXPECT_EQ(ctids_in(get("/export?since=0")).size(), 3U);
    const auto last = header_of(get("/export"), "X-Next-Since");
    EXPECT_THAT(ctids_in(get("/export?since=" + last)), IsEmpty());
    EXPECT_THAT(ctids_in(get("/export?since=9000000000000000000")), IsEmpty());
}

TEST_P(RegistryExport, refuses_what_is_neither_number_nor_time) {
    for (const auto* since :
         {"yesterday", "-1", "1.5", "2026-02-30", "2026-", "99999999999999999999"}) {
        const auto response = get(std::string("/export?since=") + since);
        EXPECT_EQ(response.status, 400) << since;
        EXPECT_THAT(errors_of(response), ElementsAre(HasSubstr("since must be"))) << since;
    }
}

}  // namespace

}  // namespace cartulary::registry
