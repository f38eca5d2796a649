"""Add to a built site what its form runs on: an interpreter for the browser, and the library.

The folder ``_static/engine`` of the site gets Pyodide, from the package of that name on npm, and a
wheel of the library and of each distribution that it needs, as they are installed here.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from importlib.metadata import Distribution, distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parent.parent
SITE: Final = ROOT / "docs" / "_build" / "html"
DESK: Final = ROOT / "docs" / "_ext" / "page_desk.py"
LIBRARY: Final = "gansu-reemployment"
#: The version of the interpreter that the tests use.
PYODIDE: Final = "314.0.7"
INTERPRETER: Final = (
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide-lock.json"),
)
#: What the browser needs no copy of.
LEFT_OUT: Final = ("*.pyc", "*/RECORD", "*/direct_url.json", "*/INSTALLER", "*/REQUESTED")
#: Babel knows a thousand languages; the library speaks two, beside the root of all.
LANGUAGES: Final = ("root.dat", "en.dat", "en_US*.dat", "zh.dat", "zh_Hans.dat", "zh_Hans_CN.dat")


def build(folder: Path) -> int:
    """Write the engine into *folder*; return its size in bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "wheels").mkdir(parents=True)
    interpreter(folder)
    wheels = [*library(folder / "wheels"), *needed(folder / "wheels", python_version(folder))]
    shutil.copy(DESK, folder / "desk.py")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    index = {"pyodide": PYODIDE, "bytes": size, "wheels": [wheel.name for wheel in wheels]}
    (folder / "engine.json").write_text(json.dumps(index, indent=1), encoding="utf-8")
    return size


def interpreter(folder: Path) -> None:
    """Copy the files of Pyodide out of its package."""
    with TemporaryDirectory() as held:
        run(["npm", "pack", "--silent", "--prefer-offline", f"pyodide@{PYODIDE}"], held)
        (package,) = Path(held).glob("*.tgz")
        with tarfile.open(package) as archive:
            for name in INTERPRETER:
                member = archive.getmember(f"package/{name}")
                member.name = name
                archive.extract(member, folder, filter="data")


def run(command: list[str], folder: str) -> None:
    """Run a command in a folder; its output is not part of ours."""
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def python_version(folder: Path) -> str:
    """Return the version of the Python that the browser runs."""
    info = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return str(info["python"])


def library(folder: Path) -> Iterator[Path]:
    """Build the wheel of the library."""
    here = ("--no-build-isolation", "--python", sys.executable)
    run(["uv", "build", "--quiet", *here, "--wheel", "--out-dir", str(folder)], str(ROOT))
    (folder / ".gitignore").unlink(missing_ok=True)
    yield from folder.glob("*.whl")


def needed(folder: Path, version: str) -> Iterator[Path]:
    """Write a wheel of each distribution that the library needs on that version of Python."""
    for found in required(LIBRARY, version):
        yield written(found, folder)


def required(name: str, version: str) -> list[Distribution]:
    """Return what a distribution needs, and what that needs, each once."""
    place = {
        "extra": "",
        "python_version": ".".join(version.split(".")[:2]),
        "python_full_version": version,
        "sys_platform": "emscripten",
        "platform_system": "Emscripten",
    }
    found: dict[str, Distribution] = {}
    left = [name]
    while left:
        for text in distribution(left.pop()).requires or ():
            one = Requirement(text)
            key = canonicalize_name(one.name)
            if key not in found and (one.marker is None or one.marker.evaluate(place)):
                found[key] = distribution(key)
                left.append(key)
    return list(found.values())


def written(found: Distribution, folder: Path) -> Path:
    """Write the installed files of a distribution as a wheel.

    Raises:
        SystemExit: a file of it is compiled, which no browser runs.
    """
    name = canonicalize_name(found.metadata["Name"]).replace("-", "_")
    wheel = folder / f"{name}-{found.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in kept(str(file) for file in found.files or ()):
            if file.endswith((".so", ".pyd")):
                sys.exit(f"{found.metadata['Name']} is not pure Python: {file}")
            archive.write(str(found.locate_file(file)), file)
    return wheel


def kept(files: Iterable[str]) -> Iterator[str]:
    """Yield the files that the browser needs, in order."""
    for file in sorted(files):
        outside = file.startswith("..") or any(fnmatch(file, one) for one in LEFT_OUT)
        language = fnmatch(file, "babel/locale-data/*.dat")
        if not outside and (not language or any(fnmatch(Path(file).name, k) for k in LANGUAGES)):
            yield file


def main() -> None:
    """Write the engine beside the pages, and print its size."""
    site = Path(sys.argv[1]) if sys.argv[1:] else SITE
    size = build(site / "_static" / "engine")
    print(f"{site / '_static' / 'engine'}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
