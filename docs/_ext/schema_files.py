"""The JSON Schema of every measure, published beside the pages: ``schemas/NAME.facts.json``."""

import json
from pathlib import Path
from typing import Any

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.interchange import json_schema
from gansu_reemployment.interchange.schemas import PARTS


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas of the facts and of the outcome of every measure; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name in MEASURES:
        for part in PARTS:
            file = folder / f"{name}.{part}.json"
            text = json.dumps(json_schema(name, part), ensure_ascii=False, indent=1)
            file.write_text(text, encoding="utf-8")
            files.append(file)
    return files


def _publish(app: Any, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        write_schemas(Path(app.outdir) / "schemas")


def setup(app: Any) -> dict[str, bool]:
    """Write the schemas after the pages."""
    app.connect("build-finished", _publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
