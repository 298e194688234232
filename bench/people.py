"""The pages of people who are logged in, and what many log-ins at once do to somebody who reads."""
import re
import shutil
import threading

from measure import CONNECTIONS, DATA, BenchRegistry, resident_mb, table, wrk
from support.browser import Browser

PASSWORD = "kestrels over the meadow"
PEOPLE = 200
CREDENTIALS = 60
READER_CONNECTIONS = 4
LOG_IN_CONNECTIONS = 64


def add_people(registry, organization):
    for number in range(1, PEOPLE + 1):
        registry.command("person", "add", f"person{number}@bench.example", "--organization",
                         organization, "--role", "publisher", "--password-stdin",
                         stdin=PASSWORD + "\n")


def browser_of(server, person):
    browser = Browser(server)
    browser.get("/log-in")
    browser.submit("/log-in", email=f"person{person}@bench.example", password=PASSWORD)
    if browser.path != "/dashboard":
        raise RuntimeError(f"could not log in: {browser.title}")
    return browser


def cookie_of(browser):
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def write_credentials(browser, publisher):
    for number in range(CREDENTIALS):
        browser.get(f"{publisher}/credentials/new")
        browser.submit(f"{publisher}/credentials/new", Name=f"Measurer {number}",
                       Type="ceterms:Certificate", InLanguage="en-US",
                       Description="Has measured many things, each of them more than once.",
                       SubjectWebpage="https://bench.example/measurer",
                       CredentialStatusType="credentialStat:Active")
    return browser.path


def pages(server, browser, publisher, draft):
    cookie = cookie_of(browser)
    rows = []
    for name, path in [("dashboard", "/dashboard"), ("publisher", publisher),
                       (f"list of {CREDENTIALS} drafts", f"{publisher}/credentials"),
                       ("form of a draft", draft), ("its preview", f"{draft}/preview"),
                       ("log-in page, no cookie", "/log-in")]:
        shown = "" if "no cookie" in name else cookie
        figures = wrk(server.url, "page.lua", path, shown)
        size = len(server.get(path, headers={"Cookie": shown, "Accept": "text/html"}).body)
        rows.append([name, size, figures["rate"], figures["p50_ms"], figures["p99_ms"]])
    table(f"Pages, {CONNECTIONS} connections", ["page", "bytes", "pages/s", "p50 ms", "p99 ms"],
          rows)


def read_record(server, organization):
    return wrk(server.url, "page.lua", f"/resources/{organization}", "",
               connections=READER_CONNECTIONS)


def log_ins(server, organization):
    stranger = Browser(server)
    page = stranger.get("/log-in").body.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)[1]
    alone = read_record(server, organization)
    found = {}

    def flood():
        found["log-ins"] = wrk(server.url, "log_in.lua", key, cookie_of(stranger),
                               PASSWORD.replace(" ", "+"), str(PEOPLE),
                               connections=LOG_IN_CONNECTIONS)

    flooding = threading.Thread(target=flood)
    flooding.start()
    beside = read_record(server, organization)
    flooding.join()
    flood_figures = found["log-ins"]
    table(f"{LOG_IN_CONNECTIONS} who log in all the time, and {READER_CONNECTIONS} who read a record",
          ["", "requests/s", "p50 ms", "p99 ms", "of alone"],
          [["log-ins", flood_figures["rate"], flood_figures["p50_ms"], flood_figures["p99_ms"],
            None],
           ["reads, alone", alone["rate"], alone["p50_ms"], alone["p99_ms"], 1.0],
           ["reads, beside log-ins", beside["rate"], beside["p50_ms"], beside["p99_ms"],
            beside["rate"] / alone["rate"]]])
    print(f"\nMemory of the server: {resident_mb(server.process.pid)[0]:.0f} MB")


def run():
    folder = DATA / "people"
    shutil.rmtree(folder, ignore_errors=True)
    registry = BenchRegistry(folder)
    server = registry.serve()
    organization = registry.add_partner()["ctid"]
    add_people(registry, organization)
    browser = browser_of(server, 1)
    publisher = f"/dashboard/organizations/{organization}/publisher"
    draft = write_credentials(browser, publisher)
    pages(server, browser, publisher, draft)
    log_ins(server, organization)
    server.stop()
    registry.close()
