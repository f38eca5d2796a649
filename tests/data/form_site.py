"""The form in the page, for tests: its engine, as ``.ci/form.py`` builds it, and a small site."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

import pytest
from form_data import form_data
from schema_files import write_schemas

ROOT: Final = Path(__file__).parents[2]
NODE: Final = shutil.which("node")
STATIC: Final = ROOT / "docs" / "_static"
#: The folders of the sites in both languages.
FOLDERS: Final = {"en": "", "zh_CN": "zh/"}
PAGE: Final = """<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="../_static/form.css">
<link rel="stylesheet" href="../_static/print.css">
<body><article>
<div class="other-language"><a href="{other}reference/form.html">other</a></div>{form}
</article></body></html>"""


def engine_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the engine; skip the test where it cannot be built."""
    for program in ("npm", "node", "uv"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    top = factory.getbasetemp()
    # The processes of one run share a folder.
    target = (top.parent if "PYTEST_XDIST_WORKER" in os.environ else top) / "form"
    if not target.exists():
        build(factory.mktemp("site"), target)
    return target / "_static" / "engine"


def build(site: Path, target: Path) -> None:
    """Build the engine in *site*, and move it to *target* unless another process was first."""
    command = [sys.executable, str(ROOT / ".ci" / "form.py"), str(site)]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        # Where there is no network npm says so at once.
        env={**os.environ, "npm_config_fetch_retries": "0", "npm_config_fetch_timeout": "60000"},
    )
    if "npm" in done.stderr:
        pytest.skip(f"npm has no package here: {done.stderr[-300:]}")
    assert 0 == done.returncode, done.stderr
    with suppress(OSError):
        site.rename(target)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def write_site(site: Path) -> None:
    """Write the page of the form with its scripts in both languages, without the engine."""
    text = (ROOT / "docs" / "reference" / "form.md").read_text(encoding="utf-8")
    (form,) = re.findall(r"```\{raw\} html\n(.*?)```", text, re.DOTALL)
    data = json.dumps(form_data(), ensure_ascii=False)
    for locale, other in (("en", "../zh/"), ("zh_CN", "../../")):
        folder = site / FOLDERS[locale]
        shutil.copytree(STATIC / "form", folder / "_static" / "form")
        for style in ("form.css", "print.css"):
            shutil.copy(STATIC / style, folder / "_static" / style)
        (folder / "_static" / "form.json").write_text(data, encoding="utf-8")
        (folder / "reference").mkdir()
        page = PAGE.format(lang=locale.replace("_", "-"), other=other, form=form)
        (folder / "reference" / "form.html").write_text(page, encoding="utf-8")
        write_schemas(folder / "schemas")
