"""A headless Chromium asked by its own protocol over two pipes: no driver, no port."""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """One page of a browser; ``complaints`` are what it logged, ``requests`` the addresses it asked for."""

    def __init__(self, profile: Path) -> None:
        self.profile, self.number = profile, 0
        self.session = ""
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def __enter__(self) -> Self:
        # The browser reads commands from its descriptor 3 and answers on 4.
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()
        flags = (
            "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --remote-debugging-pipe"
        )
        shell = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        command = ["bash", "-c", shell, str(CHROMIUM), *flags.split(), f"--user-data-dir={self.profile}"]
        self.process = subprocess.Popen(
            command, pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.answers = os.fdopen(self.back, "rb")
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait(30)
        os.close(self.to)
        self.answers.close()

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command."""
        self.number += 1
        question = {"id": self.number, "method": method, "params": parameters}
        question |= {"sessionId": self.session} if self.session else {}
        os.write(self.to, json.dumps(question).encode() + b"\0")
        while (told := self._next()).get("id") != self.number:
            pass
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result

    def open(self, page: Path, width: int, *, dark: bool = False) -> None:
        """Open a page in a window so many pixels wide and wait until it is there."""
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.ask("Emulation.setDeviceMetricsOverride", **metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        self.ask("Page.navigate", url=page.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def value(self, script: str) -> Any:
        """Return what a script comes to."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def picture(self, height: int = 0) -> bytes:
        """Return the page as PNG, all of it or as much as so many pixels show."""
        size = self.value("[innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": height or size[1], "scale": 1}
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(shot["data"])

    def printed(self) -> bytes:
        """Return the page as it is printed."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True)["data"])

    def _next(self) -> dict[str, Any]:
        told = bytearray()
        while (byte := self.answers.read(1)) != b"\0":
            assert byte, "the browser is gone"
            told += byte
        message: dict[str, Any] = json.loads(told)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, method: str, told: dict[str, Any]) -> None:
        if method == "Log.entryAdded":
            self.complaints.append(told["entry"]["text"])
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(told))
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
