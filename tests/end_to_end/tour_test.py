"""Every command of README.md and docs/ works, in the order of its page, and answers what the page
says. Each page has a registry of its own."""
import re
import unittest

from support import pages
from support.server import CommandFailed, Registry, binary

# Blocks that no test can run, by their page and first line, with the reason.
NOT_RUN = {
    ("README.md", "script/demo"): "installs packages, builds, and serves for good",
    ("README.md", "script/test"): "runs this very test",
    ("docs/administrator.md", "script/server"): "installs packages, builds, and serves for good",
    ("docs/administrator.md", "build/release/cartulary serve --database "
     "postgresql://cartulary@db.example/cartulary --data /var/lib/cartulary"):
        "names a database of the reader's; tests/with_postgres runs all suites on PostgreSQL",
    ("docs/administrator.md", "CARTULARY_SMTP_PASSWORD=… build/release/cartulary serve --smtp-url "
     "smtp://mail.example.org:587 --smtp-user registry --smtp-tls-required true"):
        "serves for good with the reader's mail server; mail_test.py has one",
}

# Pages that are about the demonstration, rather than about a registry in ./data.
OF_DEMONSTRATION = ("README.md",)

PICTURE_BYTES_MAX = 250_000
LANGUAGES = {"sh", "text", "json", "html"}
COMMAND = re.compile(r"^\s*(\$ |curl |build/release/cartulary |script/|sudo |apt)", re.MULTILINE)


class PagesOfDocumentation(unittest.TestCase):
    maxDiff = None

    def test_show_commands_that_work(self):
        for page in pages.pages():
            blocks = [block for block in pages.blocks_of(page)
                      if block.language == "sh" and self.reason(block) is None]
            if not blocks:
                continue
            with self.subTest(page=page):
                self.assertEqual(self.complaints(page, blocks), [])

    def test_show_no_command_that_is_not_tried(self):
        for page in pages.pages():
            text = (pages.ROOT / page).read_text()
            self.assertEqual(re.findall(r"\n\n    \S.*", text), [], f"{page}: use a fence")
            for block in pages.blocks_of(page):
                self.assertIn(block.language, LANGUAGES, block.place)
                if block.language != "sh":
                    self.assertIsNone(COMMAND.search(block.text), block.place)

    def test_show_pictures_that_are_there_and_small(self):
        for page in pages.pages():
            for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (pages.ROOT / page).read_text()):
                size = (pages.ROOT / page).parent.joinpath(picture).stat().st_size
                self.assertLess(size, PICTURE_BYTES_MAX, picture)

    def test_link_only_to_what_is_there(self):
        for page in pages.pages():
            for to in re.findall(r"[^!]\[[^\]]+\]\(([^)#]+)\)", (pages.ROOT / page).read_text()):
                if not to.startswith("http"):
                    self.assertTrue((pages.ROOT / page).parent.joinpath(to).exists(),
                                    f"{page}: {to}")

    def test_leave_out_only_what_is_still_there(self):
        shown = {(page, block.first_line) for page in pages.pages()
                 for block in pages.blocks_of(page)}
        self.assertEqual(set(NOT_RUN) - shown, set())

    @staticmethod
    def reason(block):
        return NOT_RUN.get((block.page, block.first_line))

    def complaints(self, page, blocks):
        registry = Registry()
        try:
            return pages.run(blocks, registry.folder, self.served(registry, page).url)
        finally:
            registry.close()

    @staticmethod
    def served(registry, page):
        """As the page's readers have it: the program, the sources' folders, and a server."""
        (registry.folder / "build" / "release").mkdir(parents=True)
        (registry.folder / "build" / "release" / "cartulary").symlink_to(binary())
        (registry.folder / "docs").symlink_to(pages.ROOT / "docs")
        if page not in OF_DEMONSTRATION:
            return registry.serve("--webhooks", "hold")
        registry.data = registry.folder / "demo-data"
        loaded = registry.run("demo")
        if loaded.returncode != 0:
            raise CommandFailed(["demo"], loaded)
        (registry.data / "log-ins.txt").write_text(loaded.stdout)  # as script/demo does
        return registry.serve("--staff-second-factor", "false", "--mail", "hold",
                              "--webhooks", "hold")


if __name__ == "__main__":
    unittest.main()
