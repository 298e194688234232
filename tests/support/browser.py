"""Somebody's browser without a screen: cookies, forms and the links of mails."""
import base64
import hashlib
import hmac
import html
import http.cookies
import re
import struct
import time
import urllib.parse


class Browser:
    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self.page = ""   # what is shown
        self.path = "/"

    def get(self, path):
        return self._follow(self._send("GET", path), path)

    def submit(self, action, **fields):
        """Sends the form of the page that leads to `action`, with its hidden fields and these."""
        return self._follow(self.submit_only(action, **fields), action)

    def submit_only(self, action, **fields):
        """The same without following where the answer leads."""
        form = re.search(rf'<form method="post" action="{re.escape(action)}".*?</form>', self.page,
                         re.DOTALL)
        if not form:
            raise AssertionError(f"no form leads to {action} on {self.path}:\n{self.page}")
        hidden = {name: html.unescape(value) for name, value in re.findall(
            r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[0])}
        return self._send("POST", action, urllib.parse.urlencode(hidden | fields))

    def open_link(self, url):
        """A link of a mail, whatever host it names."""
        parts = urllib.parse.urlsplit(url)
        return self.get(parts.path + ("?" + parts.query if parts.query else ""))

    @property
    def title(self):
        found = re.search(r"<h1>(.*?)</h1>", self.page)
        return html.unescape(found[1]) if found else None

    def _send(self, method, path, body=None):
        headers = {"Accept": "text/html", "User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/128.0"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.server.request(method, path, body, headers=headers)
        for header in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in http.cookies.SimpleCookie(header).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return answer

    def _follow(self, answer, path):
        while answer.status in (302, 303):
            path = answer.headers["Location"]
            answer = self._send("GET", path)
        self.page, self.path = answer.body.decode(), path
        return answer


def link_in(mail):
    """The first link of a received mail's text."""
    return re.search(r"^https?://\S+", mail.text("plain"), re.MULTILINE)[0]


def one_time_code(secret, moment=None):
    """As an authenticator program makes it (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int((time.time() if moment is None else moment) // 30)
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 1_000_000:06}"
