"""Who may include whom. When a rule here is wrong, change it here, and say why in the commit."""
import re
import unittest

from .sources import SOURCES, cpp_files, is_test, layer_of, lines, place

EVERYTHING = {"base", "domain", "store", "operations", "http", "dialects", "web", "outbound",
              "imaging", "ctdl", "search", "delivery", "app", "testkit"}
MAY_INCLUDE = {
    "base": set(),
    "domain": {"base"},
    "store": {"base", "domain"},
    "ctdl": {"base", "domain"},
    "search": {"base", "domain"},
    "operations": {"base", "domain", "store", "ctdl", "search"},
    "http": {"base"},
    "dialects": {"base", "domain", "ctdl", "search", "operations", "http"},
    "web": {"base", "domain", "ctdl", "search", "operations", "http"},
    "outbound": {"base"},
    "imaging": {"base"},
    "delivery": {"base", "domain", "store", "outbound"},
    "app": EVERYTHING - {"testkit"},
    "testkit": EVERYTHING - {"app"},
}

# Headers that only these folders and files know, so that what stands behind can be exchanged.
KEPT_IN = [
    (r"boost/(asio|beast)[/.]", ["http"], "the server is the only place that speaks to sockets"),
    (r"sqlite3(ext)?\.h", ["store/sqlite"], "use the store's connection and statement"),
    (r"(postgresql/)?(libpq-fe|libpq/.*|pg_config)\.h", ["store/postgres"],
     "use the store's connection and statement"),
    (r"curl/", ["outbound", "delivery/smtp.cpp", "app"],
     "fetch and Posts of outbound know which addresses may be called"),
    (r"qrencode\.h", ["web/account/qr_code.cpp"], "qr_code() makes markup of it"),
    (r"(png|jpeglib|jerror|turbojpeg)\.h|webp/", ["imaging"],
     "hostile pictures are decoded in a process of its own: use PictureMaker"),
]


def includes(file):
    for number, line in lines(file):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if found:
            yield number, found[1] == '"', found[2]


class Layers(unittest.TestCase):
    def test_every_folder_of_src_has_a_rule(self):
        folders = {folder.name for folder in SOURCES.iterdir() if folder.is_dir()}
        self.assertEqual(folders - MAY_INCLUDE.keys(), set(),
                         "give each of these folders a line in MAY_INCLUDE of this test")

    def test_a_layer_includes_only_the_layers_it_stands_on(self):
        wrong = []
        for file in cpp_files():
            layer = layer_of(file)
            for number, ours, header in includes(file):
                if not ours or is_test(file):
                    continue  # a test may reach for any real part
                reached, _, rest = header.partition("/")
                if not rest:
                    wrong.append(f'{place(file, number)}: write "{layer}/{header}": '
                                 f"includes are written from src/")
                    continue
                if reached == "dialects":
                    reached = "dialects/" + rest.partition("/")[0]
                if reached == layer:
                    continue
                top = layer.partition("/")[0]
                if top == "dialects" and reached.startswith("dialects/"):
                    wrong.append(f"{place(file, number)}: a dialect may not include another; "
                                 f"what both need belongs to operations")
                elif reached.partition("/")[0] not in MAY_INCLUDE[top]:
                    wrong.append(f"{place(file, number)}: {top} may not include {reached}; it may "
                                 f"include {', '.join(sorted(MAY_INCLUDE[top])) or 'nothing'}")
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_included_file_of_ours_exists(self):
        wrong = [f'{place(file, number)}: there is no src/{header}'
                 for file in cpp_files() for number, ours, header in includes(file)
                 if ours and not (SOURCES / header).is_file()]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_a_library_behind_a_layer_is_known_to_that_layer_only(self):
        wrong = []
        for file in cpp_files():
            path = str(file.relative_to(SOURCES))
            for number, _, header in includes(file):
                for pattern, owners, instead in KEPT_IN:
                    inside = any(path == owner or path.startswith(owner + "/") for owner in owners)
                    if re.fullmatch(f"({pattern}).*", header) and not inside:
                        wrong.append(f"{place(file, number)}: {header} belongs to src/"
                                     f"{', src/'.join(owners)} only; {instead}")
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_heavy_headers_stay_out_of_headers(self):
        heavy = re.compile(r"boost/(asio|beast|json)[/.].*|simdjson.h|spdlog/.*|curl/.*|unicode/.*"
                           r"|CLI/.*|regex")
        # The server's own parts are made of sockets; no other layer includes them.
        sockets = {SOURCES / "http" / name for name in ("event_loop.h", "listener.h", "transport.h")}
        wrong = [f"{place(file, number)}: {header} costs seconds in every file that includes this "
                 f"one; include it in the .cpp"
                 for file in cpp_files() if file.suffix == ".h" and file not in sockets
                 for number, _, header in includes(file) if heavy.fullmatch(header)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))
