#pragma once

#include "domain/vocabulary.h"

namespace cartulary {

// As what an organization publishes.
enum class PublishingRole {
    credential_organization,
    qa_credential_organization,
    competency_framework_organization,
    third_party,
};

inline constexpr Vocabulary<PublishingRole, 4> publishing_roles{
    "publishRole",
    {"CredentialOrganization", "QACredentialOrganization", "CompetencyFrameworkOrganization",
     "ThirdParty"}};

// By which way it publishes.
enum class PublishingMethod {
    bulk_upload,
    competency_frameworks,
    manual_entry,
    registry_assistant,
};

inline constexpr Vocabulary<PublishingMethod, 4> publishing_methods{
    "publishMethod", {"BulkUpload", "CompetencyFrameworks", "ManualEntry", "RegistryAssistant"}};

// How it means to use what others published.
enum class ConsumingMethod { create_widget, offline_storage, search_api };

inline constexpr Vocabulary<ConsumingMethod, 3> consuming_methods{
    "consumeMethod", {"CreateWidget", "OfflineStorage", "SearchApi"}};

}  // namespace cartulary
