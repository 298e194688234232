#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "http/server_fixture.h"

namespace cartulary::http {
namespace {

template <auto Free>
struct Freeing {
    template <class Object>
    void operator()(Object* object) const {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using TlsContext = std::unique_ptr<SSL_CTX, Freeing<SSL_CTX_free>>;
using Tls = std::unique_ptr<SSL, Freeing<SSL_free>>;

// A self-signed certificate in a folder that goes with it.
class CertificateFiles {
public:
    CertificateFiles() {
        std::filesystem::create_directory(folder_);
        const Key key(EVP_EC_gen("P-256"));
        const X509Certificate certificate(X509_new());
        X509_set_version(certificate.get(), 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        auto* name = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        const auto write = [](const std::filesystem::path& file, auto print) {
            std::FILE* out = std::fopen(file.c_str(), "w");
            print(out);
            std::fclose(out);
        };
        write(files().chain_file, [&](std::FILE* out) { PEM_write_X509(out, certificate.get()); });
        write(files().key_file, [&](std::FILE* out) {
            PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }
    ~CertificateFiles() { std::filesystem::remove_all(folder_); }
    CertificateFiles(const CertificateFiles&) = delete;
    CertificateFiles& operator=(const CertificateFiles&) = delete;

    Certificate files() const { return {folder_ / "chain.pem", folder_ / "key.pem"}; }

private:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("cartulary-tls-test-" + std::to_string(getpid()));
};

class TlsClient {
public:
    TlsClient(Client connected, int newest_version) : client_(std::move(connected)) {
        SSL_CTX_set_max_proto_version(context_.get(), newest_version);
        SSL_CTX_set_security_level(context_.get(), 0);  // so that it would speak old versions
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), client_.descriptor());
        connected_ = SSL_connect(tls_.get()) == 1;
    }

    bool connected() const { return connected_; }
    std::string version() const { return SSL_get_version(tls_.get()); }

    void send(std::string_view bytes) {
        SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
    }

    // Up to the end of what the server says; `farewell` tells whether it said that it ends.
    std::string receive_rest(bool& farewell) {
        std::string text;
        std::array<char, 16 << 10> piece{};
        int count = 0;
        while ((count = SSL_read(tls_.get(), piece.data(), static_cast<int>(piece.size()))) > 0) {
            text.append(piece.data(), static_cast<std::size_t>(count));
        }
        farewell = SSL_get_error(tls_.get(), count) == SSL_ERROR_ZERO_RETURN;
        return text;
    }

private:
    Client client_;
    TlsContext context_{SSL_CTX_new(TLS_client_method())};
    Tls tls_;
    bool connected_ = false;
};

class ServerTls : public ServerTest {
protected:
    void SetUp() override {
        add(Method::get, "/secure", Cost::read, [](const Request& request) {
            return Response{.content_type = "text/plain",
                            .body = request.secure ? "secure" : "not secure"};
        });
        add(Method::get, "/large", Cost::slow, [](const Request&) {
            return Response{.content_type = "text/plain", .body = std::string(3 << 20, 'x')};
        });
        start({.certificate = files_.files(), .limits = {.body_bytes_max = 10}});
    }

    CertificateFiles files_;
};

TEST_F(ServerTls, serves_TLS_1_2_and_1_3_and_says_farewell) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient one(client(), version);
        ASSERT_TRUE(one.connected());
        EXPECT_EQ(one.version(), version == TLS1_2_VERSION ? "TLSv1.2" : "TLSv1.3");
        one.send(get("/large") + get("/secure", "Connection: close\r\n"));
        bool farewell = false;
        const auto answers = one.receive_rest(farewell);
        EXPECT_GT(answers.size(), 3U << 20);
        EXPECT_TRUE(answers.ends_with("\r\n\r\nsecure"));
        EXPECT_TRUE(farewell);
    }
}

TEST_F(ServerTls, refuses_older_versions) {
    const TlsClient one(client(), TLS1_1_VERSION);
    EXPECT_FALSE(one.connected());
}

TEST_F(ServerTls, lets_a_client_read_its_refusal) {
    TlsClient one(client(), TLS1_3_VERSION);
    ASSERT_TRUE(one.connected());
    one.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
    bool farewell = false;
    EXPECT_TRUE(one.receive_rest(farewell).starts_with("HTTP/1.1 413 "));
    EXPECT_TRUE(farewell);
}

TEST_F(ServerTls, ends_a_connection_that_does_not_speak_TLS) {
    auto plain = client();
    plain.send(get("/secure"));
    EXPECT_THAT(plain.receive_rest(), testing::Not(testing::HasSubstr("HTTP/1.1 200")));
    TlsClient one(client(), TLS1_3_VERSION);
    EXPECT_TRUE(one.connected());
}

TEST_F(ServerTls, closes_idle_connections_when_stopped) {
    TlsClient one(client(), TLS1_3_VERSION);
    ASSERT_TRUE(one.connected());
    stop();
    bool farewell = false;
    EXPECT_EQ(one.receive_rest(farewell), "");
}

TEST_F(ServerTls, names_the_file_that_it_cannot_read) {
    auto files = files_.files();
    files.key_file = "/nowhere/key.pem";
    try {
        Server({.port = 0, .certificate = files}, *router_, *rate_limits_, metrics_);
        ADD_FAILURE() << "started without a key";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("/nowhere/key.pem"));
    }
}

}  // namespace
}  // namespace cartulary::http
