#include "domain/ctdl_class.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"

namespace cartulary {
namespace {

TEST(CtdlClass, is_found_in_every_spelling) {
    for (const std::string_view written :
         {"ceterms:Certificate", "Certificate", "certificate", "CETERMS:CERTIFICATE",
          " ceterms:certificate ", "https://purl.org/ctdl/terms/Certificate",
          "http://purl.org/ctdl/terms/certificate", "https://credreg.net/ctdl/terms/Certificate"}) {
        EXPECT_EQ(find_ctdl_class(written), "ceterms:Certificate") << written;
    }
    EXPECT_EQ(find_ctdl_class("competency"), "ceasn:Competency");
    EXPECT_EQ(find_ctdl_class("https://purl.org/ctdlasn/terms/CompetencyFramework"),
              "ceasn:CompetencyFramework");
    EXPECT_EQ(find_ctdl_class("qdata:DataSetProfile"), "qdata:DataSetProfile");
    EXPECT_EQ(find_ctdl_class("https://credreg.net/qdata/terms/metric"), "qdata:Metric");
    EXPECT_EQ(find_ctdl_class("http://www.w3.org/2004/02/skos/core#ConceptScheme"),
              "skos:ConceptScheme");
}

TEST(CtdlClass, is_nothing_for_what_ctdl_does_not_have) {
    for (const std::string_view refused :
         {"", ":", "ceterms:", "ceterms", "ceterms:name", "Diplom", "ceasn:Certificate",
          "schema:Certificate", "https://example.org/Certificate", "https://purl.org/ctdl/terms/",
          "ceterms:ceterms:Certificate"}) {
        EXPECT_EQ(find_ctdl_class(refused), std::nullopt) << refused;
    }
}

TEST(CtdlClass, stands_in_a_sorted_table_that_names_each_once) {
    const auto classes = ctdl_classes();
    EXPECT_TRUE(std::is_sorted(classes.begin(), classes.end()));
    std::set<std::string> local_names;
    for (const auto name : classes) {
        EXPECT_EQ(find_ctdl_class(name), name);
        const auto local = name.substr(name.find(':') + 1);
        EXPECT_TRUE(local_names.insert(text::lower_ascii(local)).second)
            << local << " is not found without its prefix";
        EXPECT_EQ(find_ctdl_class(local), name);
    }
    for (const std::string_view expected :
         {"ceterms:CredentialOrganization", "ceterms:QACredentialOrganization",
          "ceterms:LearningOpportunityProfile", "ceterms:AssessmentProfile", "ceterms:Pathway",
          "ceterms:TransferValueProfile", "ceasn:Rubric", "ceterms:WorkRole"}) {
        EXPECT_TRUE(std::binary_search(classes.begin(), classes.end(), expected)) << expected;
    }
}

}  // namespace
}  // namespace cartulary
