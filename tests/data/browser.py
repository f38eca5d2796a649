"""A headless Chromium that a test drives: it opens a page, types, clicks and takes pictures."""

import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any, Final, Self

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe"),
)
#: The two descriptors on which Chromium reads commands and writes answers.
_REDIRECTED: Final = 'exec "$@" 3<&{commands} 4>&{answers}'


class Browser:
    """One page in a browser, which is ended with the block."""

    def __init__(self, profile: Path) -> None:
        commands, self._commands = os.pipe()
        self._answers, answers = os.pipe()
        line = _REDIRECTED.format(commands=commands, answers=answers)
        browser = [str(CHROMIUM), *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            ["bash", "-c", line, "bash", *browser],  # noqa: S607
            pass_fds=(commands, answers),
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(answers)
        self._read = os.fdopen(self._answers, "rb")
        self._number = 0
        self._held = b""
        self._session: dict[str, str] = {}
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._commands)
        self._read.close()
        self._process.terminate()
        self._process.wait(20)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the protocol and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params, **self._session}
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            read = os.read(self._answers, 65536)
            assert read, "the browser has ended"
            self._held += read
        text, _, self._held = self._held.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message

    def open(self, address: str) -> None:
        """Open a page."""
        self.send("Page.navigate", url=address)

    def size(self, width: int, height: int = 900) -> None:
        """Give the page the size of a screen."""
        values = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.send("Emulation.setDeviceMetricsOverride", **values)

    def run(self, script: str) -> Any:
        """Run a script in the page and return its value, or that of its promise."""
        options = {"awaitPromise": True, "returnByValue": True, "userGesture": True}
        done = self.send("Runtime.evaluate", expression=script, **options)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def until(self, condition: str, seconds: float = 60) -> Any:
        """Wait until a condition holds in the page, which may be half loaded; return its value."""
        end = time.monotonic() + seconds
        tried = f"(() => {{ try {{ return {condition} }} catch {{ return null }} }})()"
        while not (value := self.run(tried)):
            assert time.monotonic() < end, condition
            time.sleep(0.05)
        return value

    def type(self, selector: str, text: str) -> None:
        """Type text into a field, as a person does."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self.send("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        """Click on an element."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def choose(self, selector: str, value: str) -> None:
        """Choose an entry of a list, or a day, as the page hears of it."""
        events = "for (const e of ['input', 'change']) o.dispatchEvent(new Event(e, {bubbles: 1}))"
        setting = f"o.value = {json.dumps(value)}; {events}"
        self.run(f"{{ const o = document.querySelector({json.dumps(selector)}); {setting} }}")

    def picture(self, file: Path, *, whole: bool = True) -> None:
        """Write a picture of the page."""
        shot = self.send("Page.captureScreenshot", captureBeyondViewport=whole)
        file.write_bytes(base64.b64decode(shot["data"]))

    def paper(self, file: Path) -> None:
        """Print the page into a PDF."""
        file.write_bytes(base64.b64decode(self.send("Page.printToPDF")["data"]))
