#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

// Hands mail to a mail server. libcurl speaks the protocol.
namespace cartulary::delivery {

struct SmtpOptions {
    // "smtp://mail.example.org:587" or, with TLS from the first byte, "smtps://mail.example.org".
    // A user and a password in it count when the two settings below are empty.
    std::string url = {};
    std::string user = {};
    std::string password = {};
    // With smtp://: refuse to go on where the server offers no STARTTLS. Without it TLS is used
    // when offered, yet a password never travels in the clear.
    bool tls_required = false;
    std::filesystem::path ca_file = {};  // empty: the system's certificates
    std::string hello_name = {};         // what the server is told we are; empty: this host's name
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds total_timeout{60'000};  // of one mail
};

// What became of a mail.
struct SmtpOutcome {
    enum class Kind {
        accepted,
        delayed,  // it may go through later: 4xx, the network, or our own settings
        refused,  // the server will not take this mail: 5xx
    };
    Kind kind;
    std::string reason;          // what the server or the network said; never a password
    bool server_failed = false;  // delayed before the mail was mentioned: any other would be too
};

// A conversation with one server, kept open between mails. For one thread.
class SmtpConnection {
public:
    // Throws std::invalid_argument when the URL is not smtp:// or smtps://.
    explicit SmtpConnection(SmtpOptions options);
    ~SmtpConnection();
    SmtpConnection(const SmtpConnection&) = delete;
    SmtpConnection& operator=(const SmtpConnection&) = delete;

    // `message` has CRLF line ends. Addresses as EmailAddress::for_sending gives them; one with a
    // UTF-8 local part is sent with SMTPUTF8 where the server knows it.
    //
    // A connection that is lost before the server's last word leaves open whether the mail was
    // taken; it is called delayed, since a mail that comes twice is better than none. One lost
    // after that word changes nothing.
    SmtpOutcome send(const std::string& from, const std::string& to, std::string_view message);

    // Says goodbye; the next mail connects anew.
    void close();

private:
    struct Session;
    void connect();
    SmtpOptions options_;
    std::unique_ptr<Session> session_;
};

}  // namespace cartulary::delivery
