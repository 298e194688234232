"""The commands that the pages of documentation show: every ```sh block is one that readers can
paste, and a ```text or ```json block right below it is what it answers ("…" stands for anything)."""
import pathlib
import re
import subprocess
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
ADDRESS = "http://127.0.0.1:8080"  # where the pages say that a registry is
SECONDS_MAX = 240  # for all commands of a page; a sanitizer is slow

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What the interfaces say where they answer a refusal with 200.
REFUSED = re.compile(r'"Success(ful)?":\s*false|"errors":\s*\[[^\]]|"error":|'
                     r'"responseCode":\s*"(?!OK")')
PRELUDE = """set -euo pipefail
curl() { command curl --fail-with-body --max-time 60 "$@"; }
"""


@dataclass
class Block:
    page: str
    line: int
    language: str
    text: str
    answer: str = ""  # what stands below it; empty: nothing

    @property
    def place(self):
        return f"{self.page}, line {self.line}"

    @property
    def first_line(self):
        return self.text.split("\n", 1)[0]

    @property
    def is_refused(self):
        """Whether readers are told that the last command of it is refused."""
        return self.first_line.startswith("# refused")


def pages():
    """README.md and all of docs/, from the folder of the sources."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [str(path.relative_to(ROOT)) for path in found]


def blocks_of(page):
    text = (ROOT / page).read_text()
    blocks = []
    end = None
    for fence in FENCE.finditer(text):
        line = text.count("\n", 0, fence.start()) + 1
        block = Block(page, line, fence[1], fence[2])
        follows = blocks and end is not None and not text[end:fence.start()].strip()
        if follows and blocks[-1].language == "sh" and block.language in ("text", "json"):
            blocks[-1].answer = block.text
        blocks.append(block)
        end = fence.end()
    return blocks


def without_space(text):
    return re.sub(r"\s+", "", text)


def complaint_about(block, output, url):
    """What is wrong with what a block put out; None where nothing is."""
    if REFUSED.search(output) and not block.is_refused:
        return "an answer says an error"
    if block.answer:
        expected = re.escape(without_space(block.answer.replace(ADDRESS, url)))
        if not re.fullmatch(expected.replace("…", ".*?"), without_space(output)):
            return f"the page says that it answers\n{block.answer}"
    return None


def run(blocks, folder, url):
    """Runs the blocks in one shell, in `folder`. Gives the complaints about them."""
    outputs = folder / "outputs"
    outputs.mkdir()
    script = PRELUDE
    for number, block in enumerate(blocks):
        text = block.text.replace(ADDRESS, url)
        if block.is_refused:
            text = f"if (\n{text}\n); then echo 'this was not refused'; exit 1; fi\n"
        script += f"exec >{outputs}/{number} 2>&1\n{text}\n"
    done = subprocess.run(["bash"], input=script, text=True, capture_output=True, cwd=folder,
                          timeout=SECONDS_MAX, check=False)
    complaints = []
    ran = len(list(outputs.iterdir()))
    for number, block in enumerate(blocks[:ran]):
        output = (outputs / str(number)).read_text(errors="replace")
        complaint = complaint_about(block, output, url)
        if done.returncode != 0 and number == ran - 1:
            complaint = f"it ended with {done.returncode}"
        if complaint:
            complaints.append(f"{block.place}: {complaint}\n{block.text}\nIts output:\n{output}")
    return complaints
