"""The encoding of a text file: mark, strict UTF-8, gb18030."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gansu_reemployment.registers import encoding
from gansu_reemployment.registers.encoding import detect_encoding, open_text

TEXT = "姓名,备注\r\n李㛃,“4050”\r\n"


def written(folder: Path, data: bytes) -> Path:
    """Write *data* to a file in *folder*."""
    path = folder / "register.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), "gb18030"),
        (TEXT.replace("㛃", "霞").encode("gbk"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (b"name\r\n", "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_each_encoding(tmp_path: Path, data: bytes, codec: str) -> None:
    """Each encoding is found and read to the same text, without its mark."""
    path = written(tmp_path, data)
    expected = data.decode(codec).removeprefix("\ufeff")

    assert codec == detect_encoding(path)
    with open_text(path) as file:
        assert expected == file.read()


def test_a_character_that_gbk_lacks() -> None:
    """㛃 is in gb18030 and not in gbk, which is why the former is read."""
    with pytest.raises(UnicodeEncodeError):
        "㛃".encode("gbk")


def test_one_late_byte_decides(tmp_path: Path) -> None:
    """A file is UTF-8 only if its last byte is, however long it is."""
    data = TEXT.encode() * 60_000

    assert "utf-8" == detect_encoding(written(tmp_path, data))
    assert "gb18030" == detect_encoding(written(tmp_path, data + b"\xe5\xa7"))


def test_a_character_across_two_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A character that is cut by the end of a chunk is still UTF-8."""
    monkeypatch.setattr(encoding, "_CHUNK", 5)

    assert "utf-8" == detect_encoding(written(tmp_path, TEXT.encode()))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A byte that gb18030 lacks becomes U+FFFD, and the line after it is read."""
    path = written(tmp_path, "姓名\n".encode("gb18030") + b"\xff\n" + "李梅\n".encode("gb18030"))

    with open_text(path) as file:
        assert ["姓名\n", "\ufffd\n", "李梅\n"] == file.readlines()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffd"), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_marked_text_comes_back(tmp_path: Path, text: str) -> None:
    """Whatever is written with a mark is read as it was."""
    path = written(tmp_path, text.encode("utf-8-sig"))

    with open_text(path) as file:
        assert text == file.read()
