"""Names and identity numbers in what the service answers and logs."""

import json
import logging
from typing import Any, Final

import httpx
import pytest

NAME: Final = "欧阳鵷鶵"
NUMBER: Final = "620502196303019941"
DAY: Final = {"on": "2003-07-15", "region": "620000"}
#: Questions with a number where something else is wanted.
QUESTIONS: Final[tuple[tuple[str, Any], ...]] = (
    ("/measures/hardship", {**DAY, "facts": {"sex": NUMBER}}),
    ("/measures/hardship", {**DAY, "facts": {NUMBER: True}}),
    ("/measures/hardship", {**DAY, "facts": {"born_on": NUMBER, "able": NUMBER}}),
    ("/measures/hardship", {**DAY, "facts": NUMBER}),
    ("/measures/hardship", {**DAY, "facts": {}, "region": NUMBER}),
    ("/measures/hardship", {**DAY, "facts": {}, "on": NUMBER}),
    ("/measures/hardship", {**DAY, NUMBER: {}}),
    ("/measures/hardship", NUMBER),
    (f"/measures/{NUMBER}", {**DAY, "facts": {}}),
)
#: Addresses with a number in them.
ADDRESSES: Final = (
    f"/rules/{NUMBER}",
    f"/rules?words={NUMBER}",
    f"/documents/{NUMBER}",
    f"/measures/{NUMBER}",
    f"/measures/hardship?region={NUMBER}",
    f"/{NUMBER}",
    f"/cases/{NUMBER}",
    f"/rules?words={NAME}",
)


def test_replies_and_log(
    client: httpx.Client, keys: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """No reply and no line of the service's log shows a whole number, and no line a name."""
    read, append = keys
    entering = {"authorization": f"Bearer {append}"}
    entered = {**DAY, "measure": "hardship", "facts": {"sex": NUMBER}, "subject": NUMBER}
    headers = {"authorization": f"Bearer {read}"}
    with caplog.at_level(logging.DEBUG):
        replies = [client.post(path, json=body) for path, body in QUESTIONS]
        replies += [client.get(path, headers=headers) for path in ADDRESSES]
        replies.append(client.post("/cases", json=entered, headers=entering))
        lines = "".join(f"{json.dumps(body)}\n" for _path, body in QUESTIONS)
        replies.append(
            client.post("/batch", content=lines, headers={"content-type": "application/x-ndjson"})
        )
    logged = "\n".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("http")
    )

    assert not [reply.text for reply in replies if NUMBER[4:16] in reply.text]
    assert NUMBER[4:16] not in logged
    assert NAME not in logged
